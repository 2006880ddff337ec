import { MEDIA, type Bounds, type ModelRow, type PriceSummary } from "./model-row.js";

/** A line of a cell, and whether it warns. */
export interface Line {
  readonly text: string;
  readonly colour?: "yellow" | "dim";
}

/** What a row shows: the model above or beside the columns. */
export interface Cells {
  readonly model: readonly Line[];
  readonly columns: Readonly<Record<Column, readonly Line[]>>;
}

export const COLUMNS = ["status", "seconds", "resolution", "ratio", "media", "price"] as const;
export type Column = (typeof COLUMNS)[number];

const WORDS: Readonly<Record<string, string>> = {
  firstFrame: "first frame",
  lastFrame: "last frame",
  inputReferences: "references",
  video: "video",
};
const SINGLE = new Set(["firstFrame", "lastFrame"]);

/** `1-10`, where every whole number between is there; else `4, 6, 10`. */
function numbers(all: readonly number[]): string {
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  return all.length > 2 && all.every((one, i) => one === first + i) ? `${first}-${last}` : all.join(", ");
}

const span = ({ min, max }: Bounds): string => (min === max ? String(min) : `${min}-${max}`);

/** What it is charged by, in words: `0.2-1 USD + 0.1 USD/s`. */
function priceText({ currency, perRequest, perSecond, perInputSecond, counted, isPartial }: PriceSummary): string {
  const parts = [
    ...(perRequest ? [`${span(perRequest)} ${currency}${perSecond ? "" : " a video"}`] : []),
    ...(perSecond ? [`${span(perSecond)} ${currency}/s`] : []),
    ...(perInputSecond ? [`${span(perInputSecond)} ${currency}/s of input`] : []),
  ];
  const held = counted ? `, ${span(counted)}s` : "";
  return parts.join(" + ") + held + (isPartial ? ", not in all cases" : "");
}

function priceLines({ price, billed }: ModelRow): Line[] {
  const always = Object.entries(billed ?? {}).map(
    ([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  const fixed: Line[] = always.length > 0 ? [{ text: `always billed: ${always.join(", ")}` }] : [];
  if (!price) return [{ text: "unknown", colour: "dim" }, ...fixed];
  const level = price.level === "documented" ? "" : `, ${price.level}`;
  const read = `read ${price.verified}${level}`;
  const line: Line = price.isStale ? { text: `${read}, OLD`, colour: "yellow" } : { text: read };
  return [{ text: priceText(price) }, line, ...fixed];
}

function mediaLines({ media, previousTask, needs }: ModelRow): Line[] {
  const lines = MEDIA.flatMap((role) => {
    const counts = media[role];
    const isNeeded = needs.isAll && needs.inputs.includes(role);
    const how = SINGLE.has(role) ? "" : ` ${numbers(counts ?? [])}`;
    return counts ? [{ text: `${WORDS[role] ?? role}${how}${isNeeded ? " (needed)" : ""}` }] : [];
  });
  const some = !needs.isAll && needs.inputs.length > 0 ? [{ text: "(one is needed)" }] : [];
  const all = [...lines, ...(previousTask ? [{ text: "previous task" }] : []), ...some];
  return all.length > 0 ? all : [{ text: "text only" }];
}

const known = (text: string | undefined): Line[] => (text && text !== "unknown" ? [{ text }] : []);

/** What the table shows of a model. */
export const cellsOf = (row: ModelRow): Cells => ({
  model: [
    { text: row.model },
    ...row.aliases.map((alias): Line => ({ text: `also ${alias}`, colour: "dim" })),
    ...(row.successor ? [{ text: `use ${row.successor}`, colour: "yellow" } as const] : []),
  ],
  columns: {
    status: [
      row.status === "current" ? { text: row.status } : { text: row.status, colour: "yellow" },
      ...known(row.version),
      ...known(row.channel),
    ],
    seconds: [{ text: numbers(row.durations).replaceAll(",", "") || "-" }],
    resolution: [{ text: row.resolutions.join(" ") || "-" }],
    ratio: [{ text: row.aspectRatios.join(" ") || "-" }],
    media: mediaLines(row),
    price: priceLines(row),
  },
});
