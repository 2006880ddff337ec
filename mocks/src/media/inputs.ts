import {
  locate,
  matches,
  select,
  valueAt,
  type Location,
  type MediaLimits,
  type Where,
} from "@omni-contracts/core/language";
import {
  isObject,
  modelSchemas,
  objectAt,
  operationsOf,
  requestContent,
  textOf,
  type Document,
  type Input,
  type Json,
  type JsonObject,
  type Model,
} from "@omni-contracts/specs";
import { defaultsOf } from "../engine/price.js";
import type { Shape } from "./clips.js";

/** An address in a request. */
export interface MediaInput {
  readonly role: string;
  /** As one would write it in code: `image_urls[0]`. */
  readonly field: string;
  readonly address: string;
  readonly limits: MediaLimits;
}

/** What a request asks for, in the contract's own roles. */
export interface Inputs {
  /** What the video is to be like, as the request says; what it leaves open is left out. */
  askedShape(operationId: string, sent: JsonObject): Partial<Shape>;
  /** What the contract takes where the request leaves it open. */
  usualShape(operationId: string, sent: JsonObject): Partial<Shape>;
  /** Where the request names pictures and videos, the video first. */
  mediaOf(operationId: string, sent: JsonObject): readonly MediaInput[];
  /** The earlier task that the request goes on from. */
  previousOf(operationId: string, sent: JsonObject): string | undefined;
}

const MEDIA_ROLES = ["video", "firstFrame", "lastFrame", "inputReferences"];

// specs/extensions.schema.yaml has judged these values when the contract was linted.
const isWhere = (value: unknown): value is Where => isObject(value) && Object.values(value).every(Array.isArray);
const isLimits = (value: unknown): value is MediaLimits => isObject(value);

const applies = ({ where }: Input, defaults: JsonObject, sent: JsonObject): boolean =>
  where === undefined || !isWhere(where) || matches({ where }, { status: 200, body: { ...defaults, ...sent } });

function ratioOf(value: Json | undefined): number | undefined {
  const found = /^(\d+)\s*[:x]\s*(\d+)$/i.exec(textOf(value));
  const [width, height] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  return width && height ? width / height : undefined;
}

function secondsOf(value: Json | undefined): number | undefined {
  const seconds = typeof value === "string" ? Number.parseFloat(value) : value;
  return typeof seconds === "number" && seconds > 0 ? seconds : undefined;
}

const fieldOf = (location: Location): string =>
  location.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    "",
  );

/** Where a request says something. */
interface Carrier {
  readonly input: Input;
  /** Its name, where it is a member of the request itself: most are, and need no path. */
  readonly member: string | undefined;
}

/** A model, and what it takes for members that are left out. */
interface Known extends Model {
  readonly defaults: JsonObject;
  /** Role → what is billed whatever the request says. */
  readonly billed: JsonObject;
  /** Role → its carriers that are heeded. */
  readonly carriers: ReadonlyMap<string, readonly Carrier[]>;
}

function carriersIn({ inputs }: Model): Known["carriers"] {
  const heeded = inputs
    .filter(({ effect }) => effect !== "ignored")
    .map((input) => ({ input, member: /^\$\.([A-Za-z_]\w*)$/.exec(input.path)?.[1] }));
  const roles = new Set(heeded.map(({ input }) => textOf(input.role)));
  return new Map([...roles].map((role) => [role, heeded.filter(({ input }) => input.role === role)]));
}

const NOTHING: readonly never[] = [];

export function createInputs(document: Document): Inputs {
  const entries = new Map(operationsOf(document).map((entry) => [entry.id, entry]));
  const models = new Map<string, readonly Known[]>();

  function modelsOf(operationId: string): readonly Known[] {
    const known = models.get(operationId);
    if (known) return known;
    const operation = entries.get(operationId)?.operation ?? {};
    const { schema } = requestContent(document, operation, "application/json");
    const read = modelSchemas(document, schema).map((one) => ({
      ...one,
      defaults: defaultsOf(document, one.schema),
      billed: objectAt(objectAt(one.schema["x-model"]).billed),
      carriers: carriersIn(one),
    }));
    models.set(operationId, read);
    return read;
  }

  function modelOf(operationId: string, sent: JsonObject): Known | undefined {
    const known = modelsOf(operationId);
    return known.find(({ ids }) => ids.includes(textOf(sent.model))) ?? (known.length === 1 ? known[0] : undefined);
  }

  /** What stands in a request for a role, in the contract's words. */
  function givenFor({ carriers, defaults }: Known, role: string, sent: JsonObject): Json | undefined {
    for (const { input, member } of carriers.get(role) ?? NOTHING) {
      if (!applies(input, defaults, sent)) continue;
      const { path, values } = input;
      for (const value of member === undefined ? select(sent, path) : [sent[member]]) {
        const written = typeof value === "string" || typeof value === "number" ? value : undefined;
        const meant = values === undefined ? written : (objectAt(values)[String(written)] ?? written);
        if (meant !== undefined) return meant;
      }
    }
    return undefined;
  }

  /** What a role comes to: what is billed whatever the request says, or what stands there. */
  const valueOf = (model: Known, role: string, sent: JsonObject): Json | undefined =>
    model.billed[role] ?? givenFor(model, role, sent);

  /** What a role comes to where the request leaves it open. */
  const usualFor = ({ carriers, defaults }: Known, role: string, sent: JsonObject): Json | undefined =>
    carriers.get(role)?.find(({ input }) => input.default && applies(input, defaults, sent))?.input.default;

  function shapeOf(valueIn: (role: string) => Json | undefined): Partial<Shape> {
    return { ratio: ratioOf(valueIn("aspectRatio")), seconds: secondsOf(valueIn("duration")) };
  }

  return {
    askedShape(operationId, sent) {
      const model = modelOf(operationId, sent);
      return model ? shapeOf((role) => valueOf(model, role, sent)) : {};
    },
    usualShape(operationId, sent) {
      const model = modelOf(operationId, sent);
      return model ? shapeOf((role) => usualFor(model, role, sent)) : {};
    },
    mediaOf(operationId, sent) {
      const { inputs = [], defaults = {} } = modelOf(operationId, sent) ?? {};
      const carriers = MEDIA_ROLES.flatMap((role) => inputs.filter((input) => input.role === role));
      const all = carriers.flatMap((input) => {
        const { role, path, list, media } = input;
        // Whatever it is for, it is an address; its limits hold where it is for this.
        const isMeant = applies(input, defaults, sent);
        return locate(sent, list === true ? `${path}[*]` : path).map((location) => ({
          ...{ role: textOf(role), isMeant, field: fieldOf(location), address: textOf(valueAt(sent, location)) },
          limits: isMeant && isLimits(media) ? media : {},
        }));
      });
      return all.filter(
        ({ field, isMeant }, i) =>
          isMeant || !all.some((other, j) => other.field === field && (other.isMeant || j < i)),
      );
    },
    previousOf(operationId, sent) {
      const model = modelOf(operationId, sent);
      const value = model && valueOf(model, "previousTask", sent);
      return typeof value === "string" ? value : undefined;
    },
  };
}
