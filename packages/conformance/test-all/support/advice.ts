/** Milliseconds for which an answer asks to wait: seconds or a date; 0 if it asks for nothing. */
export function adviceOf({ headers }: Response): number {
  const text = headers.get("retry-after") ?? "0";
  return /^\d+$/.test(text) ? Number(text) * 1000 : Math.max(0, Date.parse(text) - Date.now());
}
