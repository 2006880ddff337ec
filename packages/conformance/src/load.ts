import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CRITERIA } from "./criteria/index.js";
import type { Driver } from "./driver.js";

const isDriver = (value: unknown): value is Driver =>
  typeof value === "object" &&
  value !== null &&
  ["name", "version", "protocol", "how"].every(
    (name) => name in value && typeof Reflect.get(value, name) === "string",
  ) &&
  "run" in value &&
  typeof value.run === "function";

async function importOf(file: string): Promise<object> {
  const module: unknown = await import(pathToFileURL(resolve(file)).href);
  return typeof module === "object" && module !== null ? module : {};
}

const TRIALS: ReadonlySet<string> = new Set(CRITERIA.flatMap(({ trials }) => trials.map(({ run }) => run)));

/** The drivers that a module exports. @throws Error when it has none, or what it has is none */
export async function loadDrivers(file: string): Promise<readonly Driver[]> {
  const module = await importOf(file).catch((error: unknown) => {
    throw new Error(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  });
  const one: unknown = "driver" in module ? module.driver : [];
  const several: unknown = "drivers" in module ? module.drivers : one;
  const found: readonly unknown[] = Array.isArray(several) ? several : [several];
  if (found.length === 0) throw new Error(`${file} exports neither \`driver\` nor \`drivers\`.`);
  const drivers = found.map((each) => {
    if (isDriver(each)) return each;
    throw new Error(`${file} exports something that is no driver: name, version, protocol, how and run are needed.`);
  });
  const lacks = drivers.flatMap((driver) => Object.keys(driver.lacks ?? {}));
  const unknown = lacks.find((name) => !TRIALS.has(name));
  if (unknown !== undefined)
    throw new Error(`${file} lacks "${unknown}", which is no trial. There are: ${[...TRIALS].join(", ")}.`);
  return drivers;
}
