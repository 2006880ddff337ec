import type { Document } from "@omni-contracts/specs";
import { prismMissing } from "../prism/installed.js";
import { createAjvJudge } from "./ajv.js";
import type { Judge } from "./judge.js";

/** Which judge decides what a request is worth: ours, or Prism as the reference. */
export type JudgeName = "ajv" | "prism";

/** Prism takes a second to load, so only who asks for it waits for it. */
async function createPrismsJudge(document: Document): Promise<Judge> {
  const [{ createPrism }, { createPrismJudge }] = await Promise.all([
    import("../prism/prism.js"),
    import("./prism.js"),
  ]);
  return createPrismJudge(await createPrism(document));
}

/**
 * A judge that is made for its first request.
 *
 * @throws Error at once that names what to install, when Prism is wanted and is not there
 */
export function createLazyJudge(name: JudgeName, document: Document): Judge {
  if (name === "ajv") return (...given) => createAjvJudge(document)(...given);
  const missing = prismMissing();
  if (missing !== undefined) throw new Error(missing);
  let made: Promise<Judge> | undefined;
  return async (...given) => {
    made ??= createPrismsJudge(document);
    return (await made)(...given);
  };
}
