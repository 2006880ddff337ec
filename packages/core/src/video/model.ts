import type { MediaLimits, Where } from "../language/contract.js";

/** A member of a request body that carries one of our settings. */
export interface Input {
  readonly path: string;
  readonly role?: string;
  /** Value on the wire → ours. */
  readonly values?: Readonly<Record<string, string>>;
  /** The member has this role only beside these values. */
  readonly where?: Where;
  readonly media?: MediaLimits;
  /** The provider takes the value and ignores it, or takes another one in place of what it does not know. */
  readonly effect?: "ignored" | { readonly coercedTo: string | number };
  /** The member is a list. */
  readonly list?: true;
  /** What the provider takes when it is left out. */
  readonly default?: unknown;
}

/** What a model can do, found by codegen in its schema. Of media, how many at once. */
export interface Capabilities {
  readonly duration?: readonly number[];
  readonly resolution?: readonly string[];
  readonly aspectRatio?: readonly string[];
  readonly seed?: true;
  readonly firstFrame?: readonly number[];
  readonly lastFrame?: readonly number[];
  readonly inputReferences?: readonly number[];
  readonly video?: readonly number[];
  readonly previousTask?: true;
  readonly webhookUrl?: true;
  readonly clientReference?: true;
  /** One of these at least. */
  readonly requires: readonly string[];
  /** All of these. */
  readonly always?: readonly string[];
  /** Not both. */
  readonly excludes?: readonly (readonly [string, string])[];
  /** The first only with the second. */
  readonly needs?: readonly (readonly [string, string])[];
}

/** A model as the contract knows it. */
export interface ModelFacts {
  /** operationId of its submit. */
  readonly operation: string;
  /** Other ids of the same model. */
  readonly aliases?: readonly string[];
  readonly lineage: string;
  readonly version?: string;
  readonly channel: string;
  readonly status: string;
  readonly successor?: string;
  readonly capabilities: Capabilities;
  readonly inputs: readonly Input[];
}

export type Models = Readonly<Record<string, ModelFacts>>;
