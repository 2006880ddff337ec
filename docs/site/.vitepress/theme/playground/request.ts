// What is filled in, and the request that it makes.
import type { FrameImage, VideoRequest } from "@omni-contracts/core";
import type { Issue } from "@omni-contracts/core/language";
import type { Field, MediaName } from "./fields.js";

/** An address, or a file that was chosen. */
export interface MediaItem {
  readonly url: string;
  readonly file?: File | undefined;
}

/** What is filled in; empty where nothing is. */
export interface Filled {
  readonly prompt: string;
  readonly aspectRatio: string;
  readonly resolution: string;
  readonly duration: string;
  readonly seed: string;
  readonly previousTask: string;
  readonly clientReference: string;
  readonly webhookUrl: string;
  /** JSON; empty for none. */
  readonly own: string;
  readonly media: Readonly<Record<MediaName, readonly MediaItem[]>>;
}

const SAMPLES: Readonly<Record<MediaName, string>> = {
  firstFrame: "https://example.com/first-frame.png",
  lastFrame: "https://example.com/last-frame.png",
  inputReferences: "https://example.com/reference-1.png",
  video: "https://example.com/clip.mp4",
};

/** The address of a picture or a video that there is not; mocks fetch nothing. */
export const sampleUrl = (name: MediaName, at = 0): string => SAMPLES[name].replace("-1.", `-${at + 1}.`);

const noMedia = { firstFrame: [], lastFrame: [], inputReferences: [], video: [] };

export const empty = (prompt: string): Filled => ({
  ...{ prompt, aspectRatio: "", resolution: "", duration: "", seed: "" },
  ...{ previousTask: "", clientReference: "", webhookUrl: "", own: "", media: noMedia },
});

/** The same for another model: what it does not take goes, what it must have comes. */
export function adapted(filled: Filled, fields: readonly Field[]): Filled {
  const mediaOf = (name: MediaName): readonly MediaItem[] => {
    const field = fields.find((one) => one.name === name);
    if (field?.kind !== "media") return [];
    const items = filled.media[name].slice(0, Math.max(...field.counts));
    // Of several of which one must be there, it is the first; a prompt is always there.
    const isNeeded = field.isRequired || (field.oneOf[0] === name && !field.oneOf.includes("prompt"));
    return items.length === 0 && isNeeded ? [{ url: sampleUrl(name) }] : items;
  };
  const kept = (name: "aspectRatio" | "resolution" | "duration"): string => {
    const field = fields.find((one) => one.name === name);
    const value = filled[name];
    if (field?.kind === "choice") return field.values.includes(value) ? value : "";
    if (field?.kind !== "number" || value === "") return "";
    const { min = -Infinity, max = Infinity } = field;
    return Number(value) >= min && Number(value) <= max ? value : "";
  };
  return {
    ...filled,
    ...{ aspectRatio: kept("aspectRatio"), resolution: kept("resolution"), duration: kept("duration") },
    media: {
      ...{ firstFrame: mediaOf("firstFrame"), lastFrame: mediaOf("lastFrame") },
      ...{ inputReferences: mediaOf("inputReferences"), video: mediaOf("video") },
    },
  };
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Members that people wrote as JSON, or why they are none. */
export function membersOf(text: string): { members?: Record<string, unknown>; problem?: string } {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isMembers(value) ? { members: value } : { problem: 'must be an object, such as { "name": 1 }' };
  } catch (error) {
    return { problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const mediaOf = ({ url, file }: MediaItem): string | File => file ?? url.trim();
const isGiven = ({ url, file }: MediaItem): boolean => file !== undefined || url.trim() !== "";

/** The request for a model that has these fields. */
export function requestFrom(model: string, provider: string, fields: readonly Field[], filled: Filled): VideoRequest {
  const has = (name: Field["name"]) => fields.some((field) => field.name === name);
  const text = (name: "prompt" | "aspectRatio" | "resolution" | "previousTask" | "clientReference" | "webhookUrl") =>
    has(name) && filled[name].trim() !== "" && { [name]: name === "prompt" ? filled[name] : filled[name].trim() };
  const number = (name: "duration" | "seed") => has(name) && filled[name] !== "" && { [name]: Number(filled[name]) };
  const items = (name: MediaName) => (has(name) ? filled.media[name].filter(isGiven).map(mediaOf) : []);
  const frames: FrameImage[] = [
    ...items("firstFrame").map((image) => ({ image, frameType: "first_frame" as const })),
    ...items("lastFrame").map((image) => ({ image, frameType: "last_frame" as const })),
  ];
  const [references, video] = [items("inputReferences"), items("video")];
  const { members } = membersOf(filled.own);
  return {
    model,
    ...text("prompt"),
    ...(frames.length > 0 && { frameImages: frames }),
    ...(references.length > 0 && { inputReferences: references }),
    ...(video.length > 0 && { video: video.length === 1 ? video[0] : video }),
    ...text("aspectRatio"),
    ...number("duration"),
    ...text("resolution"),
    ...number("seed"),
    ...text("previousTask"),
    ...text("clientReference"),
    ...text("webhookUrl"),
    ...(members && { providerOptions: { [provider]: members } }),
  };
}

/** The fields at which an issue is shown; none where it is about the whole. */
export function fieldsOfIssue({ field }: Issue, request: VideoRequest): (Field["name"] | "own")[] {
  const [, name = "", index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [];
  if (name === "providerOptions") return ["own"];
  if (name === "frameImages") {
    const frames = request.frameImages ?? [];
    const meant = index === undefined ? frames : frames.slice(Number(index), Number(index) + 1);
    const names = meant.map(({ frameType }) => (frameType === "first_frame" ? "firstFrame" : "lastFrame"));
    return names.length > 0 ? names : ["firstFrame"];
  }
  return NAMES.filter((one) => one === name);
}

const NAMES = [
  ...(["prompt", "aspectRatio", "duration", "resolution", "seed"] as const),
  ...(["inputReferences", "video", "previousTask", "clientReference", "webhookUrl"] as const),
] as const;

/** A request without files: what stands for them is an address that leads nowhere. */
export function withoutFiles(request: VideoRequest): { request: VideoRequest; files: number } {
  const state = { files: 0 };
  const link = <Media>(media: Media): Media | string =>
    media instanceof Blob ? `https://media.invalid/${state.files++}` : media;
  const { frameImages, inputReferences, video } = request;
  const shown: VideoRequest = {
    ...request,
    ...(frameImages && { frameImages: frameImages.map((one) => ({ ...one, image: link(one.image) })) }),
    ...(inputReferences && { inputReferences: inputReferences.map(link) }),
    ...(video !== undefined && { video: [video].flat().map(link) }),
  };
  return { request: shown, files: state.files };
}

/** Asks the mock for a fault in the prompt, where every way to send the request carries it: this page's client and all code. */
export const struckWith = (request: VideoRequest, fault: string): VideoRequest => ({
  ...request,
  prompt: [request.prompt?.trim() ?? "", `[mock:${fault}]`].filter((part) => part !== "").join(" "),
});
