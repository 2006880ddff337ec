/** Where an event may go, or why it goes nowhere. */
export type Target = { readonly url: URL } | { readonly refusal: string };

/** Written so by the URL parser, whatever notation was sent (WHATWG URL, section 3.5). */
const IPV4 = /^127(\.\d{1,3}){3}$/;

/**
 * Whether a URL leads to this machine without anybody being asked for its name. An IPv4 address inside an IPv6 one is
 * refused: nobody writes that by mistake.
 */
const isThisMachine = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || IPV4.test(hostname);

/** An address without what must not be shown: a user, a password, a query. */
export function shownAddress(text: string): string {
  if (!URL.canParse(text)) return "(no URL)";
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname}`.slice(0, 200);
}

/**
 * The address of an event: what the request asks for, made into a URL as the contract says.
 *
 * @param template `{url}/callback`, where `{url}` is what was asked for, without slashes at its end
 */
export function targetOf(asked: string, template = "{url}"): Target {
  const text = template === "{url}" ? asked : template.replace("{url}", () => asked.replace(/\/+$/, ""));
  if (!URL.canParse(text)) return { refusal: "it is no URL" };
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol)) return { refusal: `${url.protocol} is neither http nor https` };
  if (url.username !== "" || url.password !== "") return { refusal: "a user or a password stands in it" };
  if (!isThisMachine(url)) return { refusal: "it does not lead to this machine" };
  return { url };
}
