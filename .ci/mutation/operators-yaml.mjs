// The operators over contracts. Each looks at one value of a YAML file, by its path, and offers other values for it; `undefined` takes
// it away. What the value means is told by where it stands, so that the same operator works in every file of a contract.
import { parseDocument } from "yaml";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const GONE = undefined;
/** The members that open a rule's path: [..., "x-outcomes", 3, "where"]. */
const under = (path, name) => path.lastIndexOf(name);
const isIn = (path, name, depth) => under(path, name) >= 0 && path.length - under(path, name) - 1 === depth;

const OUTCOMES = { accepted: "unknown", rejected: "unknown", unknown: "rejected" };
const CHARGED = {
  at: { accepted: "completed", completed: "accepted", unknown: "accepted" },
  failed: { refunded: "kept", kept: "refunded", free: "kept", unknown: "refunded" },
  cancelled: { refunded: "kept", kept: "refunded", free: "kept", unknown: "refunded" },
};
const ROLES = {
  firstFrame: "lastFrame",
  lastFrame: "firstFrame",
  inputReferences: "firstFrame",
  video: "inputReferences",
  duration: "seed",
  seed: "duration",
  resolution: "aspectRatio",
  aspectRatio: "resolution",
  webhookUrl: "prompt",
  clientReference: "prompt",
};
const ERRORS = { invalid_request: "content_policy", content_policy: "invalid_request" };
const BOUNDS = ["minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength"];

