// How a task lives: a page for each provider, and one that compares them.
import { objectAt, textOf, type Document } from "@omni-contracts/specs";
import { code, table } from "../text.js";
import type { Language, Page, Source } from "../page.js";
import { diagramOf } from "./diagram.js";
import { lifecycleOf, type Call, type Lifecycle, type StateFacts } from "./lifecycle.js";
import { moneyText, span, WORDS, type LifecycleWords } from "./words.js";

/** `ACME, Gemini Omni video` is called ACME. */
export function nameOf({ root, provider }: Document): string {
  const [name = ""] = textOf(objectAt(root.info).title).split(",");
  return name === "" ? provider : name;
}

function stateRow({ state, words: said, shown }: StateFacts, words: LifecycleWords, language: Language): string[] {
  const own = said.map((one) => one.words.map(code).join(", ") + (one.answer ? ` ${words.inside(one.answer)}` : ""));
  const also = shown.map(({ when, within, answer }) => {
    const time = within === undefined ? "" : `, ${words.firstSeconds(span(within, language))}`;
    return `${when.map(code).join(" + ")} ${words.inside(answer)}${time}`;
  });
  const name = words.names[state] === state ? "" : ` ${code(state)}`;
  return [`${words.names[state]}${name}`, own.join("<br>"), also.join("<br>") || "–"];
}

function callRows(document: Document, lifecycle: Lifecycle, words: LifecycleWords): string[][] {
  const row = (does: string) => (call: Call) => {
    const link = call.address ? `[${code(call.id)}](../reference/${document.provider}/${call.id}.md)` : code(call.id);
    return [link, call.address ? code(call.address) : "–", does];
  };
  return [
    ...lifecycle.submits.map(row(words.submits)),
    ...lifecycle.reads.map(row(words.reads)),
    ...lifecycle.webhooks.map(row(words.sends)),
  ];
}

function paceRows({ poll, every }: Lifecycle, words: LifecycleWords, language: Language): string[][] {
  const [from = 0, to = 0] = every;
  const time = (value: number | undefined) => (value === undefined ? words.unknown : span(value, language));
  return [
    [words.first, time(poll.first)],
    [words.every, `${from} ${words.to} ${span(to, language)}`],
    [words.giveUp, time(poll.giveUp)],
    [words.typical, time(poll.typical)],
    [words.perMinute, String(poll.perMinute ?? words.unknown)],
    [words.submitsPerMinute, String(poll.submitsPerMinute ?? words.unknown)],
  ];
}

const moneyRows = ({ charge, hasReference }: Lifecycle, words: LifecycleWords): string[][] => [
  [words.at, moneyText(words, "at", charge.at)],
  [words.failed, moneyText(words, "failed", charge.failed)],
  [words.cancelled, moneyText(words, "cancelled", charge.cancelled)],
  [words.reference, hasReference ? words.withReference : words.withoutReference],
];

async function providerPage(document: Document, language: Language): Promise<Page> {
  const words = WORDS[language];
  const name = nameOf(document);
  const lifecycle = lifecycleOf(document);
  const picture = await diagramOf(lifecycle, language, {
    id: `life-${document.provider}`,
    title: words.figure(name),
    description: words.description(name),
  });
  const { lifetime } = lifecycle;
  const kept = lifetime === undefined ? words.unknown : span(lifetime, language);
  return {
    path: `lifecycle/${document.provider}`,
    title: words.title(name),
    label: name,
    description: words.description(name),
    within: "lifecycle",
    group: words.provider,
    markdown: [
      `# ${words.title(name)}`,
      words.description(name),
      `<figure class="lifecycle" v-pre><div class="scroll" tabindex="0" role="group" aria-label="${words.figure(name)}">\n${picture}\n</div></figure>`,
      `## ${words.states}`,
      table(
        [words.state, words.words, words.also],
        lifecycle.states.map((facts) => stateRow(facts, words, language)),
      ),
      `## ${words.calls}`,
      table([words.call, words.address, words.does], callRows(document, lifecycle, words)),
      `## ${words.waiting}`,
      table([words.what, words.value], paceRows(lifecycle, words, language)),
      `## ${words.money}`,
      table([words.what, words.value], moneyRows(lifecycle, words)),
      `## ${words.result}`,
      table([words.what, words.value], [[words.lifetime, kept]]),
    ].join("\n\n"),
  };
}

function listPage(documents: readonly Document[], language: Language): Page {
  const words = WORDS[language];
  const rows = documents.map((document) => {
    const lifecycle = lifecycleOf(document);
    const [from = 0, to = 0] = lifecycle.every;
    return [
      `[${nameOf(document)}](./${document.provider}.md)`,
      moneyText(words, "at", lifecycle.charge.at),
      moneyText(words, "failed", lifecycle.charge.failed),
      `${from} ${words.to} ${span(to, language)}`,
      lifecycle.lifetime === undefined ? words.unknown : span(lifecycle.lifetime, language),
    ];
  });
  return {
    path: "lifecycle/index",
    title: words.list,
    description: words.listIs,
    order: 10,
    markdown: [
      `# ${words.list}`,
      words.listIs,
      table([words.provider, words.at, words.failed, words.lookEvery, words.lifetime], rows),
    ].join("\n\n"),
  };
}

export async function lifecyclePages({ documents }: Source, language: Language): Promise<Page[]> {
  const pages = documents.map((document) => providerPage(document, language));
  return [listPage(documents, language), ...(await Promise.all(pages))];
}
