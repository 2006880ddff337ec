/** Whether only this machine reaches an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/i.test(host);

/** Whether an address stands for every one of this machine. */
export const isEvery = (host: string): boolean => host === "0.0.0.0" || host === "::";

/** The origin by which this machine itself gets there; browsers and the control API take no `0.0.0.0`. */
export function ownUrl(url: string, host: string): string {
  return isEvery(host) ? url.replace(/\/\/(0\.0\.0\.0|\[::\])/, "//127.0.0.1") : url;
}

/** What to know of a host that others reach; `undefined` where none does. */
export function hostWarning(host: string): string | undefined {
  if (isLoopback(host)) return undefined;
  const control = isEvery(host)
    ? "The control API (/__mock/) still answers this machine only."
    : "The control API (/__mock/) answers this machine only, by 127.0.0.1: it needs --host 0.0.0.0.";
  return `Warning: --host ${host} lets everybody on the network reach the mock. ${control}`;
}
