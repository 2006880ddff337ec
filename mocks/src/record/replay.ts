import { classify, readTask, type Contract, type Handle } from "@omni-contracts/core/language";
import type { Document } from "@omni-contracts/specs";
import { createMock } from "../mock.js";
import type { MockAnswer } from "../transport/http.js";
import { headerOf, jsonOf, type Exchange } from "./exchange.js";

/** What a mock of the same contract answers to a recorded request; `undefined` where the request is not on the disk as it was. */
export type Ask = (exchange: Exchange) => Promise<MockAnswer | undefined>;

/** Longer than any task takes, and shorter than any result is kept; in seconds. */
const LONG = 3600;
const END = new Set(["failed", "cancelled", "expired"]);

interface Twin {
  readonly real: Handle;
  readonly mock: Handle;
  /** Each task has a clock of its own, so that one can be at its end while another begins. */
  readonly namespace: string;
}

const answerOf = ({ status, body }: Pick<MockAnswer, "status" | "body">) => ({ status, body });

/** The text with what the real task is known by replaced by what the mock's own is known by. */
function translated(text: string, { real, mock }: Twin): string {
  return Object.entries(real).reduce((shown, [name, id]) => {
    const own = mock[name];
    return id === undefined || own === undefined
      ? shown
      : shown.replaceAll(encodeURIComponent(id), encodeURIComponent(own)).replaceAll(id, own);
  }, text);
}

/** A mock that is asked what was asked of the provider, in the same order. Tasks are led to where the real ones are. */
export function createReplay(document: Document, contract: Contract): Ask {
  const { provider } = document;
  const at = { time: 0 };
  const mock = createMock({ specs: [document], clock: () => at.time });
  const twins: Twin[] = [];

  /** The task that a request speaks of. */
  function twinOf({ request }: Exchange, text = ""): Twin | undefined {
    const said = `${request.target} ${text}`;
    const isNamed = (id: string | undefined) =>
      id !== undefined && (said.includes(id) || said.includes(encodeURIComponent(id)));
    return twins.findLast(({ real }) => Object.values(real).some(isNamed));
  }

  async function call(
    exchange: Exchange,
    text?: string,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<MockAnswer> {
    const { request, number } = exchange;
    const twin = twinOf(exchange, text);
    const target = twin ? translated(request.target, twin) : request.target;
    const [path = "", query] = target.split("?");
    const pairs = request.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
    // What steers a mock is no part of what was asked of the provider.
    const headers = Object.fromEntries(pairs.filter(([name]) => name !== "prefer"));
    const namespace = twin?.namespace ?? `n${number}`;
    const body = twin && text !== undefined ? translated(text, twin) : text;
    return mock.handle({
      ...{
        method: request.method,
        path: `/${provider}/~${namespace}${path}`,
        query: new URLSearchParams(query),
        base: "http://mock.test",
      },
      headers: { ...headers, ...extra },
      // The prompts of tests may steer the mock.
      ...(body !== undefined && { text: body.replaceAll("[mock:", "[") }),
    });
  }

  function remember({ number, answer, operation = "" }: Exchange, own: MockAnswer, sent: unknown): void {
    if (!answer || !(operation in contract.lifecycle.submit)) return;
    const real = classify(contract, operation, { status: answer.status, body: jsonOf(answer.body), request: sent });
    const mocked = classify(contract, operation, { ...answerOf(own), request: sent });
    if (real.outcome === "accepted" && mocked.outcome === "accepted") {
      twins.push({ real: real.handle, mock: mocked.handle, namespace: `n${number}` });
    }
  }

  /** A read again, with the task at the same end as the real one. */
  async function alike(exchange: Exchange, own: MockAnswer, text: string | undefined): Promise<MockAnswer> {
    const { operation = "", answer } = exchange;
    if (!answer) return own;
    const body = jsonOf(answer.body);
    if (operation in contract.lifecycle.read && own.status < 400) {
      const status = readTask(contract, operation, { status: answer.status, body }).task?.status ?? "";
      const isThere = readTask(contract, operation, answerOf(own)).task?.status === status;
      if (isThere || (status !== "completed" && !END.has(status))) return own;
      mock.advance(LONG, twinOf(exchange, text)?.namespace);
      if (END.has(status)) return call(exchange, text, { prefer: "scenario=failed-refunded" });
      return call(exchange, text);
    }
    if (answer.status < 400 || answer.status === own.status) return own;
    const asked = await call(exchange, text, { prefer: `code=${answer.status}` });
    return asked.status === answer.status ? asked : own;
  }

  return async (exchange) => {
    const { request, at: time } = exchange;
    const { body } = request;
    if (body.kind !== "none" && body.kind !== "json") return undefined;
    at.time = Date.parse(time);
    const text = body.kind === "json" ? JSON.stringify(body.value) : undefined;
    const isTyped = headerOf(request.headers, "content-type") !== "";
    if (text !== undefined && !isTyped) return undefined;
    const own = await call(exchange, text);
    remember(exchange, own, jsonOf(body));
    return alike(exchange, own, text);
  };
}
