import { checkBody, type Issue, type RequestSchema } from "../language/check-body.js";
import { holds } from "../language/match.js";
import { isObject } from "../language/objects.js";
import { select } from "../language/path.js";
import { decodeHandle } from "./handle.js";
import { linkOf, type PendingMedia } from "./media.js";
import type { Input, ModelFacts } from "./model.js";
import { shapeIssues } from "./request-shape.js";
import type { VideoRequest } from "./request.js";

/** A setting of the request on its way to the wire. */
interface Setting {
  /** The input role of the contract. */
  readonly role: string;
  /** What the caller calls it. */
  readonly name: string;
  readonly value: unknown;
}

/** What a request comes to on the wire. */
export interface Mapping {
  readonly body: Readonly<Record<string, unknown>>;
  /** Setting → what is sent for it; with the defaults that cost money. */
  readonly applied: Readonly<Record<string, unknown>>;
  /** What the provider takes in place of what was asked for. */
  readonly coerced: readonly { readonly setting: string; readonly from: unknown; readonly to: unknown }[];
  /** What was left out: options for other providers and, in `mode: "warn"`, settings that the model does not take. */
  readonly dropped: readonly { readonly setting: string; readonly reason: string }[];
  /** Why it cannot be sent. */
  readonly issues: readonly Issue[];
  /** Whether what is wrong is only that the model lacks a setting. */
  readonly isUnsupported: boolean;
  /** Bytes that have to be uploaded first. */
  readonly media: readonly PendingMedia[];
}

type Body = Record<string, unknown>;

/** What changes the price is sent also where it is the default: a provider may change its mind about defaults. */
const PRICED = ["duration", "resolution"];
/** Bodies that are tried; roles have two carriers at most, and few of them have two. */
const MOST = 64;

const PLAIN = ["prompt", "aspectRatio", "duration", "seed", "webhookUrl", "clientReference"] as const;
const NAMES: Readonly<Record<string, string>> = { firstFrame: "frameImages", lastFrame: "frameImages" };
const KNOWN = new Set<string>([
  ...PLAIN,
  "model",
  "resolution",
  "frameImages",
  "inputReferences",
  "video",
  "previousTask",
  "providerOptions",
]);

const TIERS: Readonly<Record<number, string>> = {
  360: "360p",
  480: "480p",
  720: "720p",
  1080: "1080p",
  1440: "2k",
  2160: "4k",
};
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A size as the tier and the ratio that it has. */
function sizeOf(text: string): { tier: string; ratio: string } | undefined {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!width || !height) return undefined;
  const by = divisor(width, height);
  const short = Math.min(width, height);
  return { tier: TIERS[short] ?? `${short}p`, ratio: `${width / by}:${height / by}` };
}

interface Collected {
  readonly settings: readonly Setting[];
  readonly issues: Issue[];
  readonly media: PendingMedia[];
}

/** The settings that a request gives, media as addresses. */
function collect(request: VideoRequest, provider: string): Collected {
  const settings: Setting[] = [];
  const issues: Issue[] = [];
  const media: PendingMedia[] = [];
  const add = (role: string, value: unknown) => {
    settings.push({ role, name: NAMES[role] ?? role, value });
  };
  for (const name of PLAIN) if (request[name] !== undefined) add(name, request[name]);
  const { resolution, frameImages = [], inputReferences, video, previousTask } = request;
  if (resolution !== undefined) {
    const size = sizeOf(resolution);
    add("resolution", size?.tier ?? resolution);
    if (size && request.aspectRatio === undefined) add("aspectRatio", size.ratio);
    if (size && request.aspectRatio !== undefined && request.aspectRatio !== size.ratio)
      issues.push({ field: "aspectRatio", message: `is ${request.aspectRatio}, but \`resolution\` is ${size.ratio}` });
  }
  for (const [frameType, role] of [
    ["first_frame", "firstFrame"],
    ["last_frame", "lastFrame"],
  ] as const) {
    const frames = frameImages.filter((one) => one.frameType === frameType);
    if (frames.length > 1) issues.push({ field: "frameImages", message: `has more than one ${frameType}` });
    const [frame] = frames;
    if (frame) add(role, [linkOf(frame.image, `frameImages[${frameImages.indexOf(frame)}]`, media, role)]);
  }
  if (inputReferences && inputReferences.length > 0)
    add(
      "inputReferences",
      inputReferences.map((one, i) => linkOf(one, `inputReferences[${i}]`, media, "inputReferences")),
    );
  if (video !== undefined && [video].flat().length > 0)
    add(
      "video",
      [video].flat().map((one, i) => linkOf(one, `video[${i}]`, media, "video")),
    );
  if (previousTask !== undefined) {
    const data = decodeHandle(previousTask);
    if (data?.provider === provider) add("previousTask", data.captures.id);
    else issues.push({ field: "previousTask", message: data ? `is a task of ${data.provider}` : "is no handle" });
  }
  return { settings, issues, media };
}

