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
  /** The lengths it takes, in seconds. */
  readonly duration?: readonly number[];
  /** The tiers or sizes it takes. */
  readonly resolution?: readonly string[];
  /** The shapes it takes, as `16:9`. */
  readonly aspectRatio?: readonly string[];
  /** It takes a seed. */
  readonly seed?: true;
  /** How many first pictures it takes. */
  readonly firstFrame?: readonly number[];
  /** How many last pictures it takes. */
  readonly lastFrame?: readonly number[];
  /** How many reference pictures it takes. */
  readonly inputReferences?: readonly number[];
  /** How many input videos it takes. */
  readonly video?: readonly number[];
  /** It goes on from an earlier task. */
  readonly previousTask?: true;
  /** It sends word to an address. */
  readonly webhookUrl?: true;
  /** It keeps an id of yours. */
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
