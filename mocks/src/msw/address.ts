/** Where a mock answers for a provider. */
export interface Target {
  /** Provider → its real hosts: origins without a slash at the end. */
  readonly servers: Readonly<Record<string, readonly string[]>>;
  /** Whose tasks, clock and faults answer. Default: those of the namespace without a name. */
  readonly namespace?: string | ((request: Request) => string);
}

/** Every host of every provider. */
export const hostsOf = ({ servers }: Target): { readonly provider: string; readonly origin: string }[] =>
  Object.entries(servers).flatMap(([provider, origins]) => origins.map((origin) => ({ provider, origin })));

/**
 * The address on a mock for a request to a provider: `/v1/videos` → `/acme/v1/videos`. Links in the mock's answers have
 * the provider's name in front already, and the namespace, if they have one; they lead where they say.
 */
export function addressOf(request: Request, provider: string, base: string, { namespace = "" }: Target): URL {
  const { pathname, search } = new URL(request.url);
  if (pathname.startsWith(`/${provider}/`)) return new URL(base + pathname + search);
  const name = typeof namespace === "string" ? namespace : namespace(request);
  return new URL(`${base}/${provider}${name === "" ? "" : `/~${name}`}${pathname}${search}`);
}
