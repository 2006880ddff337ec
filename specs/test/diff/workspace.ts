import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Screen } from "../../src/terminal/index.js";

/** A contract as it is bundled, with what a test changes in it. */
const contract = (version: string, durations: readonly number[], text = "Length in seconds.") => `openapi: 3.1.0
info:
  title: Acme, video
  version: ${version}
x-lifecycle:
  charge: {at: accepted, failed: refunded}
paths:
  /v1/videos:
    post:
      operationId: createVideo
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/AcmeOne'}
      responses:
        '200': {description: Accepted.}
components:
  schemas:
    AcmeOne:
      type: object
      x-model: {lineage: acme, status: current}
      properties:
        model: {type: string, enum: [acme-1]}
        duration:
          type: integer
          description: ${text}
          enum: [${durations.join(", ")}]
`;

/** The same by hand: what is left in the root file, and the one component. */
const BY_HAND = (version: string) => `openapi: 3.1.0
info:
  title: Acme, video # a note
  # Raised by the gate.
  version: ${version}
  license: {name: MIT, version: 9.9.9}
`;
const COMPONENT = `type: object
properties:
  model: {type: string, enum: [acme-1]}
  duration:
    type: integer
`;

export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), "contract-diff-"));

  write(file: string, text: string): void {
    mkdirSync(dirname(`${this.root}/${file}`), { recursive: true });
    writeFileSync(`${this.root}/${file}`, text);
  }

  read = (file: string): string => readFileSync(`${this.root}/${file}`, "utf8");

  remove(file: string): void {
    rmSync(`${this.root}/${file}`, { recursive: true });
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  package(folder: string, name: string, version: string): void {
    this.write(`${folder}/package.json`, JSON.stringify({ name, version }));
  }

  released(version = "0.1.0"): void {
    this.write("specs/released/acme.yaml", contract(version, [4, 6]));
  }

  present(version: string, durations: readonly number[] = [4, 6], text?: string): void {
    this.write("specs/acme/openapi.yaml", BY_HAND(version));
    this.write("specs/acme/components/schemas/AcmeOne.yaml", COMPONENT);
    this.write("specs/dist/acme.yaml", contract(version, durations, text));
  }

  changeset(name: string, bumps: Readonly<Record<string, string>>): void {
    const lines = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}`);
    this.write(`.changeset/${name}.md`, `---\n${lines.join("\n")}\n---\n\nSomething.\n`);
  }
}

/** A released contract of version 0.1.0, its client and the package of all contracts, and no changeset. */
export function workspace(): Workspace {
  const created = new Workspace();
  created.released();
  created.present("0.1.0");
  created.package("packages/providers/acme", "@x/acme", "0.3.0");
  created.package("specs", "@x/specs", "0.5.0");
  return created;
}

/** A screen that remembers. */
export function screen(): Screen & { readonly said: { out: string; err: string } } {
  const said = { out: "", err: "" };
  return {
    columns: 100,
    isColourful: false,
    said,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  };
}
