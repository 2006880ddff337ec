// Every model of every provider in one table: what it takes, what it makes, what it costs, and who says so.
import { modelRows, type ModelRow, type PriceSummary } from "@omni-contracts/codegen";
import { modelSchemas, operationsOf, requestContent, textOf, type Document } from "@omni-contracts/specs";
import { code, prose, table } from "../text.js";
import { nameOf } from "../lifecycle/lifecycle-pages.js";
import type { Language, Page, Source } from "../page.js";
import { factsOf, MODES, modesOf } from "./facts.js";
import { priceLists } from "./price-lists.js";
import { WORDS, type ModelWords } from "./words.js";

const join = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("<br>");

/** `1–10`, where every whole number between is there; else `4, 6, 10`. */
function numbers(all: readonly number[]): string {
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  return all.length > 2 && all.every((one, i) => one === first + i) ? `${first}–${last}` : all.join(", ");
}

const span = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? String(min) : `${min}–${max}`;

/** Every model with its schema, and the operation that takes it. */
const schemasOf = (document: Document) =>
  operationsOf(document).flatMap(({ id: operation, operation: { requestBody } }) => {
    const { schema } = requestContent(document, { requestBody: requestBody ?? {} }, "application/json");
    return modelSchemas(document, schema).map(({ ids, schema: { description } }) => ({ operation, ids, description }));
  });

function modelCell(document: Document, row: ModelRow, words: ModelWords): string {
  const operation = schemasOf(document).find(({ ids }) => ids.includes(row.model))?.operation;
  const link = `../reference/${row.provider}/${operation ?? "index"}.md`;
  const version = [row.version, row.channel === "unknown" ? undefined : row.channel].filter((one) => one !== undefined);
  const status = row.status === "legacy" ? words.old : row.status === "retired" ? words.retired : "";
  return join([
    `[${code(row.model)}](${link})`,
    [nameOf(document), ...version, status].filter((one) => one !== "").join(" · "),
    ...row.aliases.map((alias) => `${words.also} ${code(alias)}`),
    row.successor ? `${words.instead} ${code(row.successor)}` : "",
  ]);
}

function takesCell(row: ModelRow, words: ModelWords): string {
  const { media, needs, previousTask } = row;
  const named: readonly (readonly [string, string])[] = [
    ["firstFrame", words.firstFrame],
    ["lastFrame", words.lastFrame],
    ["inputReferences", words.pictures(numbers(media.inputReferences ?? []))],
    ["video", words.videos(numbers(media.video ?? []))],
  ];
  const inputs = named.flatMap(([role, text]) => {
    const isNeeded = needs.isAll && needs.inputs.includes(role);
    return role in media ? [isNeeded ? `${text} (${words.needed})` : text] : [];
  });
  const all = [...inputs, ...(previousTask ? [words.previousTask] : [])];
  const some = !needs.isAll && needs.inputs.length > 0 ? [`(${words.oneNeeded})`] : [];
  const modes = modesOf(row).map((mode) => `**${words.modes[mode]}**`);
  return join([modes.join(" · "), ...(all.length > 0 ? [...all, ...some] : [words.textOnly])]);
}

const makesCell = ({ durations, resolutions, aspectRatios }: ModelRow, words: ModelWords): string =>
  join([
    durations.length > 0 ? `${numbers(durations)} ${words.seconds}` : words.lengthOpen,
    resolutions.length > 0 ? resolutions.join(" ") : words.sizeOpen,
    aspectRatios.join(" "),
  ]);

function priceCell({ price, billed }: ModelRow, words: ModelWords): string {
  const fixed = Object.entries(billed ?? {}).map(
    ([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  const always = fixed.length > 0 ? [`${words.billed}: ${fixed.join(", ")}`] : [];
  if (!price) return join([words.noPrice, ...always]);
  const { currency, perRequest, perSecond, perInputSecond, counted, isPartial } = price;
  const amounts = [
    ...(perRequest ? [`${span(perRequest)} ${currency} ${words.aVideo}`] : []),
    ...(perSecond ? [`${span(perSecond)} ${currency} ${words.aSecond}`] : []),
    ...(perInputSecond ? [`${span(perInputSecond)} ${currency} ${words.anInputSecond}`] : []),
  ];
  return join([
    amounts.join(" + "),
    counted ? words.counted(span(counted)) : "",
    isPartial ? words.partial : "",
    ...always,
  ]);
}

function sourceCell(price: PriceSummary | undefined, words: ModelWords): string {
  if (!price) return "–";
  const levels: Readonly<Record<string, string>> = words.levels;
  const sources = price.source.map(({ title, url }) => (url ? `[${prose(title)}](${url})` : prose(title)));
  return join([`${price.verified}, ${levels[price.level] ?? price.level}`, ...sources]);
}

/** What the descriptions of models say of sound. */
const soundOf = (document: Document): string[] =>
  schemasOf(document).flatMap(({ ids: [id = ""], description }) => {
    const said = textOf(description)
      .split(/(?<=[.;])\s+/)
      .filter((sentence) => /\b(sound|audio)/i.test(sentence));
    return said.length > 0 ? [`- ${code(id)}: <span lang="en">${prose(said.join(" "))}</span>`] : [];
  });

export function modelPages({ documents }: Source, language: Language): Page[] {
  const words = WORDS[language];
  // Prices are shown with their day; whether that is long ago, the reader sees.
  const rows = documents.flatMap((document) => modelRows(document, 0).map((row) => ({ document, row })));
  const cells = rows.map(({ document, row }) => [
    modelCell(document, row, words),
    takesCell(row, words),
    makesCell(row, words),
    priceCell(row, words),
    sourceCell(row.price, words),
  ]);
  const names = Object.fromEntries(documents.map((document) => [document.provider, nameOf(document)]));
  const data = JSON.stringify({ rows: rows.map(({ row }) => factsOf(row)), names, modes: words.modes });
  const sound = documents.flatMap(soundOf);
  return [
    {
      path: "models/index",
      title: words.title,
      description: words.description,
      order: 1,
      frontmatter: { aside: false, pageClass: "wide-page" },
      markdown: [
        `# ${words.title}`,
        words.intro(rows.length, documents.length),
        `<ModelMatrix language="${language}" data="${data.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`,
        table([words.model, words.takes, words.makes, words.price, words.source], cells),
        "</ModelMatrix>",
        `## ${words.modesTitle}`,
        MODES.map((mode) => `- ${words.modesAre[mode]}`).join("\n"),
        `## ${words.priceLists}`,
        words.priceListsAre,
        priceLists(documents, language),
        `## ${words.sound}`,
        sound.length > 0 ? `${words.soundIs}\n\n${sound.join("\n")}` : words.none,
      ].join("\n\n"),
    },
  ];
}
