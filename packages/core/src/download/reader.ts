/** A body, piece by piece; what was looked at can be put back. */
export interface Reader {
  /** `undefined` at the end. */
  read(): Promise<Uint8Array | undefined>;
  unread(bytes: Uint8Array): void;
  cancel(): void;
}

export function readerOf({ body }: Response): Reader {
  const reader = body?.getReader();
  let held: Uint8Array | undefined;
  return {
    async read() {
      const first = held;
      held = undefined;
      return first ?? (await reader?.read())?.value;
    },
    unread(bytes) {
      held = bytes;
    },
    cancel() {
      // A body that has broken off already rejects.
      void reader?.cancel().catch(() => undefined);
    },
  };
}

/** The first bytes of a body, as many as were asked for unless it ends before; they are read again afterwards. */
export async function startOf(reader: Reader, least: number, guard: Guard): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  while (start.length < least) {
    const piece = await guard(() => reader.read());
    if (piece === undefined) break;
    const longer = new Uint8Array(start.length + piece.length);
    longer.set(start);
    longer.set(piece, start.length);
    start = longer;
  }
  if (start.length > 0) reader.unread(start);
  return start;
}

/** Does something within the longest silence, and until the caller stops it. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;
