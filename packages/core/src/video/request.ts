import type { Models } from "./model.js";

/** An address, a data URL, or the bytes themselves. Bytes without a type are taken for what their first bytes say. */
export type Media = string | URL | Uint8Array | Blob;

export interface FrameImage {
  readonly image: Media;
  readonly frameType: "first_frame" | "last_frame";
}

/** What one can ask of a video model; every member that the model takes. Durations are in seconds. */
export interface VideoRequest {
  readonly model: string;
  readonly prompt?: string;
  /** `16:9` */
  readonly aspectRatio?: string;
  /** A tier, `720p`, or a size, `1280x720`. */
  readonly resolution?: string;
  readonly duration?: number;
  readonly seed?: number;
  readonly frameImages?: readonly FrameImage[];
  readonly inputReferences?: readonly Media[];
  /** The video to edit, to extend or to refer to. */
  readonly video?: Media | readonly Media[];
  /** The handle of a task of the same provider that this one continues. */
  readonly previousTask?: string;
  readonly webhookUrl?: string;
  /** Your own id of the task, where the provider keeps one. Without it one is made up, so that a lost answer can be found. */
  readonly clientReference?: string;
  /** Members of the provider's own body that have no setting here, by provider. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

type Caps<M extends Models, Id extends keyof M> = M[Id]["capabilities"];

/** What the contract lists, or nothing at all. */
type Listed<C, K extends string> = K extends keyof C ? (C[K] extends readonly (infer Value)[] ? Value : never) : never;

type Size = `${number}x${number}`;

/** One where one is all that the model takes. */
type Clips<C> = C extends { readonly video: readonly [1] }
  ? Media | readonly [Media]
  : C extends { readonly video: unknown }
    ? Media | readonly Media[]
    : never;

type When<C, K extends string, Value> = K extends keyof C ? Value : never;

interface Settings<C> {
  readonly prompt?: string;
  readonly duration?: Listed<C, "duration">;
  readonly resolution?: "resolution" extends keyof C ? Listed<C, "resolution"> | Size : never;
  readonly aspectRatio?: Listed<C, "aspectRatio">;
  readonly seed?: When<C, "seed", number>;
  readonly frameImages?: "firstFrame" extends keyof C ? readonly FrameImage[] : never;
  readonly inputReferences?: When<C, "inputReferences", readonly Media[]>;
  readonly video?: Clips<C>;
  readonly previousTask?: When<C, "previousTask", string>;
  readonly webhookUrl?: When<C, "webhookUrl", string>;
  readonly clientReference?: When<C, "clientReference", string>;
}

type NameOf<Role> = Role extends "firstFrame" | "lastFrame" ? "frameImages" : Role & keyof Settings<unknown>;

type Given<C, Name> = { readonly [K in Name & keyof Settings<C>]-?: NonNullable<Settings<C>[K]> };

/** One of them at least; none where there are none. */
type OneOf<C, Names> = [Names] extends [never] ? unknown : Names extends unknown ? Given<C, Names> : never;

type Needed<C> = C extends { readonly requires: readonly (infer Role)[] } ? OneOf<C, NameOf<Role>> : unknown;
type Always<C> = C extends { readonly always: readonly (infer Role)[] } ? Given<C, NameOf<Role>> : unknown;

// A union of functions is inferred as the intersection of their arguments: every rule holds.
type NeverBoth<Pair> = (
  Pair extends readonly [infer A, infer B]
    ? (rule: Partial<Readonly<Record<NameOf<A>, never>>> | Partial<Readonly<Record<NameOf<B>, never>>>) => void
    : never
) extends (rule: infer Rules) => void
  ? Rules
  : unknown;
type Excluded<C> = C extends { readonly excludes: readonly (infer Pair)[] } ? NeverBoth<Pair> : unknown;

/** Names of the body's members that carry a setting. */
type Mapped<M extends Models, Id extends keyof M> = M[Id]["inputs"][number]["path"] extends infer Path
  ? Path extends `$.${string}.${string}` | `$.${string}[*]${string}`
    ? never
    : Path extends `$.${infer Name}`
      ? Name
      : never
  : never;

/** Members of the body that no setting stands for. */
type OwnNames<Body, M extends Models, Id extends keyof M> = Exclude<keyof Body, Mapped<M, Id> | "model">;

type OptionsOf<Wire, M extends Models, Id extends keyof M> =
  Extract<Wire, { readonly model: Id }> extends infer Body
    ? [OwnNames<Body, M, Id>] extends [never]
      ? Readonly<Record<string, never>>
      : { readonly [K in OwnNames<Body, M, Id>]?: Body[K] }
    : never;

/** What one model takes: anything else does not compile. */
export type SettingsFor<M extends Models, Id extends keyof M, Provider extends string, Wire> = {
  readonly providerOptions?: Partial<Readonly<Record<Provider, OptionsOf<Wire, M, Id>>>>;
} & Settings<Caps<M, Id>> &
  Needed<Caps<M, Id>> &
  Always<Caps<M, Id>> &
  Excluded<Caps<M, Id>> &
  Omit<VideoRequest, "model" | "providerOptions">;

/** The request of one model. */
export type RequestFor<M extends Models, Id extends keyof M & string, Provider extends string, Wire> = {
  readonly model: Id;
} & SettingsFor<M, Id, Provider, Wire>;
