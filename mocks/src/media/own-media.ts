import { objectAt, type Document, type JsonObject } from "@omni-contracts/specs";
import type { Space } from "../engine/space.js";
import type { Refusal } from "../judge/judge.js";
import { isJson, parseJson, type MockRequest } from "../transport/http.js";
import { nearestClip, type Clip, type Shape } from "./clips.js";
import type { Files, Shelves } from "./files.js";
import { createInputs } from "./inputs.js";
import { refuseFile, type FileFacts } from "./refuse.js";

/** Files of the mock in requests to it. Other addresses mean nothing here, and are never fetched. */
export interface OwnMedia {
  /** The request as the contract would see it: a file of the mock counts as one on https, wherever the mock is served. */
  asPublic(request: MockRequest): MockRequest;
  /** Holds the files of the mock that a submit names against the limits of its inputs. */
  refusalOf(operationId: string, request: MockRequest, space: Space): Refusal | undefined;
  /** The video that a submit is to give. */
  clipFor(operationId: string, sent: JsonObject, space: Space): Clip;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** A quick look, so that requests without such files cost nothing. */
const mayHold = (text: string): boolean => text.includes("/__uploads/") || text.includes("/__files/");

function shapeOf(facts: FileFacts | "missing" | undefined): Partial<Shape> {
  if (facts === undefined || facts === "missing") return {};
  const { width, height, seconds } = facts;
  return { ...(width && height && { ratio: width / height }), ...(seconds !== undefined && { seconds }) };
}

export function createOwnMedia(
  document: Document,
  { files, tasks, uploads, readClip }: Shelves & { readonly files: Files },
): OwnMedia {
  const { provider } = document;
  const inputs = createInputs(document);
  const at = `//[^/"\\\\\\s]+/${escape(provider)}(?:/~([\\w.-]+))?(/__(?:uploads|files)/[^"\\\\\\s]+)`;
  const insecure = new RegExp(`\\bhttp:(?=${at})`, "g");
  const whole = new RegExp(`^https?:${at}$`);

  /** A file of the mock, by its address; `missing` where it is none any more, `undefined` for any other address. */
  function factsOf(address: string, space: Space): FileFacts | "missing" | undefined {
    const [isOwn, namespace = "", path = ""] = whole.exec(address) ?? [];
    if (isOwn === undefined) return undefined;
    if (namespace !== space.name) return "missing";
    const upload = uploads.find(provider, space.name, path.replace("/__uploads/", ""));
    if (upload && space.clock.now() <= upload.expiresAt) return { ...upload, bytes: upload.bytes.length };
    const clip = URL.canParse(address) ? files.resultAt(path, space)?.clip : undefined;
    return clip ? { ...clip, type: "video/mp4", bytes: readClip(clip).bytes.length } : "missing";
  }

  return {
    asPublic(request) {
      const { text = "", headers } = request;
      if (!mayHold(text) || !isJson(headers)) return request;
      return { ...request, text: text.replaceAll(insecure, "https:") };
    },
    refusalOf(operationId, { text = "", headers }, space) {
      if (!mayHold(text) || !isJson(headers)) return undefined;
      for (const { field, address, limits } of inputs.mediaOf(operationId, objectAt(parseJson(text)))) {
        const facts = factsOf(address, space);
        if (facts === undefined) continue;
        if (facts === "missing") {
          // No page says what a provider does with an address that leads nowhere.
          space.note(`${provider} ${operationId}: \`${field}\` leads to no file that is here: ${address}`);
          continue;
        }
        const refusal = refuseFile(field, facts, limits);
        if (refusal) return { code: "invalid_request", field, message: refusal.message };
      }
      return undefined;
    },
    clipFor(operationId, sent, space) {
      const asked = inputs.askedShape(operationId, sent);
      if (asked.ratio !== undefined && asked.seconds !== undefined) return nearestClip(asked);
      // What is left open is as in the video that it is made from; then as the contract says; then as in the pictures.
      const previous = inputs.previousOf(operationId, sent);
      const media = inputs.mediaOf(operationId, sent);
      const shapeIn = (isMovie: boolean) =>
        media.map(({ role, address }) => ((role === "video") === isMovie ? shapeOf(factsOf(address, space)) : {}));
      const earlier = previous === undefined ? {} : (tasks.find(provider, space.name, previous)?.clip ?? {});
      const usual = inputs.usualShape(operationId, sent);
      const shapes: Partial<Shape>[] = [asked, earlier, ...shapeIn(true), usual, ...shapeIn(false)];
      const ratio = shapes.find((one) => one.ratio)?.ratio;
      const seconds = shapes.find((one) => one.seconds)?.seconds;
      return nearestClip({ ...(ratio !== undefined && { ratio }), ...(seconds !== undefined && { seconds }) });
    },
  };
}
