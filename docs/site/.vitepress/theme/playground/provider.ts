// A provider's packages as the page uses them. Which one it is, is chosen at run time, so requests have no model's own type.
import type { BoundModel, Check, ClientOptions, CompletedTask, TaskSnapshot, VideoRequest } from "@omni-contracts/core";
import type { Lifecycle, ModelPrices, RequestSchema } from "@omni-contracts/core/language";
import type { DownloadClient } from "@omni-contracts/core/download";
import type { SampleRequest } from "../../../../src/samples/index.js";

/** A model as the contract knows it. */
export interface Model {
  /** operationId of its submit. */
  readonly operation: string;
  readonly channel: string;
  readonly status: string;
  readonly version?: string;
  readonly successor?: string;
  readonly lineage: string;
  readonly capabilities: Capabilities;
  readonly inputs: readonly Input[];
}

/** What core calls `Capabilities`. */
export type Capabilities = import("@omni-contracts/core").Capabilities;

/** A member of the body that carries a setting. */
export interface Input {
  readonly path: string;
  readonly role?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly media?: {
    readonly types?: readonly string[];
    readonly bytes?: number;
    readonly pixels?: number;
    readonly seconds?: readonly [number, number];
    readonly schemes?: readonly string[];
  };
  readonly default?: unknown;
}

type Submitting = Parameters<BoundModel["submit"]>[1];

interface Task {
  readonly handle: string;
  readonly wait: (options?: {
    readonly onProgress?: (task: TaskSnapshot) => void;
    readonly timeoutMs?: number;
    readonly abortSignal?: AbortSignal;
  }) => Promise<CompletedTask>;
}

/** The client of any provider. */
export interface Client extends DownloadClient {
  readonly models: () => readonly string[];
  readonly capabilities: (model: string) => Capabilities;
  readonly check: (request: VideoRequest) => Check;
  readonly submit: (request: VideoRequest, options?: Submitting) => Promise<Task>;
  readonly resume: (handle: string) => Task;
}

/** What a provider's module gives. */
export interface ProviderModule {
  readonly create: (options?: ClientOptions) => Client;
  readonly contract: {
    readonly lifecycle: Lifecycle;
    readonly models: Readonly<Record<string, Model>>;
    readonly prices: Readonly<Record<string, ModelPrices>>;
    readonly service: {
      readonly provider: string;
      readonly servers: readonly string[];
      readonly envKey: string;
    };
  };
  readonly requestSchemas: Readonly<Record<string, RequestSchema>>;
  /** operationId of a submit → what its code samples are made from. */
  readonly samples: Readonly<Record<string, SampleRequest>>;
}
