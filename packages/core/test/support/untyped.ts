/** A value as what a caller without types may pass it for. */
export function untyped(value: unknown): never;
export function untyped(value: unknown): unknown {
  return value;
}
