import type { Criterion } from "../criterion.js";
import { abort } from "./abort.js";
import { blips } from "./blips.js";
import { handle } from "./handle.js";
import { key } from "./key.js";
import { retryAfter } from "./retry-after.js";
import { charges, posts } from "./submit.js";
import { terminal } from "./terminal.js";

/** In the order of the report's columns. */
export const CRITERIA: readonly Criterion[] = [posts, charges, retryAfter, blips, terminal, abort, handle, key];
