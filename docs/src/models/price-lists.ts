// All that the contracts know of a model's price: every list, rate by rate, with its day and what was noted beside it.
import { byTrust } from "@omni-contracts/core/quote";
import { modelSchemas, objectAt, operationsOf, requestContent, textOf } from "@omni-contracts/specs";
import type { Document, Json, JsonObject } from "@omni-contracts/specs";
import { nameOf } from "../lifecycle/lifecycle-pages.js";
import { blocks, code, codeCell, details, prose, table } from "../markdown.js";
import { evidenceLine } from "../reference/sources.js";
import type { Language } from "../page.js";
import { WORDS, type ModelWords } from "./words.js";

/** A place in a request as one writes it: `$.video_urls[0]` is `video_urls[0]`. */
const memberOf = (path: string): string => path.replace(/^\$\./, "");
const asText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** The requests that a rate is for: `duration` 4, `resolution` 4k or 4K. */
function requestsOf({ where, has }: JsonObject, words: ModelWords): string {
  const members = Object.entries(objectAt(where)).map(([path, values]) => {
    const all = [values ?? []].flat().map(asText);
    // Spellings of one value are one value.
    const told = all.filter((one, i) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === i);
    return `${codeCell(memberOf(path))} ${told.map(prose).join(", ")}`;
  });
  const carried = typeof has === "string" ? [`${words.withMember} ${codeCell(memberOf(has))}`] : [];
  return [...members, ...carried].join(" · ");
}

function amountOf(rate: JsonObject, currency: string, words: ModelWords): string {
  if (rate.unknown === true) return words.noPrice;
  const units = [
    ["perRequest", words.aVideo],
    ["perSecond", words.aSecond],
    ["perInputSecond", words.anInputSecond],
  ] as const;
  const amounts = units.flatMap(([unit, word]) =>
    typeof rate[unit] === "number" ? [`${rate[unit]} ${currency} ${word}`] : [],
  );
  const [least, most = least] = [rate.counted ?? []].flat();
  const counted =
    least === undefined
      ? ""
      : ` (${words.counted(least === most ? asText(least) : `${asText(least)}–${asText(most ?? least)}`)})`;
  return amounts.join(" + ") + counted;
}

function listPart(document: Document, list: JsonObject, language: Language): string {
  const words = WORDS[language];
  const rates = [list.rates ?? []].flat().map(objectAt);
  // The first that fits is the price: what comes last is for all the rest.
  const rows = rates.map((rate) => [
    requestsOf(rate, words) || (rates.length > 1 ? words.otherwise : words.every),
    amountOf(rate, textOf(list.currency), words),
  ]);
  const { level, source, note, read } = list;
  const evidence = { level: level ?? "documented", source: source ?? [], note: note ?? "" };
  return blocks(
    `**${words.listOf(textOf(read))}**`,
    table([words.requests, words.price], rows),
    evidenceLine(document, evidence, language),
  );
}

const LEVELS = ["documented", "reported", "observed", "inferred"] as const;

/** As `quote` believes them. */
const sorted = (lists: readonly JsonObject[]): JsonObject[] =>
  byTrust(
    lists.map((list) => ({
      list,
      read: textOf(list.read),
      level: LEVELS.find((level) => level === list.level) ?? LEVELS[0],
    })),
  ).map(({ list }) => list);

/** The price lists of every model that has any, each to be opened. */
export function priceLists(documents: readonly Document[], language: Language): string {
  const parts = documents.flatMap((document) =>
    operationsOf(document).flatMap(({ operation: { requestBody } }) => {
      const { schema } = requestContent(document, { requestBody: requestBody ?? {} }, "application/json");
      return modelSchemas(document, schema).flatMap(({ ids: [id = ""], schema: { "x-model": model } }) => {
        const lists = sorted([objectAt(model).prices ?? []].flat().map(objectAt));
        const title = `${code(id)} · ${nameOf(document)}`;
        return lists.length > 0 ? [details(title, ...lists.map((list) => listPart(document, list, language)))] : [];
      });
    }),
  );
  return [...new Set(parts)].join("\n\n");
}
