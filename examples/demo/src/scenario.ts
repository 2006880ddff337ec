import type { Contract } from "@omni-contracts/core/language";

/** What an openapi-fetch client gives back. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** One documented request, from submit to result. */
export interface Scenario {
  readonly title: string;
  readonly model: string;
  /** operationId of the submit. */
  readonly operation: string;
  readonly submit: (signal: AbortSignal) => Promise<Result>;
  /** Reads the task by the id of its handle. */
  readonly read: (id: string, signal: AbortSignal) => Promise<Result>;
}

export interface Provider {
  readonly name: string;
  readonly contract: Contract;
  readonly scenarios: readonly Scenario[];
}

/** A picture for the uploads: a PNG of 128 × 128 pixels, the least that every model takes. */
export const picture = (): File => {
  const base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAIAAAACAAQAAAADrRVxmAAAAH0lEQVR42mP4jwYYRgVGBUYFRgVGBUYFRgVGBWgrAAAEoPhqTu77DgAAAABJRU5ErkJggg==";
  return new File([Buffer.from(base64, "base64")], "lantern.png", { type: "image/png" });
};
