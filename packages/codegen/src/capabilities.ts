import type { Json, JsonObject } from "@omni-contracts/specs";
import type { Probe, Setting } from "./probe.js";

const LINK = "https://example.com/file";
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const links = (count: number): string[] => upTo(count).map(() => LINK);

const PROMPT: Setting = ["prompt", "a red apple"];
/** Longest clip and most files that are asked for. */
const SECONDS = upTo(60);
const FILES = upTo(20);

const LISTED = ["resolution", "aspectRatio"];
/** Most links that are tried: a frame is always one. */
const MEDIA: Readonly<Record<string, readonly number[]>> = {
  firstFrame: [1],
  lastFrame: [1],
  inputReferences: FILES,
  video: FILES,
};
/** Inputs that are there or not, with a value that any schema takes. */
const PRESENT: Readonly<Record<string, Json>> = {
  seed: 1,
  previousTask: "task",
  webhookUrl: LINK,
  clientReference: "order-1",
};

/** What one input may be, and one value of it that the schema takes together with a prompt. */
interface Choice {
  readonly choices: Json;
  readonly usual: Setting;
}

/**
 * The least that makes a request: a prompt, and where that is not enough, one of the media that complete it. `media` are
 * all that do; none of them counts where they make a request without a prompt.
 */
function leastOf(probe: Probe): { readonly settings: readonly Setting[]; readonly media: readonly string[] } {
  if (probe.takes(PROMPT)) return { settings: [PROMPT], media: [] };
  const found = Object.entries(MEDIA).flatMap(([role, counts]) => {
    const settings = counts.map((count): Setting => [role, links(count)]);
    const completing = settings.find((setting) => probe.takes(PROMPT, setting));
    return completing && !probe.takes(completing) ? [completing] : [];
  });
  return { settings: [PROMPT, ...found.slice(0, 1)], media: found.map(([role]) => role) };
}

/** Whether the schema takes these settings with a prompt, or with the least that makes a request. */
const takesBeside = (probe: Probe, least: readonly Setting[], settings: readonly Setting[]): boolean =>
  [[PROMPT], least].some((base) => {
    const others = base.filter(([role]) => !settings.some(([own]) => own === role));
    return probe.takes(...others, ...settings);
  });

function choiceOf(probe: Probe, least: readonly Setting[], role: string): Choice {
  const isTaken = (value: Json): boolean => takesBeside(probe, least, [[role, value]]);
  if (role === "duration") {
    const choices = SECONDS.filter(isTaken);
    return { choices, usual: [role, choices[0] ?? null] };
  }
  if (LISTED.includes(role)) {
    const taken = probe.listed(role).filter(({ wire }) => isTaken(wire));
    const choices = [...new Set(taken.map(({ normalized }) => normalized))];
    return { choices, usual: [role, taken[0]?.wire ?? null] };
  }
  const counts = MEDIA[role];
  if (!counts) return { choices: true, usual: [role, PRESENT[role] ?? null] };
  // What needs another input beside it is taken with none of the counts alone; `needs` tells what it needs.
  const taken = counts.filter((count) => isTaken(links(count)));
  const choices = taken.length > 0 ? taken : counts.slice(0, 1);
  return { choices, usual: [role, links(choices[0] ?? 1)] };
}

/**
 * What a model can do, found by asking its schema: which values, how many files, which inputs make a request (`always`: all
 * of them; `requires`: at least one of them), which exclude each other, and which need another one. Nothing of this is
 * written down.
 */
export function capabilitiesOf(probe: Probe): JsonObject {
  const roles = probe.roles.filter((role) => role !== "prompt");
  const { settings: least, media } = leastOf(probe);
  const choices = new Map(roles.map((role) => [role, choiceOf(probe, least, role)]));
  const usual = (role: string): Setting => choices.get(role)?.usual ?? PROMPT;
  const goWithPrompt = (...names: string[]): boolean => takesBeside(probe, least, names.map(usual));

  const free = roles.filter((role) => goWithPrompt(role));
  const excludes = free.flatMap((a, i) => free.slice(i + 1).flatMap((b) => (goWithPrompt(a, b) ? [] : [[a, b]])));
  const bound = roles.filter((role) => !free.includes(role));
  const needs = bound.flatMap((role) =>
    free.filter((other) => goWithPrompt(other, role)).map((other) => [role, other]),
  );
  const alone = probe.roles.filter((role) => (role === "prompt" || role in MEDIA) && probe.takes(usual(role)));
  // One kind of media that completes a prompt is always needed, of several any.
  const [only, ...more] = media;
  return {
    ...Object.fromEntries([...choices].map(([role, { choices: found }]) => [role, found])),
    ...(only !== undefined && { always: more.length > 0 ? ["prompt"] : ["prompt", only] }),
    requires: only === undefined ? alone : more.length > 0 ? [only, ...more] : [],
    ...(excludes.length > 0 && { excludes }),
    ...(needs.length > 0 && { needs }),
  };
}
