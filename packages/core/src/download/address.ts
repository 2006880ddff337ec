/** What an address is held against before anything is sent there. */
export interface AddressRules {
  /** Whether this machine and private networks may be asked. */
  readonly allowPrivateHosts: boolean;
  /** Whether the address came from an `https` one. */
  readonly isAfterTls?: boolean;
}

/** Networks of IPv4 that are not the public net (RFC 6890): the first numbers of an address. */
const PRIVATE_V4 =
  /^(?:0|10|127|22[4-9]|2[3-5]\d|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|192\.0\.0|198\.1[89])\./;

/** Names that mean this machine or its network wherever they are looked up; without a dot, as `metadata`, no name is public. */
const PRIVATE_NAME = /(?:(?:^|\.)(?:localhost|local|internal|home\.arpa)|^[^.]+)\.?$/;

/** The eight numbers of an IPv6 address as `URL` writes it. */
function groupsOf(host: string): number[] {
  const [head = "", tail] = host.slice(1, -1).split("::");
  const [left, right] = [head, tail ?? ""].map((part) => (part ? part.split(":") : []).map((one) => parseInt(one, 16)));
  const given = [...(left ?? []), ...(right ?? [])];
  return tail === undefined ? given : [...(left ?? []), ...Array<number>(8 - given.length).fill(0), ...(right ?? [])];
}

const dotted = (high = 0, low = 0): string => [high >> 8, high & 255, low >> 8, low & 255].join(".");

function isPrivateV6(host: string): boolean {
  const groups = groupsOf(host);
  const [first = 0, second, third, , , sixth, seventh, last] = groups;
  const leadingZeros = groups.findIndex((group) => group !== 0);
  // Addresses that stand for an IPv4 one: ::a.b.c.d (:: and ::1 too), mapped, NAT64, 6to4.
  const isEmbedded = leadingZeros === -1 || leadingZeros >= 6 || (leadingZeros === 5 && sixth === 0xffff);
  if (isEmbedded || (first === 0x64 && second === 0xff9b)) return PRIVATE_V4.test(`${dotted(seventh, last)}.`);
  if (first === 0x2002) return PRIVATE_V4.test(`${dotted(second, third)}.`);
  // fc00::/7, fe80::/10 with the old fec0::/10, ff00::/8
  return (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || first >= 0xff00;
}

/**
 * Whether a host is this machine or in a private network, as far as its name tells: `URL` has written every spelling of an
 * address in one way. What a name leads to is not looked up.
 */
export function isPrivateHost({ hostname }: URL): boolean {
  if (hostname.startsWith("[")) return isPrivateV6(hostname);
  return PRIVATE_NAME.test(hostname) || (/^[\d.]+$/.test(hostname) && PRIVATE_V4.test(hostname));
}

/** Why nothing is fetched from an address; `undefined` when it may be. */
export function refusalOf(url: URL, { allowPrivateHosts, isAfterTls = false }: AddressRules): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return `is ${url.protocol} and not http(s)`;
  if (url.username || url.password) return "holds a user name or a password";
  if (isAfterTls && url.protocol === "http:") return "leaves https for http";
  if (!allowPrivateHosts && isPrivateHost(url))
    return "is on this machine or in a private network; pass `allowPrivateHosts: true` if it is meant to be";
  return undefined;
}
