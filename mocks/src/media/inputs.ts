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
  const [, width, height] = /^(\d+)\s*[:x]\s*(\d+)$/i.exec(textOf(value))?.map(Number) ?? [];
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

/** A model, and what it takes for members that are left out. */
interface Known extends Model {
  readonly defaults: JsonObject;
  /** Role → what is billed whatever the request says. */
  readonly billed: JsonObject;
  /** Role → its carriers that are heeded. */
  readonly carriers: ReadonlyMap<string, readonly Input[]>;
}

function carriersIn({ inputs }: Model): Known["carriers"] {
  const heeded = inputs.filter(({ effect }) => effect !== "ignored");
  const roles = new Set(heeded.map(({ role }) => textOf(role)));
  return new Map([...roles].map((role) => [role, heeded.filter((one) => one.role === role)]));
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

  const carriersOf = ({ carriers, defaults }: Known, role: string, sent: JsonObject): readonly Input[] =>
    carriers.get(role)?.filter((one) => applies(one, defaults, sent)) ?? NOTHING;

  /** What stands in a request for a role, in the contract's words. */
  function givenFor(model: Known, role: string, sent: JsonObject): Json | undefined {
    for (const { path, values } of carriersOf(model, role, sent)) {
      for (const value of select(sent, path)) {
        const written = typeof value === "string" || typeof value === "number" ? value : undefined;
        const meant = objectAt(values)[String(written)] ?? written;
        if (meant !== undefined) return meant;
      }
    }
    return undefined;
  }

  /** What a role comes to: what is billed whatever the request says, or what stands there. */
  const valueOf = (model: Known, role: string, sent: JsonObject): Json | undefined =>
    model.billed[role] ?? givenFor(model, role, sent);

  function shapeOf(valueIn: (role: string) => Json | undefined): Partial<Shape> {
    const [ratio, seconds] = [ratioOf(valueIn("aspectRatio")), secondsOf(valueIn("duration"))];
    return { ...(ratio !== undefined && { ratio }), ...(seconds !== undefined && { seconds }) };
  }

  return {
    askedShape(operationId, sent) {
      const model = modelOf(operationId, sent);
      return model ? shapeOf((role) => valueOf(model, role, sent)) : {};
    },
    usualShape(operationId, sent) {
      const model = modelOf(operationId, sent);
      return model ? shapeOf((role) => carriersOf(model, role, sent).find((one) => one.default)?.default) : {};
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
