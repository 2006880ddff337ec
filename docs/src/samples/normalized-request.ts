import { isObject, listAt, objectAt, resolved, textAt, type Document, type Json, type JsonObject } from "./json.js";
import { valuesAt, without } from "./places.js";
import type { Normalized, SampleBody } from "./sample.js";

/** A member of a request that carries a setting. */
interface Input {
  readonly path: string;
  readonly facts: JsonObject;
}

function inputsOf(document: Document, value: Json | undefined, path: string): readonly Input[] {
  const schema = resolved(document, value);
  const own = listAt(schema["x-input"]).map((one) => ({ path, facts: objectAt(one) }));
  const items = schema.items === undefined ? [] : inputsOf(document, schema.items, `${path}[*]`);
  const members = Object.entries(objectAt(schema.properties)).flatMap(([name, one]) =>
    inputsOf(document, one, `${path}.${name}`),
  );
  return [...own, ...items, ...members];
}

/** The schemas of the models that a request schema is made of. */
function modelsOf(document: Document, value: Json | undefined): readonly JsonObject[] {
  const schema = resolved(document, value);
  if (isObject(schema["x-model"])) return [schema];
  return [...listAt(schema.oneOf), ...listAt(schema.anyOf)].flatMap((one) => modelsOf(document, one));
}

const idsOf = (document: Document, model: JsonObject): readonly Json[] => {
  const { enum: listed, const: one } = resolved(document, objectAt(model.properties).model);
  return [...listAt(listed), ...listAt(one)];
};

/** A setting of the request as our words have it; the ones that are lists are joined. */
function settingOf(role: string, values: readonly Json[]): JsonObject {
  const [value = null] = values;
  const frame = (frameType: string) => ({ frameImages: [{ image: value, frameType }] });
  if (role === "firstFrame") return frame("first_frame");
  if (role === "lastFrame") return frame("last_frame");
  return { [role]: role === "inputReferences" || (role === "video" && values.length > 1) ? [...values] : value };
}

const joined = (one: JsonObject, other: JsonObject): JsonObject => ({
  ...one,
  ...other,
  ...(one.frameImages && other.frameImages
    ? { frameImages: [...listAt(one.frameImages), ...listAt(other.frameImages)] }
    : {}),
});

/**
 * A request of the contract in normalized words; `undefined` where it has none. What stands in the contract as a task of the
 * provider's own is a handle there, which no example can have.
 */
function normalizedRequest(document: Document, schema: Json | undefined, body: Json): JsonObject | undefined {
  const sent = objectAt(body);
  const model = modelsOf(document, schema).find((one) => idsOf(document, one).includes(sent.model ?? null));
  if (!model) return undefined;
  const isThere = ({ path, facts }: Input) =>
    valuesAt(sent, path).some((value) => !Array.isArray(value) || value.length > 0) &&
    Object.entries(objectAt(facts.where)).every(([at, listed]) =>
      valuesAt(sent, at).some((value) => listAt(listed).includes(value)),
    );
  const all = inputsOf(document, model, "$");
  const inputs = all.filter(isThere);
  const roles = inputs.map(({ facts }) => textAt(facts.role));
  if (roles.includes("previousTask") || inputs.some(({ facts }) => facts.effect === "ignored")) return undefined;
  const settings = inputs.map(({ path, facts }) => {
    const values = valuesAt(sent, path).flat();
    const spelled = values.map((value) => objectAt(facts.values)[textAt(value)] ?? value);
    return settingOf(textAt(facts.role), spelled);
  });
  const taken = inputs.flatMap(({ path, facts }) => [path, ...Object.keys(objectAt(facts.where))]);
  const own = taken.reduce<JsonObject>(without, without(sent, "$.model"));
  // A list that nothing says the meaning of, or of which only a part is a setting, cannot be said in our words.
  const isHalfSaid = Object.keys(own).some((name) => all.some(({ path }) => path.split(/[.[]/)[1] === name));
  if (isHalfSaid) return undefined;
  return {
    model: sent.model ?? null,
    ...settings.reduce<JsonObject>(joined, {}),
    ...(Object.keys(own).length > 0 && { providerOptions: { [document.provider]: own } }),
  };
}

/** The verb of the normalized client that does what an operation does. */
export function normalizedOf(
  document: Document,
  operation: JsonObject,
  body: SampleBody | undefined,
): Normalized | undefined {
  const { submit, read, upload, balance } = objectAt(document.root["x-lifecycle"]);
  const id = textAt(operation.operationId);
  if (id in objectAt(submit) && body?.kind === "json") {
    const content = objectAt(resolved(document, operation.requestBody).content);
    const request = normalizedRequest(document, objectAt(content["application/json"]).schema, body.value);
    return request && { verb: "generate", request };
  }
  if (id in objectAt(read)) return { verb: "status" };
  if (id in objectAt(upload) && body?.kind === "form") return { verb: "upload", file: body.file };
  // The client asks the first of them.
  return id === Object.keys(objectAt(balance))[0] ? { verb: "balance" } : undefined;
}
