// The changelog: contracts, what is not released yet, and releases.
import { objectAt, textOf } from "@omni-contracts/specs";
import { nameOf } from "../lifecycle/lifecycle-pages.js";
import { english, prose, table } from "../text.js";
import { readPackages } from "../packages/manifests.js";
import type { Language, Page, Source } from "../page.js";
import { comparisons, pendingChanges, releasedChanges, type Comparison, type Pending } from "./changelog.js";

const WORDS = {
  en: {
    title: "Changelog",
    description: "What changed in the contracts and in the packages, and what the next release will bring.",
    contracts: "Contracts since the last release",
    contract: "Contract",
    level: "Level",
    change: "Change",
    version: "Version",
    none: (version: string) => `no change since ${version}`,
    first: "the first version; not released yet",
    new: "new: there is no released contract to compare it with",
    levels: { major: "breaking", minor: "new", patch: "small", none: "no effect" },
    pending: "Not released yet",
    nothing: "Nothing is waiting.",
    packages: "Packages",
    releases: "Releases",
    noReleases: "Nothing has been released yet. The first release will be 0.1.0.",
  },
  zh: {
    title: "变更记录",
    description: "契约和软件包有哪些变化，下一次发布将带来什么。",
    contracts: "自上次发布以来的契约变化",
    contract: "契约",
    level: "程度",
    change: "变化",
    version: "版本",
    none: (version: string) => `自 ${version} 以来没有变化`,
    first: "首个版本，尚未发布",
    new: "新契约，没有已发布的版本可比",
    levels: { major: "不兼容", minor: "新增", patch: "细微", none: "无影响" },
    pending: "尚未发布",
    nothing: "没有待发布的内容。",
    packages: "软件包",
    releases: "已发布",
    noReleases: "目前还没有发布过任何版本，第一个版本将是 0.1.0。",
  },
} as const;

const inLanguage = (text: string, language: Language): string => (language === "en" ? text : english(text));

/** @param isReleased whether there has been a release: before it, contracts are held against what the first one will be. */
function contractTable(source: Source, found: readonly Comparison[], isReleased: boolean, language: Language): string {
  const words = WORDS[language];
  const levels: Readonly<Record<string, string>> = words.levels;
  const rows = found.flatMap(({ provider, state, changes }) => {
    const document = source.documents.find((one) => one.provider === provider);
    const name = document ? `[${nameOf(document)}](../reference/${provider}/index.md)` : provider;
    const version = textOf(objectAt(document?.root.info).version);
    if (state === "new") return [[name, version, words.new]];
    if (changes.length === 0) return [[name, version, isReleased ? words.none(version) : words.first]];
    return changes.map((change) => [
      name,
      version,
      `**${levels[change.level] ?? change.level}** <span lang="en">${prose(change.text)}</span>`,
    ]);
  });
  return table([words.contract, words.version, words.change], rows);
}

/** `core, acme`: the packages of a change, without what their names share. */
const namesOf = ({ packages }: Pending): string =>
  Object.entries(packages)
    .map(([name, bump]) => `${name.replace(/^.*\//, "")} (${bump})`)
    .join(", ");

export async function changelogPages(source: Source, language: Language): Promise<Page[]> {
  const words = WORDS[language];
  const pending = pendingChanges(source.root);
  const releases = releasedChanges(source.root, readPackages(source.root));
  const waiting = table(
    [words.change, words.packages],
    pending.map((one) => [inSpan(one.text, language), namesOf(one)]),
  );
  const released = releases.map(({ name, text }) => `### ${name}\n\n${text.replaceAll(/^##/gm, "####")}`).join("\n\n");
  return [
    {
      path: "facts/changelog",
      title: words.title,
      description: words.description,
      order: 20,
      markdown: [
        `# ${words.title}`,
        words.description,
        `## ${words.pending}`,
        pending.length > 0 ? waiting : words.nothing,
        `## ${words.contracts}`,
        contractTable(source, await comparisons(source.root), releases.length > 0, language),
        `## ${words.releases}`,
        releases.length > 0 ? inLanguage(released, language) : words.noReleases,
      ].join("\n\n"),
    },
  ];
}

const inSpan = (text: string, language: Language): string =>
  language === "en" ? text : `<span lang="en">${text}</span>`;
