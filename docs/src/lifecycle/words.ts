// What pages and diagrams of a lifecycle say, in both languages.
import type { Language } from "../page.js";

/** Seconds as people say them: `90 s`, `15 min`, `24 h`, `14 days`. */
export function span(seconds: number, language: Language): string {
  const units = [
    [86_400, { en: "days", zh: "天" }],
    [3600, { en: "h", zh: "小时" }],
    [60, { en: "min", zh: "分钟" }],
  ] as const;
  // A day is 24 h, as the pages of providers say; two minutes are 120 s.
  const found = units.find(([size]) => seconds % size === 0 && seconds / size > (size === 60 ? 4 : 1));
  const [size, name] = found ?? [1, { en: "s", zh: "秒" }];
  return `${seconds / size} ${name[language]}`;
}

export const WORDS = {
  en: {
    list: "Lifecycles",
    listIs: "How a task lives at each provider: when it is charged, how often to look, how long its video stays.",
    title: (name: string) => `Life of a task: ${name}`,
    description: (name: string) => `States, calls, waiting and money of a task at ${name}, as its contract has them.`,
    figure: (name: string) => `How a task lives at ${name}`,
    submit: "submit",
    look: "look",
    first: "first look after",
    every: "then every",
    to: "to",
    giveUp: "give up after",
    typical: "usually takes",
    perMinute: "looks a minute, at most",
    submitsPerMinute: "submits a minute, at most",
    unknown: "not told",
    provider: "Provider",
    states: "States",
    state: "State",
    words: "The provider's words",
    also: "Also shown by",
    inside: (answer: string) => `in \`${answer}\``,
    firstSeconds: (time: string) => `in the first ${time}`,
    calls: "Calls",
    call: "Call",
    address: "Address",
    does: "Does",
    submits: "Submits a task. It costs money.",
    reads: "Tells how the task stands.",
    sends: "The provider sends it to you.",
    waiting: "Waiting",
    value: "Value",
    money: "Money",
    what: "What",
    lookEvery: "Look every",
    at: "A task is charged",
    charged: "charged",
    failed: "A failed task",
    cancelled: "A cancelled task",
    reference: "A task whose answer was lost",
    withReference: "can be found by a reference of yours",
    withoutReference: "can be found in the provider's console only",
    result: "Result",
    lifetime: "A link to the video works for",
    video: "video, for",
    charge: { accepted: "when it is accepted", completed: "when it is completed", unknown: "not told" },
    end: { refunded: "is refunded", kept: "is charged", free: "costs nothing", unknown: "not told" },
    names: {
      queued: "queued",
      in_progress: "in progress",
      completed: "completed",
      failed: "failed",
      cancelled: "cancelled",
      expired: "expired",
    },
  },
  zh: {
    list: "任务的生命周期",
    listIs: "任务在各家服务商处如何运转：何时扣费、多久查询一次、视频保留多久。",
    title: (name: string) => `任务的生命周期：${name}`,
    description: (name: string) => `${name} 契约中任务的状态、接口、等待与费用。`,
    figure: (name: string) => `任务在 ${name} 的生命周期`,
    submit: "提交",
    look: "查询",
    first: "首次查询：提交后",
    every: "此后每隔",
    to: "至",
    giveUp: "放弃等待",
    typical: "通常耗时",
    perMinute: "每分钟最多查询次数",
    submitsPerMinute: "每分钟最多提交次数",
    unknown: "未说明",
    provider: "服务商",
    states: "状态",
    state: "状态",
    words: "服务商的说法",
    also: "另见于",
    inside: (answer: string) => `\`${answer}\` 中`,
    firstSeconds: (time: string) => `提交后 ${time}内`,
    calls: "接口",
    call: "接口",
    address: "地址",
    does: "作用",
    submits: "提交任务，要花钱。",
    reads: "查询任务的进展。",
    sends: "由服务商发给你。",
    waiting: "等待",
    value: "值",
    money: "费用",
    what: "项目",
    lookEvery: "查询间隔",
    at: "扣费时间",
    charged: "扣费",
    failed: "任务失败",
    cancelled: "任务被取消",
    reference: "提交后没收到响应的任务",
    withReference: "可凭你自己的编号找回",
    withoutReference: "只能到服务商控制台里找",
    result: "结果",
    lifetime: "视频链接的有效期",
    video: "视频，保留",
    charge: { accepted: "受理时", completed: "完成时", unknown: "未说明" },
    end: { refunded: "退款", kept: "照扣", free: "不收费", unknown: "未说明" },
    names: {
      queued: "排队",
      in_progress: "进行中",
      completed: "完成",
      failed: "失败",
      cancelled: "已取消",
      expired: "已过期",
    },
  },
} as const;

export type LifecycleWords = (typeof WORDS)[Language];

/** What a contract's word means: of when a task is charged, or of what becomes of the money. */
export function moneyText(words: LifecycleWords, when: string, word: string | undefined): string {
  const meanings: Readonly<Record<string, string>> = when === "at" ? words.charge : words.end;
  return meanings[word ?? "unknown"] ?? words.unknown;
}
