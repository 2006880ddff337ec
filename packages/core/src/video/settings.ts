// What compiles, from the generated contract. Every model has a type of its own, made for the messages that people read:
// which model takes no such setting, what a setting may not stand beside, and what is missing.
import type { Models } from "./model.js";
import type { FrameImage, Media, VideoRequest } from "./request.js";

/** What the types of a client are made from: the generated contract of its provider. */
export interface ClientTypes {
  /** Each model by its id. */
  readonly models: Models;
  /** The provider's name, as in its package. */
  readonly provider: string;
  /** Every body that a submit may have on the wire. */
  readonly body: object;
}

type Id<T extends ClientTypes> = keyof T["models"] & string;

/** A model's own id, and its aliases. */
type NamesOf<T extends ClientTypes, Model extends Id<T>> =
  Model | (T["models"][Model] extends { readonly aliases: readonly (infer Alias extends string)[] } ? Alias : never);

/** `Ids<T>["model"]` is every id that stands for a model; messages list it, where they would only name an alias of it. */
export interface Ids<T extends ClientTypes> {
  readonly model: { [Model in Id<T>]: NamesOf<T, Model> }[Id<T>];
}

/** Every id that stands for a model, aliases too. */
export type ModelId<T extends ClientTypes> = Ids<T>["model"];

type Facts<T extends ClientTypes, Name extends string> = {
  [Model in Id<T>]: Name extends NamesOf<T, Model> ? T["models"][Model] : never;
}[Id<T>];

/** What the model can do that has this id or alias. */
export type CapabilitiesOf<T extends ClientTypes, Name extends string> = Facts<T, Name>["capabilities"];

declare const reason: unique symbol;

/** Nothing has this type: the model has no such setting. */
export interface NotTakenBy<Model> {
  readonly [reason]: Model;
}

/** Nothing has this type: the setting and these exclude each other. */
export interface NotBeside<Names> {
  readonly [reason]: [Names];
}

type Setting = Exclude<keyof VideoRequest, "model">;
type NameOf<Role> = Role extends "firstFrame" | "lastFrame" ? "frameImages" : Extract<Role, Setting>;

/** What the contract lists. */
type Listed<C, K> = C extends Readonly<Record<K & string, readonly (infer Value)[]>> ? Value : never;

type First = FrameImage<"first_frame">;
type Last = FrameImage<"last_frame">;
type Frames<C> = "lastFrame" extends keyof C
  ? readonly [First] | readonly [First, Last] | readonly [Last, First] | LoneLast<C>
  : readonly [First];
type Needed<Pair> = Pair extends readonly [unknown, infer Other] ? Other : never;
type LoneLast<C> = "firstFrame" extends Listed<C, "always"> | Needed<Listed<C, "needs">> ? never : readonly [Last];

/** The body of one model. */
type BodyOf<Bodies, Name> = Bodies extends { readonly model: infer Names }
  ? Name extends Names
    ? Bodies
    : never
  : never;

/** The members that no setting stands for: not `$.a`, and not a list `$.a[*].b` whose items have nothing else. */
type OwnName<Body, Path> = {
  [K in keyof Body & string]: `$.${K}` extends Path
    ? never
    : [Exclude<ItemPath<NonNullable<Body[K]>, K>, Path>] extends [never]
      ? never
      : K;
}[keyof Body & string];
type ItemPath<List, Name extends string> = List extends readonly []
  ? never
  : List extends readonly object[]
    ? `$.${Name}[*].${keyof List[number] & string}`
    : Name;

type OptionsOf<Body, Path, Own = Exclude<OwnName<Body, Path>, "model">> = [Own] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [K in Own & keyof Body]?: Body[K] };

type ProviderOptions<T extends ClientTypes, Name extends string> = Readonly<
  Partial<Record<T["provider"], OptionsOf<BodyOf<T["body"], Name>, Facts<T, Name>["inputs"][number]["path"]>>>
>;

