// How well each contract is known: one page that compares, and one for each provider.
import { objectAt, textOf, type Document } from "@omni-contracts/specs";
import { nameOf } from "../lifecycle/lifecycle-pages.js";
import { code, english, prose, table } from "../text.js";
import type { Language, Page, Source } from "../page.js";
import { relinked } from "../repository/links.js";
import { factsOf, KINDS, LEVELS, type Fact, type Level } from "./facts.js";
import { operationAt, reachOf } from "./reach.js";
import { sectionsOf, unknownOf } from "./readme.js";
import { WORDS } from "./words.js";

const count = (facts: readonly Fact[], level: Level): number => facts.filter((fact) => fact.level === level).length;

/** `components/schemas/Task/properties/status` as people read it: `Task › status`. */
function placeText(place: string): string {
  const names = place
    .replace(/^components\/[A-Za-z]+\//, "")
    .split("/")
    .filter((name) => name !== "" && !["properties", "paths", "allOf", "anyOf", "items", "components", "schemas", "examples", "content", "headers", "responses"].includes(name)); // prettier-ignore
  return names.join(" › ");
}

function placeOf(place: string): string {
  const path = /^paths\/(.*)\/(get|post|put|patch|delete)(?:\/(.*))?$/.exec(place);
  if (path) {
    const [, address = "", method = "", rest = ""] = path;
    const below = placeText(rest);
    return `${code(`${method.toUpperCase()} ${address}`)}${below ? ` › ${code(below)}` : ""}`;
  }
  return code(placeText(place.replace(/^components\/[A-Za-z]+\//, "")));
}

function doubtTable(document: Document, facts: readonly Fact[], level: Level, language: Language): string {
  const words = WORDS[language];
  const found = facts.filter((fact) => fact.level === level);
  if (found.length === 0) return words.none;
  const reach = reachOf(document);
  const rows = found.map(({ kind, place, note, sources }) => {
    const operation = operationAt(reach, place);
    const to = operation
      ? `../reference/${document.provider}/${operation}.md`
      : `../reference/${document.provider}/index.md`;
    const why = [note ? `<span lang="en">${prose(note)}</span>` : "", sources.map(code).join(", ")];
    return [
      placeOf(place),
      words.kinds[kind],
      `[${operation ?? document.provider}](${to})`,
      why.filter((one) => one !== "").join("<br>") || "–",
    ];
  });
  return table([words.place, words.kind, words.shownIn, words.why], rows);
}

function sourceTable({ root }: Document, language: Language): string {
  const words = WORDS[language];
  const kinds: Readonly<Record<string, string>> = words.kindsOfSource;
  const rows = Object.entries(objectAt(root["x-sources"])).map(([name, value]) => {
    const { title, url, kind, read, note } = objectAt(value);
    const link = url ? `[${prose(textOf(title))}](${textOf(url)})` : prose(textOf(title));
    const said = note ? `<br>${prose(textOf(note))}` : "";
    return [code(name), `<span lang="en">${link}${said}</span>`, kinds[textOf(kind)] ?? textOf(kind), textOf(read)];
  });
  return table([words.name, words.source, words.who, words.read], rows);
}

function countTable(facts: readonly Fact[], language: Language): string {
  const words = WORDS[language];
  const row = (name: string, own: readonly Fact[]) => [
    name,
    ...LEVELS.map((level) => String(count(own, level))),
    String(own.length),
  ];
  const kinds = KINDS.flatMap((kind) => {
    const own = facts.filter((fact) => fact.kind === kind);
    return own.length > 0 ? [row(words.kinds[kind], own)] : [];
  });
  const head = [words.kind, ...LEVELS.map((level) => words.levels[level][0]), words.total];
  return table(head, [...kinds, row(words.total, facts)]);
}

function providerPage(source: Source, document: Document, language: Language): Page {
  const words = WORDS[language];
  const name = nameOf(document);
  const facts = factsOf(document);
  const file = `specs/${document.provider}/README.md`;
  const path = `evidence/${document.provider}`;
  const sections = sectionsOf(source.root, document.provider);
  const unknown = unknownOf(sections);
  const others = sections.filter(({ title }) => title !== "What is unknown" && title !== "Where the facts come from");
  const notes = others
    .map(({ title, text }) => `### ${title}\n\n${relinked(text, source.root, file, path)}`)
    .join("\n\n");
  const levels = ["inferred", "observed", "reported"] as const;
  const inLanguage = (text: string) => (language === "en" ? text : `${words.frame}\n\n${english(text)}`);
  return {
    path,
    title: words.title(name),
    label: name,
    description: words.description(name),
    within: "evidence",
    group: words.provider,
    frontmatter: { pageClass: "wide-tables" },
    markdown: [
      `# ${words.title(name)}`,
      words.description(name),
      `## ${words.counts}`,
      countTable(facts, language),
      `## ${words.unknown}`,
      unknown.length > 0 ? inLanguage(unknown.map((one) => `- ${one}`).join("\n")) : words.none,
      ...levels.flatMap((level) => [
        `## ${words.doubtful(words.levels[level][0])}`,
        doubtTable(document, facts, level, language),
      ]),
      `## ${words.sources}`,
      sourceTable(document, language),
      ...(notes ? [`## ${words.more}`, inLanguage(notes)] : []),
    ].join("\n\n"),
  };
}

function listPage({ documents, root }: Source, language: Language): Page {
  const words = WORDS[language];
  const rows = documents.map((document) => {
    const facts = factsOf(document);
    const unknown = unknownOf(sectionsOf(root, document.provider));
    const counts = LEVELS.map((level) => String(count(facts, level)));
    return [
      `[${nameOf(document)}](./${document.provider}.md)`,
      ...counts,
      String(unknown.length),
      String(facts.length),
    ];
  });
  const levels = [...LEVELS, "unknown"] as const;
  return {
    path: "evidence/index",
    title: words.list,
    description: words.listIs,
    order: 5,
    markdown: [
      `# ${words.list}`,
      words.intro,
      table([words.provider, ...levels.map((level) => words.levels[level][0]), words.all], rows),
      `## ${words.levelsTitle}`,
      table(
        [words.level, words.means],
        levels.map((level) => [...words.levels[level]]),
      ),
    ].join("\n\n"),
  };
}

export const evidencePages = (source: Source, language: Language): Page[] => [
  listPage(source, language),
  ...source.documents.map((document) => providerPage(source, document, language)),
];
