// The same request as code, by the samples' generator.
import type { VideoRequest } from "@omni-contracts/core";
import { samplesOf, type Sample, type SampleRequest } from "../../../../src/samples/index.js";
import { isObject } from "../../../../src/samples/json.js";

/**
 * @param sample what samples of the operation are made from
 * @param body as it goes over the wire
 * @param baseURL where that is not the contract's first server
 */
export function codeOf(
  sample: SampleRequest,
  request: VideoRequest,
  body: unknown,
  baseURL?: string,
): readonly Sample[] {
  const normalized: unknown = JSON.parse(JSON.stringify(request));
  if (!isObject(body) || !isObject(normalized)) return [];
  const own: SampleRequest = {
    ...sample,
    body: { kind: "json", value: body },
    normalized: { verb: "generate", request: normalized },
  };
  return samplesOf(own, baseURL === undefined ? {} : { baseURL });
}
