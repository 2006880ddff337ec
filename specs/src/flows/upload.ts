import {
  objectAt,
  requestContent,
  resolved,
  textOf,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "../document.js";
import { modelSchemas } from "../models.js";
import { pointerOf, valueAtPointer } from "../pointer.js";
import { answersOf, operationId, type Contract } from "./contract.js";
import { isThere, succeeds } from "./criteria.js";
import { lookSteps } from "./look.js";
import { IN_BODY, placeIn } from "./places.js";
import { submitsOf, submitStep } from "./submit.js";
import { workflow } from "./workflow.js";

type Kind = "image" | "video";

/** A submit that takes a picture, or a video, by its address, and where in the body that stands. */
interface Taker {
  readonly entry: OperationEntry;
  readonly body: Json;
  readonly target: string;
}

function takerOf(contract: Contract, kind: Kind): Taker | undefined {
  const { document } = contract;
  const roles = kind === "video" ? ["video"] : ["firstFrame", "inputReferences"];
  for (const entry of submitsOf(contract)) {
    const { schema, examples } = requestContent(document, entry.operation, "application/json");
    const models = modelSchemas(document, schema);
    for (const body of Object.values(objectAt(examples)).map((one) => resolved(document, one).value)) {
      const model = models.find(({ ids }) => ids.includes(textOf(objectAt(body).model)));
      const inputs = model?.inputs.filter(({ role }) => roles.includes(textOf(role))) ?? [];
      const pointers = inputs.flatMap(({ path, list }) => pointerOf(list === true ? `${path}[*]` : path) ?? []);
      const target = pointers.find((pointer) => textOf(valueAtPointer(body, pointer)).startsWith("https:"));
      if (body !== undefined && target !== undefined) return { entry, body, target };
    }
  }
  return undefined;
}

/** The upload of one of our files, of which kind it is, and where the answer shows its address. */
export function uploadStep(contract: Contract, id: string): { step: JsonObject; kind: Kind; link: string } | undefined {
  const { document } = contract;
  const entry = contract.operations.get(id);
  const { file, url } = objectAt(contract.uploads[id]);
  const link = placeIn(answersOf(contract, id), url);
  if (!entry || link === undefined) return undefined;
  const part = resolved(document, requestContent(document, entry.operation, "multipart/form-data").schema);
  const { media } = objectAt(resolved(document, objectAt(part.properties)[textOf(file)])["x-input"]);
  const types = [objectAt(media).types ?? []].flat().map(textOf);
  const kind = types.length === 0 || types.includes("image/png") ? "image" : "video";
  const payload = { [textOf(file)]: `$file('${kind === "image" ? "image.png" : "video.mp4"}')` };
  const requestBody = { contentType: "multipart/form-data", payload };
  return { step: { stepId: "upload", operationId: operationId(contract, id), requestBody }, kind, link };
}

/** Submits the address of what was uploaded, and looks until the video is there. */
function submitSteps(contract: Contract, { entry, body, target }: Taker): JsonObject[] {
  const submit = submitStep(contract, entry);
  const requestBody = {
    ...{ contentType: "application/json", payload: body },
    replacements: [{ target, value: "$steps.upload.outputs.url" }],
  };
  return [{ ...submit, requestBody }, ...lookSteps(contract, entry.id, objectAt(submit.outputs))];
}

/** Uploads a file, submits its address, and looks until the video is there. */
export function uploadFlow(contract: Contract, id: string): JsonObject[] {
  const asked = uploadStep(contract, id);
  if (!asked) return [];
  const { step, kind, link } = asked;
  const upload = {
    ...step,
    successCriteria: [succeeds(contract, id), isThere(link)],
    outputs: { url: `${IN_BODY}${link}` },
  };
  const taker = takerOf(contract, kind);
  const summary = `${textOf(contract.operations.get(id)?.operation.summary)}, and make a video of it`;
  const steps = taker ? submitSteps(contract, taker) : [];
  return [workflow(contract, id, summary, [upload, ...steps])];
}
