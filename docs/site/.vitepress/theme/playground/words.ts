// What the playground says, in both languages. Messages of the clients and words of the mock's catalogue stay in English.
import type { TaskStatus } from "@omni-contracts/core/language";
import type { FaultWords } from "../../../../src/playground/modules.js";
import type { Field } from "./fields.js";
import type { Untold } from "./faults.js";
import type { Billed, RunView } from "./run.js";
import { en } from "./words-en.js";
import { zh } from "./words-zh.js";

type Name = Field["name"] | "own";

export interface Words {
  readonly sections: Readonly<Record<"request" | "run" | "result" | "sent" | "target" | "more", string>>;
  readonly provider: string;
  readonly model: string;
  readonly modelFacts: (channel: string, status: string, successor: string | undefined) => string;
  readonly labels: Readonly<Record<Name, string>>;
  readonly hints: Readonly<Partial<Record<Name, string>>>;
  readonly required: string;
  readonly usual: (value: string | undefined) => string;
  readonly seconds: (value: string) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly range: (min: number | undefined, max: number | undefined, isSeconds: boolean) => string;
  readonly atMostCharacters: (count: number) => string;
  readonly counts: (counts: readonly number[]) => string;
  readonly megabytes: (count: string) => string;
  readonly lengths: (from: number, to: number) => string;
  readonly pixels: (count: number) => string;
  readonly not: (names: readonly string[]) => string;
  readonly anyOf: (names: readonly string[]) => string;
  readonly with: (names: readonly string[]) => string;
  readonly add: string;
  readonly remove: (what: string) => string;
  readonly address: (what: string) => string;
  readonly file: (what: string) => string;
  readonly toMock: string;
  readonly toProvider: string;
  readonly mockAddress: string;
  readonly mockAddressHint: string;
  readonly found: Readonly<Record<"steerable" | "there" | "not-there" | "looking" | "not-asked", string>>;
  readonly baseURL: string;
  readonly baseURLHint: string;
  readonly key: string;
  readonly keyHint: string;
  readonly forgetKey: string;
  readonly keyWarning: (host: string) => string;
  readonly keyMissing: string;
  readonly quote: string;
  readonly quoteOf: (day: string, level: string) => string;
  readonly stale: string;
  readonly source: string;
  readonly noPrice: string;
  readonly breakIt: string;
  readonly nothingBreaks: string;
  readonly groups: Readonly<Record<FaultWords["group"], string>>;
  readonly happens: string;
  readonly charged: string;
  readonly rightClient: string;
  readonly noWebhooks: string;
  readonly untold: (untold: Untold) => string;
  readonly generate: string;
  readonly cancel: string;
  readonly wrong: (count: number) => string;
  readonly cannotSend: string;
  readonly cannotSendYet: string;
  readonly files: (count: number) => string;
  readonly http: string;
  readonly copy: string;
  readonly copied: (what: string) => string;
  readonly notCopied: string;
  readonly confirmTitle: string;
  readonly confirm: (host: string, price: string) => string;
  readonly confirmYes: string;
  readonly confirmNo: string;
  readonly idle: string;
  readonly phases: Readonly<Record<RunView["phase"], string>>;
  readonly states: Readonly<Record<TaskStatus, string>>;
  readonly progress: string;
  readonly percent: (text: string, progress: number) => string;
  readonly elapsed: (seconds: string) => string;
  readonly fast: (times: number) => string;
  readonly handle: string;
  readonly handleHint: string;
  readonly resume: string;
  readonly resumeHint: string;
  readonly handleMissing: string;
  readonly noSuchHandle: string;
  readonly money: string;
  readonly billed: Readonly<Record<Billed, string>>;
  readonly cost: string;
  readonly expires: (when: string) => string;
  readonly video: string;
  readonly openVideo: string;
  readonly downloaded: (bytes: string, type: string) => string;
  readonly downloadFailed: string;
  readonly says: string;
  readonly report: Readonly<
    Record<
      "code" | "message" | "billed" | "isRetryable" | "retryAfter" | "userMessage" | "handle" | "advice" | "status",
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly noHandle: string;
  readonly ledger: string;
  readonly tasks: (totals: { accepted: number; charged: number; refunded: number; orphaned: number }) => string;
  readonly doubled: (sent: number, accepted: number) => string;
  readonly livesOn: string;
  readonly noAnswer: string;
  readonly redirected: string;
  readonly underWay: string;
  readonly loading: string;
}

export const WORDS: Readonly<Record<"en" | "zh", Words>> = { en, zh };
