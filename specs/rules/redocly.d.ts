// What the rules use of Redocly's visitors. The CLI is one bundle and ships no types.

/** Where a node stands: a file and a JSON pointer in it. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  child(keys: (string | number)[] | string | number): Location;
  /** The same place, reported on its key. */
  key(): Location;
}

export interface Context {
  readonly location: Location;
  readonly type: { readonly name: string };
  readonly key: string | number;
  report(problem: { message: string; location: Location }): void;
  /** What a reference leads to; `from` is the file in which it stands. */
  resolve(node: unknown, from?: string): { node?: unknown; location?: Location };
}

export type Visit = (node: JsonObject, ctx: Context) => void;

/** Visitors by type of node; `any` sees them all, `ref` each reference. */
export type Visitor = Readonly<Record<string, Visit | { readonly enter?: Visit; readonly leave?: Visit }>>;

export type Rule = () => Visitor;

export type JsonObject = Record<string, unknown>;

/** A value with the place where it stands; `from` is the place of the reference that led to it. */
export interface Place {
  readonly node: unknown;
  readonly location: Location;
  readonly from: Location;
}
