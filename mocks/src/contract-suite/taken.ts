// Types for tests that hold what a client takes against what the provider's pages list, written by hand.

type At<Settings, Name> = Settings extends unknown ? (Name extends keyof Settings ? Settings[Name] : never) : never;

interface Image<Type> {
  readonly image: string;
  readonly frameType: Type;
}

/** What is given to see whether it is taken. */
interface Samples {
  readonly seed: { readonly seed: number };
  readonly firstFrame: { readonly frameImages: readonly [Image<"first_frame">] };
  readonly lastFrame: { readonly frameImages: readonly [Image<"first_frame">, Image<"last_frame">] };
  readonly lastFrameAlone: { readonly frameImages: readonly [Image<"last_frame">] };
  readonly inputReferences: { readonly inputReferences: string[] };
  readonly video: { readonly video: string };
  readonly videos: { readonly video: string[] };
  readonly previousTask: { readonly previousTask: string };
  readonly webhookUrl: { readonly webhookUrl: string };
  readonly clientReference: { readonly clientReference: string };
}

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Size = `${number}x${number}`;

/** What the settings of a model come to: values, and the names of what has no list of values. */
interface Taken<Settings> {
  duration: Extract<At<Settings, "duration">, number>;
  resolution: Exclude<Extract<At<Settings, "resolution">, string>, Size>;
  aspectRatio: Extract<At<Settings, "aspectRatio">, string>;
  others: {
    [Name in keyof Samples]: Samples[Name] extends { [K in keyof Samples[Name]]: At<Settings, K> } ? Name : never;
  }[keyof Samples];
}

/** Model → `true` where a client takes for it what is listed, nothing less and nothing more. */
export type Agreement<Listed, Client extends Record<keyof Listed, unknown>> = {
  [Model in keyof Client]: Model extends keyof Listed
    ? {
        [K in keyof Taken<unknown>]: Same<
          K extends keyof Listed[Model] ? Listed[Model][K] : never,
          Taken<Client[Model]>[K]
        >;
      }
    : "is not listed";
};

/** Of every model: everything agrees. */
export type Agreed<Names extends PropertyKey> = Readonly<Record<Names, Readonly<Record<keyof Taken<unknown>, true>>>>;
