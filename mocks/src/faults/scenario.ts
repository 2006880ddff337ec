import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isObject, objectAt } from "@omni-contracts/specs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Fault, Scenarios } from "./fault.js";

const FOLDER = fileURLToPath(new URL("../../faults/", import.meta.url));

/** Where the faults stand that come with the mocks. */
export const CATALOGUE = `${FOLDER}catalogue.yaml`;

/** What stands in a scenario: the name of a fault, or a fault that may be like another one. */
type Item = string | (Partial<Fault> & { readonly use?: string });

interface ScenarioData {
  readonly name?: string;
  readonly about?: string;
  readonly faults: readonly Item[];
}

const read: { validate?: ValidateFunction<ScenarioData> } = {};

/** Compiled for the first scenario that somebody gives: most mocks are started without one. */
function validator(): ValidateFunction<ScenarioData> {
  if (read.validate) return read.validate;
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  const schema: unknown = parse(readFileSync(`${FOLDER}schema.yaml`, "utf8"));
  return (read.validate = ajv.compile<ScenarioData>(objectAt(schema)));
}

// A test holds the mocks' own catalogue against the schema.
const isCatalogue = (data: unknown): data is ScenarioData => isObject(data) && Array.isArray(data.faults);

/** `/faults/0/answer/status` → `faults[0].answer.status` */
const placeOf = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".");

function told(errors: readonly ErrorObject[]): string {
  // Of an item that is no name and no fault, only what a fault lacks is of use; the deepest error says most.
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const useful = errors.filter(({ keyword, schemaPath }) => keyword !== "anyOf" && schemaPath !== "#/$defs/name/type");
  const [error] = (useful.length > 0 ? useful : errors).toSorted((a, b) => depth(b) - depth(a));
  const { additionalProperty, allowedValues } = error?.params ?? {};
  const place = placeOf(error?.instancePath ?? "");
  const field = [place, additionalProperty].filter((one) => typeof one === "string" && one !== "").join(".");
  const what = additionalProperty === undefined ? (error?.message ?? "is wrong") : "is not known";
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
  return `${field || "The scenario"} ${what}${values}`;
}

/**
 * The faults of a scenario that is given as data.
 *
 * @throws Error that names the member and what is wrong with it
 */
export function scenarioOf(data: unknown, known: Scenarios): readonly Fault[] {
  const validate = validator();
  if (!validate(data)) throw new Error(`${told(validate.errors ?? [])}.`);
  return faultsOf(data, known);
}

function faultsOf(data: ScenarioData, known: Scenarios): readonly Fault[] {
  return data.faults.flatMap((item, i) => {
    const use = typeof item === "string" ? item : item.use;
    const like = use === undefined ? [] : known.get(use);
    if (!like) throw new Error(`faults[${i}]: there is no fault "${use}". There are: ${[...known.keys()].join(", ")}.`);
    if (typeof item === "string") return like;
    const own = Object.fromEntries(Object.entries(item).filter(([key]) => key !== "use"));
    const name = item.name ?? use ?? data.name ?? "custom";
    if (use === undefined) return [{ ...own, name }];
    return like.map((fault) => ({
      ...fault,
      ...own,
      name,
      ...((fault.answer ?? item.answer) && { answer: { ...fault.answer, ...item.answer } }),
      ...((fault.task ?? item.task) && { task: { ...fault.task, ...item.task } }),
    }));
  });
}

/**
 * A scenario that is given as YAML text.
 *
 * @throws Error that names the place and what is wrong there
 */
export function parseScenario(
  text: string,
  known: Scenarios,
): { readonly name?: string; readonly faults: readonly Fault[] } {
  const data: unknown = parse(text);
  const faults = scenarioOf(data, known);
  const { name } = objectAt(data);
  return { faults, ...(typeof name === "string" && { name }) };
}

const cache: { catalogue?: Scenarios } = {};

/** The faults that come with the mocks. */
export function readCatalogue(): Scenarios {
  if (cache.catalogue) return cache.catalogue;
  const data: unknown = parse(readFileSync(CATALOGUE, "utf8"));
  const faults = isCatalogue(data) ? faultsOf(data, new Map()) : [];
  // Read once: every mock of a process has the same.
  cache.catalogue = new Map(faults.map((fault) => [fault.name, [fault]]));
  return cache.catalogue;
}
