/** An address, a data URL, or the bytes themselves. Bytes without a type are taken for what their first bytes say. */
export type Media = string | URL | Uint8Array | Blob;

export interface FrameImage<Type extends "first_frame" | "last_frame" = "first_frame" | "last_frame"> {
  readonly image: Media;
  readonly frameType: Type;
}

/** What one can ask of a video model; every member that the model takes. Durations are in seconds. */
export interface VideoRequest {
  readonly model: string;
  readonly prompt?: string;
  /** `16:9` */
  readonly aspectRatio?: string;
  /** A tier, `720p`, or a size, `1280x720`. */
  readonly resolution?: string;
  /** Seconds. */
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
