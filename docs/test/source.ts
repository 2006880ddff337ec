// What the generators read, as the build gives it.
import { fileURLToPath } from "node:url";
import { providers, readDocument } from "@omni-contracts/specs";
import type { Source } from "../src/page.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const source: Source = { documents: providers().map(readDocument), root };
