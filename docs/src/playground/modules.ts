// What the playground's page is built with, as modules that Vite makes: providers with their clients, and the mock's faults.
import { readFileSync } from "node:fs";
import type { TaskStatus } from "@omni-contracts/core/language";
import { objectAt, providers, readDocument, textOf, type Document } from "@omni-contracts/specs";
import { parse } from "yaml";
import { requestOf } from "../samples/index.js";

const ID = "virtual:playground";
/** Vite's mark for modules that are no files. */
const MADE = "\0";

/** A fault of the mock's catalogue, in the catalogue's words. */
export interface FaultWords {
  readonly name: string;
  readonly happens: string;
  readonly charged: string;
  readonly client: string;
  /** What it strikes. */
  readonly group: "submit" | "task" | "webhook" | "read" | "file" | "any";
  /** How the task ends, where not as usual. */
  readonly ends?: TaskStatus;
  /** What becomes of its money. */
  readonly charge?: "refunded" | "kept" | "free";
  /** Why it failed. */
  readonly error?: string;
  /** The HTTP status of answers that show the task. */
  readonly status?: number;
}

const ENDS = ["completed", "failed", "cancelled", "expired"] as const;
const CHARGES = ["refunded", "kept", "free"] as const;

/** What the page holds against a contract, to say what its client cannot tell. */
function lifeOf({ answer, served, task }: Record<string, unknown>) {
  const [life, { status }] = [objectAt(task), objectAt(answer)];
  const ends = ENDS.find((one) => one === life.ends);
  const charge = CHARGES.find((one) => one === life.charge);
  return {
    ...(ends && { ends }),
    ...(charge && { charge }),
    ...(life.error !== undefined && { error: textOf(life.error) }),
    ...(served === true && typeof status === "number" && { status }),
  };
}

function groupOf(fault: Record<string, unknown>): FaultWords["group"] {
  const { on, task } = fault;
  if (objectAt(task).webhook !== undefined) return "webhook";
  if (on === "submit" || on === "read" || on === "file") return on;
  return task === undefined ? "any" : "task";
}

/** The catalogue of the mock's faults, in its order. */
export function faultsOf(yaml: string): FaultWords[] {
  const { faults } = objectAt(parse(yaml));
  return [faults ?? []].flat().map((one) => {
    const fault = objectAt(one);
    const { name, happens, charged, client } = fault;
    return {
      ...{ name: textOf(name), happens: textOf(happens), charged: textOf(charged), client: textOf(client) },
      group: groupOf(fault),
      ...lifeOf(fault),
    };
  });
}

const catalogue = (): string =>
  readFileSync(new URL("../faults/catalogue.yaml", import.meta.resolve("@omni-contracts/mocks")), "utf8");

function listModule(): string {
  const entries = providers().map((provider) => {
    // The name of the provider; what follows is of the model.
    const [title = provider] = textOf(objectAt(readDocument(provider).root.info).title).split(",");
    const names = `id: ${JSON.stringify(provider)}, title: ${JSON.stringify(title)}`;
    return `{ ${names}, load: () => import(${JSON.stringify(`${ID}/${provider}`)}) }`;
  });
  return `export const providers = [${entries.join(", ")}];\nexport const faults = ${JSON.stringify(faultsOf(catalogue()))};`;
}

/** The name under which a provider's package exports what makes its normalized client. */
async function creatorOf(name: string): Promise<string> {
  const module: unknown = await import(name);
  const found = Object.keys(objectAt(module)).find((one) => one.startsWith("create") && !one.endsWith("Api"));
  if (found === undefined) throw new Error(`${name} exports nothing that makes a client.`);
  return found;
}

/** For each operation that submits, what its code samples are made from. */
const samplesOfSubmits = (document: Document): object =>
  Object.fromEntries(
    Object.keys(objectAt(objectAt(document.root["x-lifecycle"]).submit)).map((id) => [id, requestOf(document, id)]),
  );

async function providerModule(provider: string): Promise<string> {
  const name = `@omni-contracts/${provider}`;
  const samples = samplesOfSubmits(readDocument(provider));
  return [
    `export { ${await creatorOf(name)} as create } from "${name}";`,
    `import { lifecycle, models, prices, service } from "${name}/contract";`,
    `export { requestSchemas } from "${name}/schemas";`,
    "export const contract = { lifecycle, models, prices, service };",
    `export const samples = ${JSON.stringify(samples)};`,
  ].join("\n");
}

/**
 * The plugin for Vite. `virtual:playground` lists providers and faults; a provider's client, contract and samples are a module
 * of their own, so that a page loads those of the provider that is chosen.
 */
export const playgroundModules = () => ({
  name: "omni-playground",
  resolveId: (id: string): string | undefined => (id === ID || id.startsWith(`${ID}/`) ? MADE + id : undefined),
  load: (id: string): Promise<string> | string | undefined => {
    if (id === MADE + ID) return listModule();
    const prefix = `${MADE}${ID}/`;
    return id.startsWith(prefix) ? providerModule(id.slice(prefix.length)) : undefined;
  },
});
