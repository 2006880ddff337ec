import type { Contract, MediaLimits, Source, TimeSource } from "@omni-contracts/core/language";
import {
  isObject,
  objectAt,
  operationsOf,
  requestContent,
  resolved,
  textOf,
  type Document,
} from "@omni-contracts/specs";
import type { Answers } from "../engine/answers.js";
import { idMinter } from "../engine/mint.js";
import { showUpload } from "../engine/places.js";
import type { Space } from "../engine/space.js";
import { readForm } from "../judge/read-body.js";
import { LARGEST_BODY, LARGEST_FORM, type MockAnswer, type MockRequest } from "../transport/http.js";
import { kindOf } from "./kind.js";
import { refuseFile, type FileFacts, type FileRefusal } from "./refuse.js";
import { etagOf } from "./stored-file.js";
import type { UploadStore } from "./uploads.js";

/** Where an answer tells of the file that was sent. */
export interface UploadPlaces {
  readonly id?: Source;
  readonly name?: Source;
  readonly type?: Source;
  readonly bytes?: Source;
  readonly createdAt?: TimeSource;
}

/** What the contract says of an upload. */
interface UploadRules {
  /** Name of the part of the form. */
  readonly file: string;
  readonly url: Source;
  /** Seconds. */
  readonly lifetime?: number;
  readonly shows: UploadPlaces;
  /** Why a file is refused → the example that says so. */
  readonly refuses: Readonly<Record<string, unknown>>;
  readonly limits: MediaLimits;
}

/** Takes files in. */
export interface Receiver {
  isUpload(operationId: string): boolean;
  receive(operationId: string, request: MockRequest, space: Space): Promise<MockAnswer>;
  /** The largest body of an operation, in bytes. Where the contract limits the file, it is not the body that is too large. */
  largest(operationId: string): number;
  /** The answer to a body that is larger than anything that is read; `undefined` where the contract has no limit for files. */
  tooLarge(operationId: string): MockAnswer | undefined;
}

// specs/extensions.schema.yaml has judged these values when the contract was linted.
const isPlaces = (value: unknown): value is UploadPlaces => isObject(value);
const isLimits = (value: unknown): value is MediaLimits => isObject(value);

function rulesOf(document: Document, { lifecycle }: Contract): Map<string, UploadRules> {
  const raw = objectAt(objectAt(document.root["x-lifecycle"]).upload);
  return new Map(
    Object.entries(lifecycle.upload ?? {}).map(([id, { file, url, lifetime }]) => {
      const operation = operationsOf(document).find((entry) => entry.id === id)?.operation ?? {};
      const { schema } = requestContent(document, operation, "multipart/form-data");
      const part = resolved(document, objectAt(resolved(document, schema).properties)[file]);
      const { media } = objectAt(part["x-input"]);
      const { shows, refuses } = objectAt(raw[id]);
      const rules: UploadRules = {
        ...{ file, url, ...(lifetime !== undefined && { lifetime }) },
        shows: isPlaces(shows) ? shows : {},
        refuses: objectAt(refuses),
        limits: isLimits(media) ? media : {},
      };
      return [id, rules] as const;
    }),
  );
}

const UNTOLD = "application/octet-stream";
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** What was sent, what it is, and what it is said to be. */
async function readPart(part: FormDataEntryValue) {
  const blob = typeof part === "string" ? new Blob([part]) : part;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const [told = ""] = blob.type.toLowerCase().split(";");
  return { bytes, kind: await kindOf(bytes), told: told === UNTOLD ? "" : told };
}

/** What a file is counts; what it is said to be must be taken as well. */
function refuseUpload(field: string, facts: FileFacts, told: string, limits: MediaLimits): FileRefusal | undefined {
  if (facts.bytes === 0) return { limit: "type", message: `\`${field}\` is empty; send a file.` };
  const refusal = refuseFile(field, facts, limits);
  return refusal ?? (told ? refuseFile(field, { ...facts, type: told }, limits) : undefined);
}

/** Keeps what is uploaded, within the limits that the contract has for the file, and answers with its address here. */
export function createReceiver(
  document: Document,
  contract: Contract,
  answers: Answers,
  uploads: UploadStore,
): Receiver {
  const { provider } = document;
  const rules = rulesOf(document, contract);

  function refused(id: string, { limit, message }: FileRefusal): MockAnswer {
    const example = rules.get(id)?.refuses[limit];
    return answers.named(id, textOf(example), message) ?? answers.error(id, "invalid_request", message);
  }

  function newName(extension: string, space: Space): string {
    const random = space.randomFor(provider);
    const draw = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? "0";
    return `${Array.from({ length: 20 }, draw).join("")}.${extension}`;
  }

  return {
    isUpload: (id) => rules.has(id),
    largest: (id) => (rules.get(id)?.limits.bytes === undefined ? LARGEST_BODY : LARGEST_FORM),
    tooLarge(id) {
      const { file, limits } = rules.get(id) ?? {};
      const message = `\`${file}\` is too large; at most ${limits?.bytes} bytes are taken.`;
      return limits?.bytes === undefined ? undefined : refused(id, { limit: "bytes", message });
    },
    async receive(id, request, space) {
      const { file, url, lifetime = Infinity, shows = {}, limits = {} } = rules.get(id) ?? { file: "", url: "$" };
      const { headers, text = "", base = "" } = request;
      const answer = answers.success(id);
      if (!answer) return answers.error(id, "provider_unavailable", "The contract has no example of an upload.");
      const form = await readForm(text, headers["content-type"] ?? "");
      const part = "parts" in form ? form.parts.getAll(file).at(-1) : undefined;
      if (part === undefined) return answers.error(id, "invalid_request", `The part \`${file}\` is required; add it.`);
      const { bytes, kind, told } = await readPart(part);
      const type = kind && !kind.isBroken ? kind.type : limits.types ? "nothing that can be read" : told || UNTOLD;
      const facts = { ...kind, type, bytes: bytes.length };
      const refusal = refuseUpload(file, facts, told, limits);
      if (refusal) return refused(id, refusal);

      const now = space.clock.now();
      const name = newName(kind?.extension ?? "bin", space);
      const { width, height, seconds } = facts;
      uploads.add({
        ...{ provider, namespace: space.name, name, bytes, type, etag: etagOf(bytes), modifiedAt: now },
        ...(width !== undefined && height !== undefined && { width, height }),
        ...(seconds !== undefined && { seconds }),
        expiresAt: now + lifetime * 1000,
        onEvicted() {
          space.note(`${provider} ${id}: ${name} (${bytes.length} bytes) had to make room for younger uploads.`);
        },
      });
      const mint = shows.id === undefined ? undefined : idMinter(answer.body, shows.id);
      mint?.(answer.body, space.randomFor(provider), () => false);
      const called = typeof part === "string" ? file : part.name;
      const link = `${base}/__uploads/${name}`;
      showUpload(answer.body, url, shows, { link, name: called, type, bytes: bytes.length, createdAt: now });
      return answer;
    },
  };
}
