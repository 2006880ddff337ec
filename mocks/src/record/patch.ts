import { dirname, relative, sep } from "node:path";
import { parse, stringify } from "yaml";
import type { Json } from "@omni-contracts/specs";
import { addMember, addTo, takeFrom, type Edit } from "./edit.js";
import { UNTIL_KNOWN, type Change } from "./finding.js";
import { createSources, type Sources } from "./source-place.js";
import { edited, unifiedDiff } from "./unified-diff.js";

/** What to change in a contract so that it knows what was recorded: suggestions, for somebody to look at. */
export interface Patch {
  /** For `git apply` from the folder above the contracts; empty where no sources were found. */
  readonly diff: string;
  /** Changes that no source was found for, as YAML with the place in the bundle. */
  readonly snippets: readonly string[];
}

const described = (schema: Json): Json =>
  typeof schema === "object" && schema !== null && !Array.isArray(schema)
    ? { ...schema, description: "Seen in a recording; no page tells of it." }
    : schema;

function editsOf(sources: Sources, change: Change): Edit[] {
  const at = (pointer: string) => sources.find(pointer);
  const edits = (pointer: string, make: (place: NonNullable<ReturnType<typeof at>>) => Edit[]): Edit[] => {
    const place = at(pointer);
    return place ? make(place) : [];
  };
  switch (change.do) {
    case "add value":
      return edits(change.pointer, (place) => addTo(sources, place, "enum", change.value));
    case "add type":
      return edits(change.pointer, (place) => addTo(sources, place, "type", change.type));
    case "add field":
      return edits(change.pointer, (place) =>
        addMember(sources, place, "properties", change.name, described(change.schema)),
      );
    case "not required":
      return edits(change.pointer, (place) => takeFrom(sources, place, "required", change.name));
    case "add status":
      return edits(change.pointer, (place) =>
        addMember(sources, place, undefined, String(change.status), change.response),
      );
    case "add state": {
      const listed =
        change.enum === undefined ? [] : edits(change.enum, (place) => addTo(sources, place, "enum", change.word));
      return [...listed, ...edits("/x-lifecycle/states", (place) => addTo(sources, place, UNTIL_KNOWN, change.word))];
    }
  }
}

function snippetOf(change: Change): string {
  const { do: what, ...rest } = change;
  return `# ${what}\n${stringify(rest).trimEnd()}\n`;
}

const parses = (text: string): boolean => {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The changes as a diff of the sources under `root`, the contract's own `openapi.yaml`; `undefined` where there is none. */
export function patchOf(changes: readonly Change[], root: string | undefined): Patch {
  const snippets: string[] = [];
  const byFile = new Map<string, Edit[]>();
  const sources = root === undefined ? undefined : createSources(root);
  for (const change of changes) {
    const edits = sources ? editsOf(sources, change) : [];
    const isUsable =
      edits.length > 0 &&
      edits.every(({ file, ...edit }) => parses(edited(sources?.text(file) ?? "", [{ file, ...edit }])));
    if (!isUsable) snippets.push(snippetOf(change));
    else for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
  }
  const above = dirname(dirname(dirname(root ?? "")));
  const name = (file: string) => relative(above, file).split(sep).join("/");
  const files = [...byFile].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    snippets,
    diff: files.map(([file, edits]) => unifiedDiff(name(file), sources?.text(file) ?? "", edits)).join(""),
  };
}
