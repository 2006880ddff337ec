import { classify } from "@omni-contracts/core/language";
import { readDocument, type Document } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { contractOf } from "../engine/contract-of.js";
import { assertPaidOnce, type Ledger } from "../engine/ledger.js";
import { readCatalogue } from "../faults/scenario.js";
import { createMock } from "../mock.js";
import { createVirtualTime, type VirtualTime } from "./virtual-time.js";

interface Task {
  readonly handle: string;
}

/** What a normalized client has, as far as its money is concerned. */
export interface MoneyClient {
  generate(
    request: { readonly prompt: string },
    options?: { readonly onTask?: (task: Task) => unknown; readonly timeoutMs?: number },
  ): Promise<{ readonly video: { readonly url?: string }; readonly handle: string }>;
  resume(handle: string): {
    wait(options?: { readonly timeoutMs?: number }): Promise<{ readonly video: { readonly url?: string } }>;
  };
}

/** Makes a client of a model that takes a prompt and nothing else. */
export type CreateMoneyClient = (options: {
  readonly apiKey: string;
  readonly baseURL: string;
  readonly fetch: VirtualTime["fetch"];
  readonly clock: VirtualTime["clock"];
}) => MoneyClient;

interface Failure {
  readonly name: string;
  readonly code: string;
  readonly billed: string;
  readonly handle?: string;
  readonly message: string;
  readonly userMessage?: string;
}

const START = Date.UTC(2026, 10, 21);
const KEY = "sk-canary-4711";

interface Played {
  readonly failure?: Failure;
  readonly url?: string | undefined;
  readonly handles: readonly string[];
  readonly ledger: Ledger;
  /** What every POST to a submit was answered with; `lost` where no answer came. */
  readonly posts: readonly string[];
  readonly client: MoneyClient;
  readonly shown: string;
}

async function play(document: Document, create: CreateMoneyClient, prompt: string): Promise<Played> {
  const { provider } = document;
  const contract = contractOf(document);
  const submits = Object.keys(contract.lifecycle.submit);
  const time = createVirtualTime(START);
  const mock = createMock({ specs: [document], clock: () => START, sleep: time.sleep, validate: true });
  time.attach(mock, "");
  const posts: string[] = [];
  const fetching = async (request: Request): Promise<Response> => {
    const id = submits.find(
      (one) => request.method === "POST" && request.url.endsWith(contract.operations[one]?.path ?? "?"),
    );
    if (id === undefined) return time.fetch(request);
    const at = posts.push("lost") - 1;
    const response = await time.fetch(request);
    const text = await response.clone().text();
    const body: unknown = ((): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    })();
    const outcome = classify(contract, id, { status: response.status, headers: response.headers, body });
    posts[at] = outcome.outcome === "rejected" && outcome.resend ? "repeatable" : outcome.outcome;
    return response;
  };
  const client = create({ apiKey: KEY, baseURL: `http://mock.test/${provider}`, fetch: fetching, clock: time.clock });
  const handles: string[] = [];
  const ended = await client.generate({ prompt }, { onTask: ({ handle }) => handles.push(handle) }).then(
    ({ video }) => ({ url: video.url }),
    (error: unknown) => ({ failure: failureOf(error) }),
  );
  const shown = JSON.stringify([ended, handles]);
  return { ...ended, handles, ledger: mock.ledger(), posts, client, shown };
}

function failureOf(error: unknown): Failure {
  const given: Partial<Failure> = error instanceof Error ? error : {};
  const { name, code, billed, handle, message, userMessage } = given;
  if (name === undefined || code === undefined || billed === undefined || message === undefined) throw error;
  return {
    name,
    code,
    billed,
    message,
    ...(handle !== undefined && { handle }),
    ...(userMessage !== undefined && { userMessage }),
  };
}