/** Puts a value at a path of names, of which one may be a list (`$.clips[*].url`: an item a value). */
function put(body: Body, path: string, value: unknown): Body {
  const [key = "", ...rest] = path.split(".").slice(1);
  const below = `$.${rest.join(".")}`;
  const name = key.replace("[*]", "");
  if (key !== name)
    return { ...body, [name]: [value].flat().map((one) => (rest.length > 0 ? put({}, below, one) : one)) };
  const inner = body[name];
  return { ...body, [name]: rest.length > 0 ? put(isObject(inner) ? inner : {}, below, value) : value };
}

function placed(body: Body, input: Input, value: unknown): Body {
  const isOne = Array.isArray(value) && value.length === 1 && !input.list && !input.path.includes("[*]");
  const beside = Object.entries(input.where ?? {}).flatMap(([path, [literal]]) => [[path, literal] as const]);
  const one: unknown = isOne ? value[0] : value;
  return beside.reduce((made, [path, literal]) => put(made, path, literal), put(body, input.path, one));
}

/** What may stand on the wire for one of our values. */
const spellings = ({ values = {} }: Input, value: unknown): unknown[] => [
  value,
  ...Object.entries(values).flatMap(([wire, ours]) => (ours === value ? [wire] : [])),
];

/** Every body that the settings can make: a setting may have more than one place, a value more than one spelling. */
function bodiesOf(base: Body, settings: readonly Setting[], inputs: readonly Input[]): Body[] {
  return settings.reduce<Body[]>(
    (bodies, { role, value }) =>
      inputs
        .filter((input) => input.role === role)
        .flatMap((input) => spellings(input, value).flatMap((one) => bodies.map((body) => placed(body, input, one))))
        .slice(0, MOST),
    [base],
  );
}

/** The settings that a body does not carry: another one took their place, as frames and references may share one. */
const lost = (body: Body, settings: readonly Setting[], inputs: readonly Input[]): Issue[] =>
  settings
    .filter(
      ({ role, value }) =>
        !inputs.some((input) => {
          if (input.role !== role || !holds(input.where ?? {}, body)) return false;
          const there = select(body, input.path + (input.list ? "[*]" : ""));
          const isThere = (one: unknown) => spellings(input, one).some((spelling) => there.includes(spelling));
          return [value].flat().every(isThere);
        }),
    )
    .map(({ name }) => ({ field: name, message: "has no place beside the other settings" }));

/** The body with the caller's own members; what a setting has put there already is not overwritten. */
function merged(body: Body, own: Body, field: string, clashes: Issue[]): Body {
  return Object.entries(own).reduce<Body>((made, [name, value]) => {
    const there = Object.hasOwn(body, name) ? body[name] : undefined;
    const at = `${field}.${name}`;
    if (isObject(there) && isObject(value)) return { ...made, [name]: merged(there, value, at, clashes) };
    if (there === undefined || JSON.stringify(there) === JSON.stringify(value)) return { ...made, [name]: value };
    clashes.push({ field: at, message: "stands there already, for another setting" });
    return made;
  }, body);
}

/** A body, the settings that it is made of, and what is wrong with it. */
interface Attempt {
  readonly body: Body;
  readonly chosen: readonly Setting[];
  readonly found: readonly Issue[];
}

/** The first with nothing wrong, after which no more are made; else the one with the least. */
function bestOf(attempts: Iterable<Attempt>): Attempt | undefined {
  let best: Attempt | undefined;
  for (const one of attempts) {
    if (!best || one.found.length < best.found.length) best = one;
    if (best.found.length === 0) break;
  }
  return best;
}

