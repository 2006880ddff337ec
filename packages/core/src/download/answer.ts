/** What an answer says of the file, as far as it can be relied on. */
export interface FileFacts {
  /** Bytes of this answer's body. */
  readonly length: number | undefined;
  /** By which a later answer is known to be of the same file; fit for `If-Range` (RFC 9110, section 13.1.5). */
  readonly validator: string | undefined;
  readonly type: string | null;
}

export function factsOf({ headers }: Response): FileFacts {
  // Of a body that was compressed on its way, lengths and ranges are those of other bytes.
  const coding = headers.get("content-encoding") ?? "identity";
  const length = /^\d+$/.exec(headers.get("content-length") ?? "")?.[0];
  const tag = headers.get("etag") ?? "";
  const validator = /^"[^"]*"$/.test(tag) ? tag : (headers.get("last-modified") ?? undefined);
  const isPlain = coding === "identity";
  return {
    length: isPlain && length !== undefined ? Number(length) : undefined,
    validator: isPlain ? validator : undefined,
    type: headers.get("content-type"),
  };
}

/** What a `Content-Range` says (RFC 9110, section 14.4); `undefined` when it says nothing. */
export function rangeOf({ headers }: Response): { readonly first?: number; readonly total?: number } | undefined {
  const [, first, total = ""] =
    /^bytes\s+(?:(\d+)-\d+|\*)\/(\d+|\*)$/i.exec(headers.get("content-range")?.trim() ?? "") ?? [];
  if (total === "") return undefined;
  return { ...(first !== undefined && { first: Number(first) }), ...(total !== "*" && { total: Number(total) }) };
}
