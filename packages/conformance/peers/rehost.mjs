/** As answers show another host: some clients refuse links to this machine. */
export const OTHER_HOST = "https://elsewhere.example";

/** A `fetch` for clients that call one host: sends it to this machine instead, and nothing anywhere else. */
export const rehost = ({ baseURL, elsewhere }, host = "queue.fal.run") => {
  const away = new URL(elsewhere).origin;
  const hosts = new Map([
    [`https://${host}`, baseURL],
    [OTHER_HOST, away],
  ]);
  // For clients that follow redirects by themselves, and look at the address before.
  const shown = (response) => {
    const location = response.headers.get("location");
    if (!location?.startsWith(away)) return response;
    const headers = new Headers(response.headers);
    headers.set("location", OTHER_HOST + location.slice(away.length));
    return new Response(response.body, { status: response.status, headers });
  };
  return async function rehosted(input, init) {
    const url = new URL(input instanceof Request ? input.url : input);
    const base = hosts.get(url.origin);
    if (base === undefined) throw new TypeError(`${url.origin} is not one of ${[...hosts.keys()].join(", ")}`);
    const here = base + url.pathname + url.search;
    return shown(await (input instanceof Request ? fetch(new Request(here, input), init) : fetch(here, init)));
  };
};
