import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Document as YamlDocument, type Node } from "yaml";

/** A node of a contract's sources. */
export interface SourcePlace {
  /** Absolute. */
  readonly file: string;
  readonly node: Node;
}

/** The files of one contract, each read once. */
export interface Sources {
  text(file: string): string;
  /** What a JSON Pointer into the bundle leads to in the sources; `undefined` where it cannot be told. */
  find(pointer: string): SourcePlace | undefined;
}

const untoken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");
const tokensOf = (pointer: string): string[] => pointer.split("/").slice(1).map(untoken);

/** The sources that a contract's root file leads to. A component of a bundle is the file that has its name. */
export function createSources(root: string): Sources {
  const read = new Map<string, { readonly text: string; readonly document: YamlDocument }>();

  function open(file: string): { readonly text: string; readonly document: YamlDocument } {
    const known = read.get(file);
    if (known) return known;
    const text = readFileSync(file, "utf8");
    const opened = { text, document: parseDocument(text) };
    read.set(file, opened);
    return opened;
  }

  /** Past any number of references. */
  function settle(file: string, node: unknown, depth = 0): SourcePlace | undefined {
    if (isMap(node) && depth < 20) {
      const reference = node.get("$ref");
      if (typeof reference === "string") {
        const [path = "", fragment = ""] = reference.split("#");
        return walk(path === "" ? file : resolve(dirname(file), decodeURI(path)), tokensOf(fragment), depth + 1);
      }
    }
    return isMap(node) || isSeq(node) || isScalar(node) ? { file, node } : undefined;
  }

  function walk(file: string, tokens: readonly string[], depth = 0): SourcePlace | undefined {
    if (!existsSync(file)) return undefined;
    let at = settle(file, open(file).document.contents, depth);
    for (const [i, token] of tokens.entries()) {
      if (!at) return undefined;
      const { node } = at;
      const inner: unknown = isMap(node)
        ? (node.get(token, true) ?? node.get(Number(token), true))
        : isSeq(node)
          ? node.get(Number(token), true)
          : undefined;
      if (inner === undefined && at.file === root && i < 3 && tokens[0] === "components")
        return component(tokens, depth);
      at = settle(at.file, inner, depth);
    }
    return at;
  }

  function component([, kind = "", name = "", ...rest]: readonly string[], depth: number): SourcePlace | undefined {
    const file = join(dirname(root), "components", kind, `${name}.yaml`);
    return walk(file, rest, depth + 1);
  }

  return {
    text: (file) => open(file).text,
    find: (pointer) => walk(root, tokensOf(pointer)),
  };
}
