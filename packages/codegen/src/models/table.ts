import { wrap, type Paint } from "@omni-contracts/specs/terminal";
import { cellsOf, COLUMNS, type Cells, type Line } from "./cells.js";
import type { ModelRow } from "./model-row.js";

const GAP = "  ";
const LEGEND =
  "-: the request has no say in it. OLD: the price was read more than 90 days ago. A price that the provider does not document says how it is known.";

const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map((word) => word.length));

/** The width of each column: as its texts are, and the widest are wrapped until all stand beside each other. */
function widthsOf(columns: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((texts) => Math.max(0, ...texts.map((text) => text.length)));
  const least = columns.map((texts) => Math.max(0, ...texts.map(longestWord)));
  const total = () => widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    const room = widths.map((one, i) => (one > (least[i] ?? 0) ? one : 0));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const linesOf = (cell: readonly Line[], width: number): Line[] =>
  cell.flatMap(({ text, ...rest }) =>
    wrap(text, width)
      .split("\n")
      .map((one) => ({ ...rest, text: one })),
  );

/** Cells beside each other, as high as the highest; nothing stands behind the last text of a line. */
function beside(cells: readonly (readonly Line[])[], widths: readonly number[], paint: Paint): string[] {
  const wrapped = cells.map((cell, i) => linesOf(cell, widths[i] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const texts = wrapped.map((lines, i) => ({ colour: undefined, text: "", ...lines[at], width: widths[i] ?? 0 }));
    const last = texts.findLastIndex(({ text }) => text !== "");
    const shown = texts.slice(0, last + 1).map(({ text, colour, width }, i) => {
      const space = i === last ? "" : " ".repeat(width - text.length);
      return (colour ? paint(colour, text) : text) + space;
    });
    return shown.join(GAP);
  });
}

/** Where the model stands: in a column of its own, or above the others where there is no room for one. */
const ROOMY = 130;

/** Every model, provider by provider, in a table no wider than `width`, as far as no single word is. */
export function modelTable(rows: readonly ModelRow[], width: number, paint: Paint): string {
  const cells = rows.map(cellsOf);
  const isRoomy = width >= ROOMY;
  const indent = isRoomy ? "" : GAP;
  const columnsOf = ({ model, columns }: Cells) => [
    ...(isRoomy ? [model] : []),
    ...COLUMNS.map((name) => columns[name]),
  ];
  const heads = [...(isRoomy ? ["MODEL"] : []), ...COLUMNS.map((name) => name.toUpperCase())];
  const texts = heads.map((head, i) => [
    head,
    ...cells.flatMap((one) => columnsOf(one)[i]?.map(({ text }) => text) ?? []),
  ]);
  const widths = widthsOf(texts, width - indent.length);
  const header = beside(heads.map((text) => [{ text, colour: "dim" }]), widths, paint).map((line) => indent + line); // prettier-ignore
  const providers = [...new Set(rows.map(({ provider }) => provider))];
  const blocks = providers.map((provider) => {
    const own = cells.filter((_, i) => rows[i]?.provider === provider);
    const shown = own.flatMap((one) => {
      const [id = { text: "" }, ...more] = one.model;
      const bold = (line: string) => line.replace(id.text, paint("bold", id.text));
      const title = [bold(id.text), ...linesOf(more, width - GAP.length).map(({ text, colour }) => GAP + (colour ? paint(colour, text) : text))]; // prettier-ignore
      const lines = beside(columnsOf(one), widths, paint).map((line) => indent + line);
      return isRoomy ? lines.map(bold) : [...title, ...lines];
    });
    return [paint("bold", provider.toUpperCase()) + `, ${own.length} ${own.length === 1 ? "model" : "models"}`, ...header, ...shown].join("\n"); // prettier-ignore
  });
  return `${[...blocks, wrap(LEGEND, width)].join("\n\n")}\n`;
}
