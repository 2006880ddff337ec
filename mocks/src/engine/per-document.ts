import type { Document } from "@omni-contracts/specs";

/**
 * Makes something of a contract once, however many mocks there are of it: what follows from a document alone is the same for
 * all of them. It goes when the document goes.
 */
export function perDocument<Made>(make: (document: Document) => Made): (document: Document) => Made {
  const all = new WeakMap<Document, { readonly made: Made }>();
  return (document) => {
    const found = all.get(document) ?? { made: make(document) };
    all.set(document, found);
    return found.made;
  };
}
