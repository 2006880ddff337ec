import { readDocument, type Document } from "../../src/index.js";

const parsed = new Map<string, Document>();

/** A real bundle, parsed once. It is not to be written to. */
export function bundle(provider: string): Document {
  const document = parsed.get(provider) ?? readDocument(provider);
  parsed.set(provider, document);
  return document;
}

/** A copy of it, of which anything may be changed. */
export const copyOf = (provider: string): Document => ({ provider, root: structuredClone(bundle(provider).root) });
