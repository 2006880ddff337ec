/** A `fetch` for clients that call one host: sends it to this machine instead, and nothing anywhere else. */
export const rehost = (baseURL, host = "queue.fal.run") =>
  function rehosted(input, init) {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== host) throw new TypeError(`${url.host} is not ${host}`);
    const here = baseURL + url.pathname + url.search;
    return input instanceof Request ? fetch(new Request(here, input), init) : fetch(here, init);
  };
