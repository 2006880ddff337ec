import { schemaMeaning, type Choice } from "./flat.js";
import type { Node } from "./node.js";
import { nameOf, pairs } from "./pairs.js";
import { levelOf, tell, type Scope } from "./scope.js";
import { quoted } from "./words.js";

type Compare = (old: Node, now: Node, scope: Scope) => void;
type ChoiceScope = Scope & { readonly at: Node };

const meaningOfChoice = ({ kind, branches }: Choice): string =>
  `${kind} ${branches
    .map((node) => schemaMeaning(node))
    .toSorted()
    .join("|")}`;
const textOfRule = ({ description, branches }: Choice): string =>
  quoted(description || branches.map(nameOf).join(" or "));

function compareRule(old: Choice, now: Choice, scope: Scope, compare: Compare): void {
  const here: Scope = { ...scope, isRule: true };
  const text = textOfRule(now);
  if (old.kind !== now.kind) tell(scope, levelOf("other", scope), `has another kind of rule: ${text}`, now.node);
  const meanings = (choice: Choice) => new Set(choice.branches.map((node) => schemaMeaning(node)));
  const [before, after] = [meanings(old), meanings(now)];
  const gone = old.branches.filter((node) => !after.has(schemaMeaning(node)));
  const come = now.branches.filter((node) => !before.has(schemaMeaning(node)));
  for (const [a, b] of pairs(gone, come)) {
    const says = (verb: string, node: Node) => `${verb} the case ${quoted(nameOf(node))} of the rule ${text}`;
    if (a && b) compare(a, b, { ...here, context: `${scope.context} (rule ${text})` });
    else if (a) tell(scope, levelOf("narrower", scope), says("no longer has", a), now.node);
    else if (b) tell(scope, levelOf("wider", scope), says("also has", b), b);
  }
}

/** Tells which rules between the members of a value came, went, or became others. */
export function compareChoices(
  old: readonly Choice[],
  now: readonly Choice[],
  scope: ChoiceScope,
  compare: Compare,
): void {
  const { at, ...plain } = scope;
  const meanings = (choices: readonly Choice[]) => new Set(choices.map(meaningOfChoice));
  const [before, after] = [meanings(old), meanings(now)];
  const gone = old.filter((choice) => !after.has(meaningOfChoice(choice)));
  const come = now.filter((choice) => !before.has(meaningOfChoice(choice)));
  const of = (choices: readonly Choice[], node: Node) => choices.find((choice) => choice.node === node);
  const likeness = (a: Node, b: Node): number => {
    const [first, second] = [of(gone, a), of(come, b)];
    if (!first || !second) return 0;
    if (first.description !== "" && first.description === second.description) return 2;
    const known = new Set(first.branches.map((node) => schemaMeaning(node)));
    const shared = second.branches.filter((node) => known.has(schemaMeaning(node))).length;
    const isSameFile = a.file === b.file && a.keys.join("/") === b.keys.join("/");
    return shared / Math.max(first.branches.length, second.branches.length) + (isSameFile ? 0.5 : 0);
  };
  const nodes = (choices: readonly Choice[]) => choices.map(({ node }) => node);
  for (const [a, b] of pairs(nodes(gone), nodes(come), likeness)) {
    const [from, to] = [a && of(gone, a), b && of(come, b)];
    if (from && to) compareRule(from, to, plain, compare);
    else if (to) tell(plain, levelOf("narrower", plain), `has a new rule: ${textOfRule(to)}`, to.node);
    else if (from) tell(plain, levelOf("wider", plain), `has lost a rule: ${textOfRule(from)}`, at);
  }
}
