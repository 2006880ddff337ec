// The mock's control API, as the page uses it.

/** @typedef {import("../src/status/state.js").Status} Status */
/** @typedef {import("../src/status/snippets.js").Snippet} Snippet */
/** @typedef {import("../src/faults/fault.js").Fault} Fault */

/**
 * @param {string} path below `/__mock/`
 * @param {Readonly<Record<string, string>>} query
 * @param {RequestInit} [init]
 */
async function ask(path, query, init) {
  const response = await fetch(`/__mock/${path}?${new URLSearchParams(query)}`, { cache: "no-store", ...init });
  const data = await response.json();
  if (!response.ok) throw new Error(typeof data.error === "string" ? data.error : `HTTP ${response.status}`);
  return data;
}

/** @param {unknown} data */
const posted = (data) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(data),
});

/** @type {(namespace: string) => Promise<Status>} */
export const readStatus = (namespace) => ask("status", { namespace });

/** @type {(namespace: string, provider: string) => Promise<readonly Snippet[]>} */
export const readSnippets = (namespace, provider) => ask("snippets", { namespace, provider });

/** @type {() => Promise<Readonly<Record<string, readonly Fault[]>>>} */
export const readCatalogue = () => ask("scenarios", {});

/** @type {(namespace: string, seconds: number) => Promise<unknown>} */
export const advance = (namespace, seconds) => ask("clock", { namespace }, posted({ advance: seconds }));

/** @type {(namespace: string, fault: { use: string; provider: string; times: string }) => Promise<unknown>} */
export const switchOn = (namespace, { use, provider, times }) =>
  ask(
    "faults",
    { namespace, ...(provider !== "" && { provider }) },
    posted(times === "" ? { scenario: use } : { faults: [{ use, times: Number(times) }] }),
  );

/** @type {(namespace: string, id?: number) => Promise<unknown>} */
export const switchOff = (namespace, id) =>
  ask("faults", { namespace, ...(id !== undefined && { id: String(id) }) }, { method: "DELETE" });

/** @type {(namespace: string) => Promise<unknown>} */
export const reset = (namespace) => ask("reset", { namespace }, { method: "POST" });