/** Issues in the caller's words: `image_urls[1]` → `inputReferences[1]`. */
function translated(issues: readonly Issue[], settings: readonly Setting[], inputs: readonly Input[]): Issue[] {
  return issues.map(({ field, message }) => {
    const [, top = "", rest = ""] = /^(\w+)(.*)$/.exec(field) ?? [];
    const carriers = inputs.filter(({ path }) => path.split(/[.[]/)[1] === top);
    const given = settings.find(({ role }) => carriers.some((input) => input.role === role));
    const role = given?.role ?? carriers[0]?.role;
    return role === undefined ? { field, message } : { field: (NAMES[role] ?? role) + rest, message };
  });
}

/**
 * What a request comes to on the wire: every setting where the contract says it stands, in the spelling and the place that
 * the model's schema takes. Nothing is left out without being told.
 */
export function mapRequest(
  request: VideoRequest,
  facts: ModelFacts,
  schema: RequestSchema,
  { provider, mode }: { readonly provider: string; readonly mode: "strict" | "warn" },
): Mapping {
  const { inputs, capabilities } = facts;
  const misshapen = shapeIssues({ ...request }, provider);
  if (misshapen.length > 0)
    return {
      ...{ body: {}, applied: {}, coerced: [], dropped: [], media: [] },
      issues: misshapen,
      isUnsupported: false,
    };
  const { settings, issues, media } = collect(request, provider);
  const usable = inputs.filter(({ effect }) => effect !== "ignored");
  const lacking: { setting: string; reason: string }[] = [];
  const coerced: { setting: string; from: unknown; to: unknown }[] = [];

  for (const name of Object.keys(request))
    if (!KNOWN.has(name))
      lacking.push({ setting: name, reason: `is not known here; known are ${[...KNOWN].join(", ")}` });
  const kept = settings.flatMap((setting) => {
    const { role, name, value } = setting;
    const effects = inputs.flatMap((input) => (input.role === role ? [input.effect] : []));
    if (effects.every((effect) => effect === "ignored")) {
      const what = effects.length > 0 ? "takes it and ignores it" : "does not take it";
      lacking.push({ setting: name, reason: `${request.model} ${what}` });
      return [];
    }
    const effect = effects.find((one) => typeof one === "object");
    const listed: readonly unknown[] | undefined =
      role === "aspectRatio" || role === "resolution" ? capabilities[role] : undefined;
    if (typeof effect !== "object" || !listed || listed.includes(value)) return [setting];
    coerced.push({ setting: name, from: value, to: effect.coercedTo });
    return [{ ...setting, value: effect.coercedTo }];
  });

  const own = { ...request.providerOptions?.[provider] };
  for (const name of Object.keys(own)) {
    const input = inputs.find(({ path }) => path === `$.${name}`);
    if (input?.role !== undefined || name === "model") {
      Reflect.deleteProperty(own, name);
      issues.push({
        field: `providerOptions.${provider}.${name}`,
        message: `stands for \`${NAMES[input?.role ?? ""] ?? input?.role ?? name}\`; give that`,
      });
    }
  }
  // One request may serve the models of several providers: what is said to another one is not for this one.
  const others = Object.keys(request.providerOptions ?? {})
    .filter((one) => one !== provider)
    .map((one) => ({ setting: `providerOptions.${one}`, reason: `this is ${provider}` }));

  const base = { model: request.model };
  const defaults = PRICED.flatMap((role) => {
    const { default: usual, values = {} } = usable.find((input) => input.role === role) ?? {};
    const value = typeof usual === "string" ? (values[usual] ?? usual) : usual;
    return value === undefined || kept.some((one) => one.role === role) ? [] : [{ role, name: role, value }];
  });
  function* attempts(): Generator<Attempt> {
    for (const chosen of [[...kept, ...defaults], ...defaults.map((one) => [...kept, one]), kept]) {
      for (const made of bodiesOf(base, chosen, usable)) {
        const clashes: Issue[] = [];
        const body = merged(made, own, `providerOptions.${provider}`, clashes);
        const found = [...clashes, ...lost(made, chosen, usable)];
        yield { body, chosen, found: found.length > 0 ? found : checkBody(schema, body) };
      }
    }
  }
  const { body, chosen, found } = bestOf(attempts()) ?? { body: base, chosen: kept, found: [] };
  const refused =
    mode === "strict"
      ? [
          ...lacking.map(({ setting, reason }) => ({ field: setting, message: reason })),
          ...coerced.map(({ setting, from, to }) => ({
            field: setting,
            message: `${String(from)} would become ${String(to)}`,
          })),
        ]
      : [];
  const wrong = [...issues, ...translated(found, chosen, inputs)];
  return {
    body,
    applied: Object.fromEntries(chosen.map(({ name, role, value }) => [NAMES[role] ? role : name, value])),
    coerced,
    dropped: [...(mode === "warn" ? lacking : []), ...others],
    issues: [...refused, ...wrong],
    isUnsupported: refused.length > 0 && wrong.length === 0,
    media,
  };
}