const another = (value) =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}_elsewhere`;
const without = (list, index) => list.filter((_, i) => i !== index);

/** Operator → the values it offers in place of the one at a path. */
const OPERATORS = {
  "outcome-removed": (path, value) =>
    (isIn(path, "x-outcomes", 1) || isIn(path, "x-errors", 1) ? [GONE, value] : []).slice(0, 1),
  "outcome-swapped": (path, value) =>
    isIn(path, "x-outcomes", 2) && path.at(-1) === "outcome" ? [OUTCOMES[value]] : [],
  "outcome-error": (path, value) =>
    (isIn(path, "x-outcomes", 2) || isIn(path, "x-errors", 2)) && path.at(-1) === "error"
      ? [ERRORS[value] ?? "invalid_request"]
      : [],
  "resend-changed": (path, value) => {
    if (isIn(path, "x-outcomes", 1) && value.outcome === "rejected" && !value.resend)
      return [{ ...value, resend: { else: [1] } }];
    return isIn(path, "x-outcomes", 2) && path.at(-1) === "resend"
      ? [GONE, { ...value, else: value.else.map((seconds) => seconds + 1) }]
      : [];
  },
  "where-changed": (path, value) =>
    path.some((one) => ["x-outcomes", "x-errors", "x-lifecycle"].includes(one)) && path.at(-3) === "where"
      ? [isObject(value) ? { pattern: `^${value.pattern}_elsewhere$` } : another(value)]
      : [],
  "state-moved": (path, value, root) => {
    const at = path.lastIndexOf("states");
    if (!path.includes("x-lifecycle") || at < 0 || path.length !== at + 3) return [];
    const states = root.getIn(path.slice(0, at + 1)).toJSON();
    const names = Object.keys(states);
    const other = names[(names.indexOf(path[at + 1]) + 1) % names.length];
    if (other === path[at + 1]) return [];
    const moved = { ...states, [path[at + 1]]: without(states[path[at + 1]], path[at + 2]) };
    if (moved[path[at + 1]].length === 0) delete moved[path[at + 1]];
    return [
      {
        at: path.slice(0, at + 1),
        value: { ...moved, [other]: [...states[other], value] },
        shown: `${value} is ${other}`,
      },
    ];
  },
  "state-rule-removed": (path) => (path.at(-2) === "first" && path.includes("representations") ? [GONE] : []),
  "failure-rule-removed": (path) => (path.at(-2) === "failures" ? [GONE] : []),
  "pointer-changed": (path, value) =>
    path[0] === "x-lifecycle" && typeof value === "string" && /^[$@]\./.test(value) ? [`${value}_elsewhere`] : [],
  "charge-flipped": (path, value) => (path.at(-2) === "charge" ? [CHARGED[path.at(-1)]?.[value]].filter(Boolean) : []),
  "time-changed": (path, value) =>
    path[0] === "x-lifecycle" && typeof value === "number" && !path.includes("where") && path.at(-1) !== "http"
      ? [value * 2 + 1]
      : [],
  "result-changed": (path, value) =>
    path.at(-2) === "result" && path.at(-1) === "auth" ? [value === "none" ? "key" : "none"] : [],
  "response-removed": (path) => (path.at(-2) === "responses" && /^[45]/.test(String(path.at(-1))) ? [GONE] : []),
  "bound-off-by-one": (path, value) =>
    BOUNDS.includes(path.at(-1)) && typeof value === "number" ? [value + 1, ...(value > 0 ? [value - 1] : [])] : [],
  "enum-changed": (path, value) => {
    if (path.at(-1) !== "enum" || !Array.isArray(value)) return [];
    const less = value.length > 1 ? value.map((_, i) => without(value, i)) : [];
    return [...less, [...value, another(value[0])]];
  },
  "required-dropped": (path, value) =>
    path.at(-1) === "required"
      ? Array.isArray(value)
        ? value.map((_, i) => without(value, i))
        : value === true
          ? [false]
          : []
      : [],
  "rule-removed": (path) => (path.at(-2) === "allOf" || (path.at(-2) === "anyOf" && path.length > 2) ? [GONE] : []),
  "default-changed": (path, value) => (path.at(-1) === "default" && !isObject(value) ? [GONE, another(value)] : []),
  "price-changed": (path, value) => {
    if (!path.includes("prices") || !path.includes("rates")) return [];
    if (typeof value === "number") return [Math.round(value * 1.1e6) / 1e6];
    return isObject(value) && path.at(-2) === "rates" ? [GONE] : [];
  },
  "input-swapped": (path, value) => {
    if (path.at(-2) !== "x-input") return [];
    if (path.at(-1) === "role") return [ROLES[value]].filter(Boolean);
    return path.at(-1) === "values" && isObject(value) ? [GONE] : [];
  },
  "example-changed": (path, value) =>
    path[0] === "value" && (typeof value === "number" || typeof value === "boolean" || typeof value === "string")
      ? [typeof value === "string" && /^https?:/.test(value) ? `${value}x` : another(value)]
      : [],
};

/** Rule → whether a mutant here is one that no test should have to notice. */
const EXCLUDED = {
  "made-up bodies": (file, path) => /\/examples\/inferred-/.test(file) && path[0] === "value",
  "titles and descriptions": (_, path) =>
    path.some((one) => ["description", "summary", "title", "note", "advice"].includes(one)),
  "where a fact was read": (_, path) => path.some((one) => ["x-sources", "x-evidence", "evidence"].includes(one)),
};

const shown = (value) => (value === undefined ? "" : JSON.stringify(value));

/** Every mutant of a YAML file of a contract, and how many were left out by which rule. */
export function mutantsOfYaml(file, text, rules = EXCLUDED) {
  const root = parseDocument(text);
  const mutants = [];
  const excluded = {};
  const offer = (operator, path, value, one) => {
    const rule = Object.entries(rules).find(([, isEquivalent]) => isEquivalent(file, path));
    if (rule) {
      excluded[rule[0]] = (excluded[rule[0]] ?? 0) + 1;
      return;
    }
    const elsewhere = isObject(one) && Array.isArray(one.at) ? one : undefined;
    const change = elsewhere ?? { at: path, value: one };
    const after = elsewhere?.shown ?? shown(one);
    mutants.push({ file, operator, place: path.join("/"), before: shown(value), after, change });
  };
  const visit = (path, value) => {
    for (const [operator, mutate] of Object.entries(OPERATORS)) {
      for (const one of mutate(path, value, root)) offer(operator, path, value, one);
    }
    if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) visit([...path, Array.isArray(value) ? Number(key) : key], value[key]);
    }
  };
  visit([], root.toJSON());
  return { mutants, excluded };
}

/**
 * The text of a YAML file with a mutant's change made, and every other character as it was: a file that is printed anew would be
 * noticed by tests that look at its text, whatever the change.
 */
export function changedYaml(text, { at, value }) {
  const [old, root] = [parseDocument(text), parseDocument(text)];
  const keys = at.map((key, i) => (root.hasIn(at.slice(0, i + 1)) ? key : Number(key)));
  if (value === undefined) root.deleteIn(keys);
  else root.setIn(keys, root.createNode(value));
  // What has lost a member is written anew; JSON is YAML.
  const place = value === undefined ? keys.slice(0, -1) : keys;
  const [start, end] = old.getIn(place, true).range;
  const after = JSON.stringify(root.getIn(place, true).toJS(root));
  return text.slice(0, start) + after + (text.slice(start, end).endsWith("\n") ? "\n" : "") + text.slice(end);
}
