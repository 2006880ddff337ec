import type { ServerResponse } from "node:http";

/** Why the recorder answers in the place of the provider. */
export type OwnFault =
  | "no-budget"
  | "upstream-timeout"
  | "upstream-unreachable"
  | "upstream-tls"
  | "upstream-broke"
  | "not-recorded"
  | "unknown-provider"
  | "request-refused";

/** An answer of the recorder itself, marked as such. The message stands wherever a provider's client looks for one. */
export function answerSelf(response: ServerResponse, status: number, fault: OwnFault, message: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = { error: { message, code: fault, type: "omni_mock" }, message, msg: message };
  response.writeHead(status, { "content-type": "application/json", "x-mock-fault": fault, connection: "close" });
  response.end(JSON.stringify(body));
}