/** What must come of each fault: a video, or one of these codes. */
const ENDS: Readonly<Record<string, RegExp>> = {
  "accepted-then-reset": /^submission_unknown$/,
  "reset-before-accept": /^submission_unknown$/,
  "error-after-accept": /^submission_unknown$/,
  "rate-limit-burst": /^video$/,
  "rate-limit-bare": /^video$/,
  "credits-run-out": /^insufficient_credits$/,
  "key-rotated": /^authentication$/,
  redirect: /^submission_unknown$/,
  stuck: /^wait_timeout$/,
  "failed-charged": /^(task_failed|content_policy)$/,
  "failed-refunded": /^(task_failed|content_policy)$/,
  "output-moderated": /^(task_failed|content_policy)$/,
  cancelled: /^(task_cancelled|invalid_request)$/,
  "task-expired": /^(task_expired|invalid_request)$/,
  "completed-without-result": /^result_missing$/,
  "unknown-status": /^video$/,
  "status-backwards": /^video$/,
  fast: /^video$/,
  "three-looks": /^video$/,
  "webhook-missing": /^video$/,
  "webhook-duplicate": /^video$/,
  "webhook-late": /^video$/,
  "webhook-out-of-order": /^video$/,
  "webhook-replayed": /^video$/,
  "webhook-forged": /^video$/,
  "webhook-forged-unsigned": /^video$/,
  "webhook-forged-body": /^video$/,
  "poll-blips": /^video$/,
  "read-404-after-submit": /^video$/,
  "failed-as-500": /^(task_failed|content_policy|wait_timeout)$/,
  "expired-url-403": /^video$/,
  "expired-url-404": /^video$/,
  "expired-url-410": /^video$/,
  "expired-early": /^video$/,
  "video-cut-off": /^video$/,
  "video-truncated": /^video$/,
  "video-wrong-type": /^video$/,
  "video-is-html": /^video$/,
  "video-slow": /^video$/,
  "error-in-200": /^(submission_unknown|invalid_request)$/,
  "html-502": /^submission_unknown$/,
  "html-as-json": /^submission_unknown$/,
  "truncated-json": /^submission_unknown$/,
  "empty-body": /^submission_unknown$/,
  "slow-drip": /^video$/,
  latency: /^video$/,
};

/**
 * The suite that every normalized client passes: whatever goes wrong, it pays once, says whether it paid, and never loses what
 * it paid for. The ledger of the mock is the witness.
 */
export function describeMoney(provider: string, create: CreateMoneyClient): void {
  const document = readDocument(provider);
  describe(`${provider}: money, under every fault`, () => {
    it("has an expectation for every fault of the catalogue", () => {
      expect(Object.keys(ENDS).toSorted()).toEqual([...readCatalogue().keys()].toSorted());
    });

    it.each([...readCatalogue().keys()])("%s", async (name) => {
      const { failure, url, handles, ledger, posts, client, shown } = await play(
        document,
        create,
        `a lantern [mock:${name}]`,
      );
      const { accepted, totals } = ledger;

      expect(failure?.code ?? "video").toMatch(ENDS[name] ?? /never/);
      // At most one POST after anything that is not a free refusal.
      expect(totals.accepted).toBeLessThanOrEqual(1);
      expect(
        posts.slice(0, -1).every((one) => one === "repeatable"),
        posts.join(", "),
      ).toBe(true);
      if (url !== undefined) assertPaidOnce(ledger);

      // What it says of the money is not better than the truth.
      const isPaid = accepted.some(({ isCharged, isRefunded }) => isCharged && !isRefunded);
      if (failure?.billed === "no") expect(isPaid && !name.startsWith("failed-charged")).toBe(false);
      if (failure?.billed === "yes") expect(totals.charged).toBe(1);

      // A task that somebody was told of is on the error; a task that nobody was told of, where there is a reference.
      const [task] = accepted;
      if (failure && handles.length > 0) expect(failure.handle).toBe(handles[0]);
      if (failure && task && !task.isOrphaned && task.reads > 0) expect(failure.handle).toBeDefined();
      if (failure?.code === "submission_unknown") expect(failure.message).toContain("do not submit again");
      if (failure) expect(failure.userMessage).toMatch(/^[A-Z].*\.$/);
      expect(shown).not.toContain(KEY);

      // What was lost with the answer is found again by the client's own reference.
      if (failure?.code === "submission_unknown" && failure.handle !== undefined && totals.accepted === 1) {
        const { video } = await client.resume(failure.handle).wait();
        expect(video.url).toMatch(/^http/);
      }
    });
  });
}
