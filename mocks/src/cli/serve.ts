import { dirname } from "node:path";
import { bundleFile, type Document } from "@omni-contracts/specs";
import { codeOf, createPaint, firstLine, hint, type Screen, WrongUse } from "@omni-contracts/specs/terminal";
import { readCatalogue } from "../faults/scenario.js";
import { createMock, type Mock } from "../mock.js";
import type { Handler } from "../transport/http.js";
import { isOfStatusPage } from "../status/page.js";
import { serveMock, type MockServer, type ServerOptions } from "../transport/server.js";
import { shownPath } from "./bundle.js";
import { contractsIn, contractsOf, type ContractFile } from "./contracts.js";
import { baseUrls, greeting } from "./greeting.js";
import { hostWarning, ownUrl } from "./host.js";
import { liveLine } from "./live.js";
import { webhookLine } from "./webhook-line.js";
import type { Options } from "./options.js";
import { chooseScenarios } from "./scenarios.js";
import { createShelf, type ShelfEvent } from "./shelf.js";
import { watchFolder } from "./watch.js";

export interface Running {
  /** Origin without a slash at the end. */
  readonly url: string;
  readonly isQuiet: boolean;
  /** Takes no further requests, answers those under way, and ends. */
  close(): Promise<void>;
  /** When it has ended by itself; never where it does not. */
  readonly ended?: Promise<void>;
  /** What the process ends with after `close`; 0 where nothing says otherwise. */
  readonly exitCode?: () => number;
}

const BUNDLES = dirname(bundleFile("any"));

function bundles(): ContractFile[] {
  try {
    const found = contractsIn(BUNDLES);
    if (found.length > 0) return found;
  } catch {
    // There is no such folder before the first build; the same holds for one that is empty.
  }
  throw new WrongUse("There are no bundled contracts yet. Run `npm run bundle`, or name a folder with --specs.");
}

function chosen(contracts: readonly ContractFile[], wanted: readonly string[]): readonly ContractFile[] {
  if (wanted.length === 0) return contracts;
  const names = contracts.map(({ provider }) => provider);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new WrongUse(`--provider "${unknown}" is not there.${hint(unknown, names)} There are: ${names.join(", ")}.`);
  }
  return contracts.filter(({ provider }) => wanted.includes(provider));
}

/** Why a port cannot be listened on, as wrong use where it is that. */
export function listenProblem(error: unknown, { port, host }: Pick<Options, "port" | "host">): unknown {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new WrongUse(`--port ${port} is taken. Choose another, like --port ${port < 65_535 ? port + 1 : 4010}.`);
    case "EACCES":
      return new WrongUse(`--port ${port} is not yours to use. Choose one above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return new WrongUse(`--host ${host} is no address of this machine. Write 127.0.0.1, or 0.0.0.0 for the network.`);
    default:
      return error;
  }
}

/** `omni-mock` from its flags to a server that listens, and that reads contracts again when they change. */
export async function serve(options: Options, screen: Screen): Promise<Running> {
  const { quiet, specs, host, port, speed, seed, judge, validate, providers: wanted } = options;
  const paint = createPaint(screen.isColourful);
  const folder = specs ?? BUNDLES;
  const contracts = chosen(specs === undefined ? bundles() : contractsOf(specs), wanted);
  const { faults, scenarios } = chooseScenarios(options.scenarios, readCatalogue());
  const mock: Mock = createMock({
    ...{ specs: [], seed, speed, judge, validate, faults, scenarios },
    // Receivers are other programs; nobody moves their clocks.
    webhookClock: () => Date.now(),
    onWebhook: (delivery) => {
      say(webhookLine(paint, delivery));
    },
  });
  const documents = new Map<string, Document>();
  let server: MockServer | undefined;
  const url = () => ownUrl(server?.url ?? "", host);

  const say = (text: string) => {
    if (!quiet) screen.out(`${text}\n`);
  };
  const complain = (text: string) => {
    screen.err(`${paint("red", text)}\n`);
  };

  function report(event: ShelfEvent): void {
    const { kind, provider } = event;
    if (kind === "broken") {
      complain(
        `${provider}: ${event.problem}. ${event.isServed ? "Served on as it was." : "Not served until it is right."}`,
      );
    } else if (kind === "gone") complain(`${provider}: its contract is gone. Served on as it was, until a restart.`);
    else if (kind === "reloaded")
      say(`${paint("green", "reloaded")} ${provider} in ${Math.round(event.milliseconds)} ms`);
    // Before the server listens, the greeting tells of it.
    else if (server) screen.out(`${quiet ? `${url()}/${provider}` : baseUrls(url(), [provider])}\n`);
  }

  const shelf = createShelf({
    ...{ folder, wanted, onEvent: report },
    onRead(document) {
      mock.replace(document);
      documents.set(document.provider, document);
    },
  });

  const handle: Handler = async (request) => {
    try {
      return await mock.handle(request);
    } catch (error) {
      complain(`The mock failed at ${request.method} ${request.path.slice(0, 100)}: ${firstLine(error)}.`);
      throw error;
    }
  };

  const live: ServerOptions["onAnswer"] = (request, answer, milliseconds) => {
    if (!isOfStatusPage(request)) screen.out(`${liveLine(documents, paint, request, answer, milliseconds)}\n`);
  };

  // Watched before they are read: what changes meanwhile is read once more.
  const first: { done: Promise<void> } = { done: Promise.resolve() };
  const watch = watchFolder(folder, {
    onChange: (paths) => void first.done.then(() => shelf.changed(paths)),
    onTrouble(error) {
      complain(`Changes in ${shownPath(folder)} are not seen: ${firstLine(error)}. Start again to read them.`);
    },
  });
  try {
    first.done = shelf.readAll(contracts);
    await first.done;
    if (documents.size === 0) throw new WrongUse("No contract can be served; what is wrong with each stands above.");
    server = await serveMock(
      { handle },
      {
        ...{ port, host },
        ...(!quiet && { onAnswer: live }),
      },
    );
  } catch (error) {
    watch.close();
    throw listenProblem(error, options);
  }

  const warning = hostWarning(host);
  if (warning !== undefined) screen.err(`${paint("yellow", warning)}\n`);
  if (quiet) screen.out([...documents.keys()].map((provider) => `${url()}/${provider}\n`).join(""));
  else {
    const facts = { options, url: url(), documents: [...documents.values()], faultNames: [...scenarios.keys()] };
    const struck = faults.map(({ name }) => name);
    screen.out(greeting({ ...facts, struck, folder: shownPath(folder), width: screen.columns, paint }) + "\n");
  }
  const listening = server;
  return {
    url: url(),
    isQuiet: quiet,
    close() {
      watch.close();
      mock.close();
      return listening.close();
    },
  };
}