/** What each setting is, where the model takes it. */
interface Values<T extends ClientTypes, Name extends string, C = CapabilitiesOf<T, Name>> {
  readonly prompt: string;
  readonly aspectRatio: Listed<C, "aspectRatio">;
  readonly resolution: Listed<C, "resolution"> | `${number}x${number}`;
  readonly duration: Listed<C, "duration">;
  readonly seed: number;
  readonly frameImages: Frames<C>;
  readonly inputReferences: readonly Media[];
  readonly video: C extends { readonly video: readonly [1] } ? Media | readonly [Media] : Media | readonly Media[];
  readonly previousTask: string;
  readonly webhookUrl: string;
  readonly clientReference: string;
  readonly providerOptions: ProviderOptions<T, Name>;
}

type Excluding<C> = C extends { readonly excludes: infer Pairs } ? Pairs : [];

/** The ways to have no two settings that exclude each other: what is left out in each. */
type Ways<Pairs, Out = never> = Pairs extends readonly [readonly [infer A, infer B], ...infer More]
  ? [Extract<NameOf<A> | NameOf<B>, Out>] extends [never]
    ? Ways<More, Out | NameOf<A>> | Ways<More, Out | NameOf<B>>
    : Ways<More, Out>
  : [Out];

type Rivals<Pair, K> = Pair extends readonly [infer A, infer B]
  ? (K extends NameOf<A> ? NameOf<B> : never) | (K extends NameOf<B> ? NameOf<A> : never)
  : never;

// Mapped over `VideoRequest`, so that editors show its comments.
type Shape<Need extends Setting> = Required<Pick<VideoRequest, Need>> & Omit<VideoRequest, Need | "model">;

/** What a model takes beside each other: `Need` for sure, `Out` not. */
type Settings<T extends ClientTypes, Name extends string, Need extends Setting, Out> = {
  readonly [K in keyof Shape<Need>]: K extends Out
    ? NotBeside<Rivals<Listed<CapabilitiesOf<T, Name>, "excludes">, K>>
    : K extends "prompt" | "providerOptions" | NameOf<keyof CapabilitiesOf<T, Name>>
      ? Values<T, Name>[K & Setting]
      : NotTakenBy<Name>;
};

/** What completes a request, one of these; where they are several, a member of the provider's own may do it as well. */
type Needs<C, All = NameOf<Listed<C, "requires">>, One = All> = [All] extends [never]
  ? [never]
  : One extends All
    ? [All] extends [One]
      ? [One]
      : [One] | ["providerOptions"]
    : never;

type Way<T extends ClientTypes, Name extends string, Out, Need> = Out extends [infer Left]
  ? Need extends [infer One extends Setting]
    ? [Extract<One, Left>] extends [never]
      ? Settings<T, Name, NameOf<Listed<CapabilitiesOf<T, Name>, "always">> | One, Left>
      : never
    : never
  : never;

type WaysOf<T extends ClientTypes, Name extends string, Need> = Way<
  T,
  Name,
  Ways<Excluding<CapabilitiesOf<T, Name>>>,
  Need
>;

/** What one model takes: anything else does not compile. */
// Of several ways the compiler explains the last one; that is the one with a prompt.
export type SettingsFor<T extends ClientTypes, Name extends string> =
  | WaysOf<T, Name, Exclude<Needs<CapabilitiesOf<T, Name>>, ["prompt"]>>
  | WaysOf<T, Name, Extract<Needs<CapabilitiesOf<T, Name>>, ["prompt"]>>;

/** A request of any model; its settings depend on `model`. */
export type RequestOf<T extends ClientTypes> = {
  [Name in ModelId<T>]: { readonly model: Name } & SettingsFor<T, Name>;
}[ModelId<T>];

// A union of functions is inferred as the intersection of their arguments.
type SettingsForAll<T extends ClientTypes, Name extends string> = {
  [One in Name]: (settings: SettingsFor<T, One>) => void;
}[Name] extends (settings: infer Taken) => void
  ? Taken
  : never;

/** A request of one model; where it may be of one of several, what all of them take. */
export type RequestFor<T extends ClientTypes, Name extends ModelId<T>> = { readonly model: Name } & {
  [One in Name]: [Name] extends [One] ? SettingsFor<T, One> : SettingsForAll<T, Name>;
}[Name];
