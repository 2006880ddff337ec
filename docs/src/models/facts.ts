// What one can look for in the models: modes, resolutions, prices.
import type { ModelRow } from "@omni-contracts/codegen";

export const MODES = ["text", "image", "reference", "edit"] as const;
export type Mode = (typeof MODES)[number];

/** A row of the table as filters see it. */
export interface ModelFacts {
  readonly provider: string;
  readonly modes: readonly Mode[];
  readonly resolutions: readonly string[];
  /** Whether any price is told. */
  readonly isPriced: boolean;
}

/** In which ways a model makes videos. A video that comes beside references is one itself, else it is what is edited. */
export function modesOf({ media, previousTask, needs }: ModelRow): Mode[] {
  const hasImage = "firstFrame" in media || "lastFrame" in media;
  const hasReference = "inputReferences" in media;
  const needsVideo = needs.isAll && needs.inputs.includes("video");
  const isEdit = needsVideo || previousTask || ("video" in media && !needs.inputs.includes("inputReferences"));
  return [
    ...(needs.inputs.length === 0 ? (["text"] as const) : []),
    ...(hasImage ? (["image"] as const) : []),
    ...(hasReference && !needsVideo ? (["reference"] as const) : []),
    ...(isEdit ? (["edit"] as const) : []),
  ];
}

export const factsOf = (row: ModelRow): ModelFacts => ({
  provider: row.provider,
  modes: modesOf(row),
  resolutions: row.resolutions,
  isPriced: row.price !== undefined,
});
