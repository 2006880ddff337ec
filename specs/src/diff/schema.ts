import { isObject, textOf } from "../document.js";
import { compareChoices } from "./choices.js";
import { flat, isPureChoice, schemaMeaning, variantsInside, variantsOf, type Flat } from "./flat.js";
import { compareInputs } from "./inputs.js";
import { compareLimits } from "./limits.js";
import type { Node } from "./node.js";
import { inside, levelOf, tell, type Scope } from "./scope.js";
import { compareVariants } from "./variants.js";

function compareMember(name: string, from: Flat, to: Flat, scope: Scope): void {
  const here = inside(scope, name);
  const [old, now] = [from.properties.get(name), to.properties.get(name)];
  const [wasAllowed, isAllowed] = [old, now].map((node) => node !== undefined && !flat(node).isNever);
  const isWanted = to.required.has(name);
  const isRequest = scope.direction === "request";

  if (scope.isRule) {
    if (old && now) compareSchemas(old, now, here);
    else if (now) tell(here, levelOf("narrower", scope), "is bound by the rule now", now);
    else tell(here, levelOf("wider", scope), "is free of the rule now", to.node);
  } else if (!isAllowed && wasAllowed) {
    tell(here, "major", isRequest ? "is no longer taken" : "is gone", to.node);
    return;
  } else if (isAllowed && !wasAllowed) {
    if (isRequest && isWanted) tell(here, "major", "is new, and must be sent", now ?? to.node);
    else tell(here, "minor", isRequest ? "is new, and may be left out" : "is new", now ?? to.node);
    return;
  } else if (old && now) {
    compareSchemas(old, now, here);
  }
  compareRequired(name, from, to, scope);
}

function compareRequired(name: string, from: Flat, to: Flat, scope: Scope): void {
  const [was, is] = [from.required.has(name), to.required.has(name)];
  if (was === is) return;
  const isRequest = scope.direction === "request";
  const says = is
    ? isRequest
      ? "must be sent now"
      : "is always there now"
    : isRequest
      ? "may be left out now"
      : "may be missing now";
  tell(inside(scope, name), levelOf(is ? "narrower" : "wider", scope), says, to.properties.get(name) ?? to.node);
}

function compareOthers(from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [from.others, to.others];
  if (old && now) compareSchemas(old, now, inside(scope, "[other]"));
  else if (now === false && old !== false) {
    tell(scope, levelOf("narrower", scope), "has no members any more but those that are named", to.node);
  } else if (old === false && now !== false) {
    // That an answer may hold more than is named goes without saying.
    tell(scope, "minor", "may have members that are not named", to.node);
  } else if (now && old === undefined) tell(scope, levelOf("narrower", scope), "binds members that are not named", now);
  else if (old && now === undefined)
    tell(scope, levelOf("wider", scope), "no longer binds members that are not named", to.node);
}

function compareNots(from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [from, to].map(({ nots }) => nots.map((node) => schemaMeaning(node)));
  const words = (node: Node) => textOf(isObject(node.value) ? node.value.description : "") || "what a `not` names";
  from.nots.forEach((node, i) => {
    if (!now?.includes(old?.[i] ?? ""))
      tell(scope, levelOf("wider", scope), `no longer rules out ${words(node)}`, to.node);
  });
  to.nots.forEach((node, i) => {
    if (!old?.includes(now?.[i] ?? "")) tell(scope, levelOf("narrower", scope), `rules out ${words(node)} now`, node);
  });
}

function compareModelsOf(from: Flat, to: Flat, scope: Scope): Scope {
  const model = to.keywords.get("x-model") ?? from.keywords.get("x-model");
  return isObject(model) ? { ...scope, context: nameOfModel(to) || nameOfModel(from) || scope.context } : scope;
}

/** The canonical id of a model's schema; empty for one that has none. */
function nameOfModel({ keywords, properties }: Flat): string {
  const model = keywords.get("x-model");
  if (!isObject(model)) return "";
  const member = properties.get("model");
  const [first] = (member && flat(member).values) ?? [];
  return textOf(model.id) || textOf(first);
}

/** What a choice says of a value of whatever form. Where only the other side says it, what the forms say together counts. */
function besideOf(schema: Flat, other: Flat): Flat {
  const forms = variantsInside(schema).map((form) => flat(form));
  const types = forms.flatMap((form) => form.types ?? ["any"]);
  return {
    ...schema,
    // Which member tells the forms apart is looked at together with them.
    keywords: new Map([...schema.keywords].filter(([keyword]) => keyword !== "discriminator")),
    types: schema.types ?? (other.types && !types.includes("any") ? [...new Set(types)] : undefined),
    others:
      schema.others ?? (other.others === false && forms.every(({ others }) => others === false) ? false : undefined),
  };
}

function compareBeside(old: Flat, now: Flat, scope: Scope): void {
  const [from, to] = [besideOf(old, now), besideOf(now, old)];
  compareLimits(from, to, scope);
  compareInputs(from, to, scope);
  compareOthers(from, to, scope);
  compareNots(from, to, scope);
}

/** Tells what changed between two schemas, for those who write or read the values. */
export function compareSchemas(old: Node, now: Node, outer: Scope): void {
  if (schemaMeaning(old) === schemaMeaning(now)) return;
  const { above = [] } = outer;
  // A schema that holds itself is compared where it begins.
  if (above.some(([was, is]) => was === old.value && is === now.value)) return;
  const scope: Scope = { ...outer, above: [...above, [old.value, now.value]] };
  const [from, to] = [flat(old), flat(now)];
  const areChoices = isPureChoice(from) && isPureChoice(to);
  if (areChoices) compareBeside(from, to, scope);
  if (isPureChoice(from) || isPureChoice(to)) {
    const [forms, formsNow] = areChoices
      ? [variantsInside(from), variantsInside(to)]
      : [variantsOf(old), variantsOf(now)];
    compareVariants(forms, formsNow, { ...scope, at: now, from, to }, compareSchemas);
    return;
  }
  const here = compareModelsOf(from, to, scope);
  if (from.isNever !== to.isNever) {
    tell(
      here,
      levelOf(to.isNever ? "narrower" : "wider", here),
      to.isNever ? "must be left out now" : "is allowed now",
      now,
    );
    return;
  }
  compareLimits(from, to, here);
  compareInputs(from, to, here);
  const names = new Set([...from.properties.keys(), ...to.properties.keys()]);
  for (const name of names) compareMember(name, from, to, here);
  for (const name of new Set([...from.required, ...to.required])) {
    if (!names.has(name)) compareRequired(name, from, to, here);
  }
  if (from.items && to.items) compareSchemas(from.items, to.items, inside(here, "[*]"));
  else if (to.items) tell(inside(here, "[*]"), levelOf("narrower", here), "is bound now", to.items);
  else if (from.items) tell(inside(here, "[*]"), levelOf("wider", here), "is free now", to.node);
  compareOthers(from, to, here);
  compareNots(from, to, here);
  compareChoices(from.choices, to.choices, { ...here, at: now }, compareSchemas);
}
