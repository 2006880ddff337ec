// The table of errors, as pages show it.
import { blocks, cell, code, codeCell, table, tag } from "../markdown.js";
import type { Language } from "../page.js";
import type { Charged, ErrorRow, Repeat } from "./error-rows.js";

const HEADS = {
  en: ["Error", "Was I charged?", "Is it safe to repeat?", "Cause", "Fix"],
  zh: ["错误", "是否已扣费？", "能否安全重发？", "原因", "处理办法"],
} as const;

const CHARGED: Record<Language, Record<Charged, string>> = {
  en: {
    no: tag("No", "good"),
    refunded: `${tag("Given back", "good")} by the provider's page`,
    yes: tag("Yes", "bad"),
    unknown: tag("Not known", "caution"),
    "task-accepted": `${tag("This look: no", "good")} ${tag("the task: yes, once accepted", "bad")}`,
    "task-completed": `${tag("This look: no", "good")} ${tag("the task: once completed", "caution")}`,
    "task-unknown": `${tag("This look: no", "good")} ${tag("the task: not known", "caution")}`,
  },
  zh: {
    no: tag("否", "good"),
    refunded: `${tag("已退还", "good")}（依服务商页面）`,
    yes: tag("是", "bad"),
    unknown: tag("未知", "caution"),
    "task-accepted": `${tag("这次查询：否", "good")} ${tag("任务：是，受理即扣费", "bad")}`,
    "task-completed": `${tag("这次查询：否", "good")} ${tag("任务：完成时扣费", "caution")}`,
    "task-unknown": `${tag("这次查询：否", "good")} ${tag("任务：未知", "caution")}`,
  },
};

const SURE: Record<Language, Record<Exclude<Repeat["kind"], "wait">, string>> = {
  en: {
    mend: `${tag("Only after the fix", "plain")} unchanged, it fails again`,
    never: `${tag("No", "bad")} there may be a task that is paid for: look for it first`,
    free: `${tag("Yes", "good")} it costs nothing`,
    "new-task": `${tag("No", "bad")} a new submit is a new task, and paid for anew`,
  },
  zh: {
    mend: `${tag("修正后可以", "plain")} 不修正而原样重发，仍会失败`,
    never: `${tag("否", "bad")} 任务可能已创建并扣费：先去查找它`,
    free: `${tag("能", "good")} 不产生费用`,
    "new-task": `${tag("否", "bad")} 再次提交就是新任务，会再次计费`,
  },
};

function repeatOf(repeat: Repeat, language: Language): string {
  if (repeat.kind !== "wait") return SURE[language][repeat.kind];
  const { after, seconds } = repeat;
  const told = after === undefined ? "" : code(after);
  const list = seconds.join(", ");
  if (language === "zh") {
    const waits = [told && `等待 ${told} 指明的时间`, list && `${told ? "没有则" : ""}依次等待 ${list} 秒`].filter(
      Boolean,
    );
    return `${tag("能", "good")} ${waits.join("，") || "稍等之后"}`;
  }
  const waits = [told && `after ${told}`, list && `${told ? "without it " : ""}after ${list} s`].filter(Boolean);
  return `${tag("Yes", "good")} ${waits.join(", ") || "after a while"}`;
}

/** What to do where the contract says nothing of it. */
const FIXES: Record<Language, Record<Repeat["kind"], string>> = {
  en: {
    wait: "Wait, then send it again.",
    mend: "Correct the request.",
    never: "Look for the task first.",
    free: "Look again later.",
    "new-task": "Look at what became of the money, then decide on a new submit.",
  },
  zh: {
    wait: "等待之后重发。",
    mend: "修正请求。",
    never: "先去查找任务。",
    free: "稍后再查。",
    "new-task": "先确认费用的去向，再决定是否重新提交。",
  },
};

const INFERRED = { en: tag("inferred", "caution"), zh: tag("推断", "caution") } as const;

/** What the provider calls it, what we call it, and the name by which a mock shows it. */
function errorOf({ status, summary, rawCode, code: ours, example, isInferred }: ErrorRow, language: Language): string {
  const words = [`**${status}** ${cell(summary)}`, rawCode && codeCell(rawCode), codeCell(ours), codeCell(example)];
  return [...words.filter(Boolean), isInferred && INFERRED[language]].filter(Boolean).join("<br>");
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Whether it is charged, and whether it is safe to repeat. */
export const moneyCells = ({ charged, repeat }: ErrorRow, language: Language): readonly [string, string] => [
  CHARGED[language][charged],
  repeatOf(repeat, language),
];

/**
 * The rows as a table, in the order given. What they cost stands next to what they are, so that no width cuts it off; the
 * element around it is for the theme, which makes cards of the rows on phones.
 */
export const errorTable = (rows: readonly ErrorRow[], language: Language): string =>
  blocks(`<div class="omni-errors">`, tableOf(rows, language), "</div>");

const tableOf = (rows: readonly ErrorRow[], language: Language): string =>
  table(
    HEADS[language],
    rows.map((row) => [
      errorOf(row, language),
      ...moneyCells(row, language),
      capital(cell(row.cause)),
      row.fix ? capital(cell(row.fix)) : FIXES[language][row.repeat.kind],
    ]),
  );
