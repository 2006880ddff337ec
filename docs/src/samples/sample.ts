import type { Json, JsonObject } from "./json.js";
import type { Places } from "./places.js";
import type { Refused } from "./refused.js";
import type { Rules } from "./rules.js";

/** How the key is sent. */
export interface SampleKey {
  /** The environment variable that holds it, as for the clients. */
  readonly env: string;
  readonly header: string;
  /** What stands before the key, with its space. */
  readonly prefix: string;
}

/** A parameter with its value, or with the environment variable that has it. */
export type SampleParameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
} & ({ readonly value: Json; readonly env?: undefined } | { readonly env: string; readonly value?: undefined });

export interface SampleFile {
  /** The part of the form. */
  readonly field: string;
  readonly path: string;
  /** Its media type. */
  readonly type: string;
}

export type SampleBody =
  { readonly kind: "json"; readonly value: Json } | { readonly kind: "form"; readonly file: SampleFile };

/** Where a task stands in an answer. */
export interface TaskView {
  /** Statuses with which a task is shown. */
  readonly shownWith: readonly number[];
  readonly state: Places;
  readonly done: readonly string[];
  /** Words for an end without a video. */
  readonly ended: readonly string[];
  readonly url: Places;
  readonly message: Places;
}

/** The call that looks at a task. */
export interface TaskRead {
  readonly method: string;
  readonly path: string;
  /** The parameter that takes the id of the task. */
  readonly id: { readonly name: string; readonly in: "path" | "query" };
  readonly view: TaskView;
  /** Answers called a success that will be the same next time. */
  readonly final: Rules;
  /** Statuses that say nothing in the first seconds. */
  readonly early?: { readonly statuses: readonly number[]; readonly seconds: number };
}

/** What a sample does with the answer. */
export type Flow =
  | {
      readonly kind: "submit";
      readonly id: Places;
      /** What must hold of an answer beside the id; nothing where the list is empty. */
      readonly accepted: Rules;
      /** Which answers mean that there is no task, and nothing to pay. */
      readonly refused: Refused;
      readonly read: TaskRead;
      /** All in seconds. */
      readonly poll: { readonly first: number; readonly every: number; readonly giveUp: number };
    }
  | { readonly kind: "read"; readonly view: TaskView }
  | { readonly kind: "upload"; readonly url: Places }
  | { readonly kind: "balance"; readonly amount: Places; readonly unit: string; readonly unlimited: Places }
  | { readonly kind: "plain" };

/** The verb of the normalized client that does the same. */
export type Normalized =
  | { readonly verb: "generate"; readonly request: JsonObject }
  | { readonly verb: "status" }
  | { readonly verb: "upload"; readonly file: SampleFile }
  | { readonly verb: "balance" };

/** A request, and what its answers mean, as far as samples show it. Plain JSON: a page may change it, and ask for samples. */
export interface SampleRequest {
  readonly provider: string;
  readonly summary: string;
  /** Origin, or any base URL, without a slash at the end. */
  readonly server: string;
  readonly operationId: string;
  /** In lower case. */
  readonly method: string;
  /** With the names of parameters in braces. */
  readonly path: string;
  /** The status of a success. */
  readonly success: number;
  /** Absent where the operation takes none. */
  readonly key?: SampleKey;
  readonly parameters: readonly SampleParameter[];
  readonly body?: SampleBody;
  /** Answers with the status of a success that are refusals all the same. */
  readonly refusals: Rules;
  readonly flow: Flow;
  /** Absent where no verb does it. */
  readonly normalized?: Normalized;
}

/** One tab. */
export interface Sample {
  /** The language, as highlighters call it. */
  readonly lang: "Shell" | "TypeScript" | "Python" | "Go";
  readonly label: string;
  readonly source: string;
}
