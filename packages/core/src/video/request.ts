/** An address, a data URL, or the bytes themselves. Bytes without a type are taken for what their first bytes say. */
export type Media = string | URL | Uint8Array | Blob;

/** A picture that the video begins or ends with. */
export interface FrameImage<Type extends "first_frame" | "last_frame" = "first_frame" | "last_frame"> {
  /** The picture. */
  readonly image: Media;
  /** Where in the video it stands. */
  readonly frameType: Type;
}

/** What one can ask of a video model; every member that the model takes. Durations are in seconds. */
export interface VideoRequest {
  /** An id of the contract, which `models()` lists, or an alias of one. */
  readonly model: string;
  /** What is to be seen and heard; how long it may be, the model says. */
  readonly prompt?: string;
  /** `16:9` */
  readonly aspectRatio?: string;
  /** A tier, `720p`, or a size, `1280x720`. */
  readonly resolution?: string;
  /** Seconds. */
  readonly duration?: number;
  /** The same seed makes similar videos, where a model takes one. */
  readonly seed?: number;
  /** The first picture, the last, or both. */
  readonly frameImages?: readonly FrameImage[];
  /** Pictures of what is to appear in the video. */
  readonly inputReferences?: readonly Media[];
  /** The video to edit, to extend or to refer to. */
  readonly video?: Media | readonly Media[];
  /** The handle of a task of the same provider that this one continues. */
  readonly previousTask?: string;
  /** Where the provider sends word when the task has ended. */
  readonly webhookUrl?: string;
  /** Your own id of the task, where the provider keeps one. Without it one is made up, so that a lost answer can be found. */
  readonly clientReference?: string;
  /** Members of the provider's own body that have no setting here, by provider. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}
