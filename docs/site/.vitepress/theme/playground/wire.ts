// The `fetch` of the page's clients: it counts what is sent, and hands over whole answers.

/** A request that was sent, and what came of it. */
export interface Sent {
  readonly method: string;
  /** Without the origin. */
  readonly path: string;
  /** `undefined` while it is under way, and where no answer came. */
  readonly status?: number | undefined;
  readonly isOver: boolean;
}

export interface Wire {
  /** Hands over whole answers. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Hands over answers whose body is still on its way. */
  readonly stream: (request: Request) => Promise<Response>;
  readonly sent: () => readonly Sent[];
}

const WITHOUT_BODY = [101, 103, 204, 205, 304];

/** The answer with a body that is there already, so that its time does not count as waiting. */
async function whole(response: Response): Promise<Response> {
  if (response.type === "opaqueredirect" || WITHOUT_BODY.includes(response.status)) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

/**
 * @param send what really sends
 * @param onChange called whenever a request is sent or answered
 */
export function createWire(send: (request: Request) => Promise<Response>, onChange: () => void): Wire {
  const sent: Sent[] = [];
  const through = (read: (response: Response) => Promise<Response> | Response) => async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const noted = { method: request.method, path: pathname + search, isOver: false };
    const at = sent.push(noted) - 1;
    onChange();
    try {
      const response = await send(request);
      sent[at] = { ...noted, status: response.status, isOver: true };
      return await read(response);
    } catch (error) {
      sent[at] = { ...noted, isOver: true };
      throw error;
    } finally {
      onChange();
    }
  };
  return { fetch: through(whole), stream: through((response) => response), sent: () => [...sent] };
}

/** The same requests together: what was sent how often, and what was answered. */
export interface SentGroup {
  readonly method: string;
  readonly path: string;
  readonly times: number;
  /** `200 × 3`, `no answer`. */
  readonly answers: readonly { readonly status: number | undefined; readonly times: number }[];
}

/** The items with the same key together, in the order of the first of them. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const same = groups.get(keyOf(item));
    if (same) same.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

export const groupsOf = (sent: readonly Sent[]): SentGroup[] =>
  grouped(sent, ({ method, path }) => `${method} ${path}`).map((same) => {
    const answered = same.filter(({ isOver }) => isOver);
    const answers = grouped(answered, ({ status }) => String(status));
    const [{ method, path }] = same;
    return {
      ...{ method, path, times: same.length },
      answers: answers.map((those) => ({ status: those[0].status, times: those.length })),
    };
  });
