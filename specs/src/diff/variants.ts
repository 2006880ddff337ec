import { flat, schemaMeaning, type Flat } from "./flat.js";
import type { Node } from "./node.js";
import { areDisjoint, nameOf, pairs } from "./pairs.js";
import { levelOf, tell, type Scope } from "./scope.js";
import { quoted } from "./words.js";

type Compare = (old: Node, now: Node, scope: Scope) => void;

/** Where a choice stands, on both sides. */
export interface VariantScope extends Scope {
  readonly at: Node;
  readonly from: Flat;
  readonly to: Flat;
}

const isModel = (node: Node): boolean => flat(node).keywords.has("x-model");
const label = (node: Node): string => (isModel(node) ? nameOf(node) : quoted(nameOf(node)));

/** A new form of an answer that only differs from the others in a word, such as another `status`. */
function hasOwnWord(node: Node, others: readonly Node[]): boolean {
  const { required } = flat(node);
  return others.length > 0 && required.size > 0 && areDisjoint([...others, node]);
}

function compareKinds({ from, to, at, ...scope }: VariantScope, all: readonly Node[]): void {
  const [old, now] = [from.choices[0]?.kind, to.choices[0]?.kind];
  if (old === undefined || now === undefined || old === now || areDisjoint(all)) return;
  const says = now === "oneOf" ? "must fit exactly one form now" : "may fit several forms now";
  tell(scope, levelOf(now === "oneOf" ? "narrower" : "wider", scope), says, at);
}

/** One form of an answer; of forms of forms, the innermost. */
const ofForm = (node: Node, context: string): string => `${label(node)} in ${context.replace(/^“[^”]*” in /, "")}`;

/** Tells which forms of a value came and went, and what became of the others. */
export function compareVariants(
  old: readonly Node[],
  now: readonly Node[],
  scope: VariantScope,
  compare: Compare,
): void {
  const { at, from, to, ...plain } = scope;
  const isRequest = scope.direction === "request";
  const meanings = (nodes: readonly Node[]) => new Set(nodes.map((node) => schemaMeaning(node)));
  const [before, after] = [meanings(old), meanings(now)];
  const left = old.filter((node) => !after.has(schemaMeaning(node)));
  const come = now.filter((node) => !before.has(schemaMeaning(node)));
  const isAlone = Math.max(old.length, now.length) < 2;
  for (const [a, b] of pairs(left, come)) {
    if (a && b) compare(a, b, isAlone || isModel(b) ? plain : { ...plain, context: ofForm(b, plain.context) });
    else if (a && isModel(a)) plain.report.add("major", "", "", `The model ${label(a)} is gone`, at);
    else if (b && isModel(b)) plain.report.add("minor", "", "", `The model ${label(b)} is new`, b);
    else if (a)
      tell(
        plain,
        levelOf("narrower", plain),
        `${isRequest ? "no longer takes" : "never has"} the form ${label(a)}${isRequest ? "" : " any more"}`,
        at,
      );
    else if (b) {
      const level = hasOwnWord(b, old) ? "minor" : levelOf("wider", plain);
      tell(plain, level, `${isRequest ? "also takes" : "may also have"} the form ${label(b)}`, b);
    }
  }
  const discriminators = [from, to].map(({ keywords }) => keywords.get("discriminator"));
  if (discriminators[0] !== discriminators[1] && discriminators.every((one) => one !== undefined)) {
    tell(plain, "major", "is told apart by another member", at);
  }
  compareKinds(scope, now);
}
