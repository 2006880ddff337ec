import type { Json } from "./json.js";
import type { Keys, Places } from "./places.js";
import type { Rule, Rules } from "./rules.js";
import type { SampleRequest, TaskRead, TaskView } from "./sample.js";
import {
  filled,
  headOf,
  literal,
  NO_ANSWER,
  partsOf,
  PASSING,
  plain,
  REFUSED,
  REFUSED_IS,
  statusText,
  TIMEOUT,
  UNCLEAR,
  type TextStyle,
} from "./text.js";

const WIDTH = 88;

const scalar = (value: Json): string =>
  value === null ? "None" : value === true ? "True" : value === false ? "False" : JSON.stringify(value);
const STYLE: TextStyle = { indent: "    ", name: (name) => JSON.stringify(name), scalar };
/** A literal in one line. */
const inline = (value: Json): string => (Array.isArray(value) ? `[${value.map(inline).join(", ")}]` : scalar(value));
const tuple = (values: readonly Json[]): string =>
  `(${values.map(scalar).join(", ")}${values.length === 1 ? "," : ""})`;

const at = (keys: Keys): string => `at(answer, ${keys.map(scalar).join(", ")})`;
const either = (places: Places): string => places.map(at).join(" or ");

function ruleText(rule: Rule): string {
  const atoms = rule.map(({ at: keys, is, not, matches }) => {
    if (not !== undefined) return `str(${at(keys)} or ${scalar(not)}) != ${scalar(not)}`;
    if (matches !== undefined) return `re.search(r${scalar(matches)}, str(${at(keys)}))`;
    if (is === undefined) return at(keys);
    return is.length === 1 && typeof is[0] === "boolean"
      ? `${at(keys)} is ${scalar(is[0])}`
      : `${at(keys)} in ${tuple(is)}`;
  });
  return atoms.join(" and ");
}

/** Every rule in brackets of its own. */
const rulesText = (rules: Rules): readonly string[] =>
  rules.map((rule) => (rule.length > 1 ? `(${ruleText(rule)})` : ruleText(rule)));

/** `a or b`, one a line in brackets where they are too long for one. */
function anyOf(parts: readonly string[], before: string, after: string): string {
  const short = `${before}${parts.join(" or ")}${after}`;
  if (short.length <= WIDTH) return short;
  const indent = /^ */.exec(before)?.[0] ?? "";
  const lines = parts.map((part, i) => `${indent}    ${i === 0 ? "" : "or "}${part}`);
  return [`${before}(`, ...lines, `${indent})${after}`].join("\n");
}

const AT = `def at(value, *keys):
    """What these keys lead to in the JSON, or None."""
    for key in keys:
        if isinstance(key, int):
            is_there = isinstance(value, list) and key < len(value)
        else:
            is_there = isinstance(value, dict) and key in value
        if not is_there:
            return None
        value = value[key]
    return value`;

const ASK = `def ask(method, path, **options):
    """Sends one request, once, and gives status, JSON (None for a body that is none) and text."""
    response = requests.request(
        method,
        BASE_URL + path,
        headers=HEADERS,
        timeout=(10, ${TIMEOUT}),
        allow_redirects=False,
        **options,
    )
    try:
        return response.status_code, response.json(), response.text
    except ValueError:
        return response.status_code, None, response.text`;

/** The path as an expression: what is not known beforehand is escaped. */
function pathText({ path, parameters }: SampleRequest): string {
  const parts = partsOf(path).map((part, i) => {
    if (i % 2 === 0) return part;
    const { env, value } = parameters.find(({ name, in: place }) => name === part && place === "path") ?? {};
    return env === undefined ? encodeURIComponent(plain(value ?? "")) : `{quote(${env}, safe='')}`;
  });
  const text = parts.join("");
  return text.includes("{") ? `f"${text}"` : JSON.stringify(text);
}

function askText(request: SampleRequest, indent: string): readonly string[] {
  const { method, body, parameters } = request;
  const params = Object.fromEntries(
    parameters.flatMap(({ name, in: place, value }) =>
      place === "query" && value !== undefined ? [[name, value] as const] : [],
    ),
  );
  const options = [
    ...(Object.keys(params).length > 0
      ? [
          `params={${Object.entries(params)
            .map(([name, value]) => `${scalar(name)}: ${inline(value)}`)
            .join(", ")}}`,
        ]
      : []),
    ...(body?.kind === "json" ? ["json=REQUEST"] : []),
    ...(body?.kind === "form" ? ["files=files"] : []),
  ];
  return [
    `${indent}status, answer, text = ask("${method.toUpperCase()}", ${[pathText(request), ...options].join(", ")})`,
  ];
}

const failText = ({ success, refusals }: SampleRequest, more: readonly string[] = []): string =>
  anyOf([`status != ${success}`, ...more, ...rulesText(refusals)], "if ", ":");

function plainText(request: SampleRequest): readonly string[] {
  const { flow, body } = request;
  const call =
    body?.kind === "form"
      ? [
          `with open("${body.file.path}", "rb") as file:`,
          `    files = {"${body.file.field}": ("${body.file.path}", file, "${body.file.type}")}`,
          ...askText(request, "    "),
        ]
      : askText(request, "");
  const fail = [failText(request), '    sys.exit(f"HTTP {status}: {text}")'];
  if (flow.kind === "upload")
    return [
      ...[...call, ...fail],
      anyOf(flow.url.map(at), "url = ", ""),
      ...["if not url:", '    sys.exit(f"No address in the answer: {text}")', "print(url)"],
    ];
  if (flow.kind === "balance") {
    const print = `print(${either(flow.amount)}, ${scalar(flow.unit)})`;
    if (flow.unlimited.length === 0) return [...call, ...fail, print];
    return [...call, ...fail, `if ${either(flow.unlimited)}:`, '    print("unlimited")', "else:", `    ${print}`];
  }
  if (flow.kind === "read") return [...call, ...fail, ...lookText(flow.view)];
  return [...call, ...fail, "print(json.dumps(answer, indent=2, ensure_ascii=False))"];
}

/** One look: says how the task is, and where its video is. */
const lookText = (view: TaskView): readonly string[] => [
  anyOf(view.state.map(at), "state = ", ""),
  ...["if not state:", '    sys.exit(f"No task in the answer: {text}")'],
  ...["print(state)", `if state in ${tuple(view.done)}:`],
  anyOf(view.url.map(at), "    url = ", ""),
  ...["    if not url:", '        sys.exit(f"No video in the answer: {text}")', '    print("video", url)'],
  ...(view.ended.length > 0
    ? [`elif state in ${tuple(view.ended)}:`, `    sys.exit(str(${[...view.message.map(at), "text"].join(" or ")}))`]
    : []),
];

function readText({ method, path, id, view, final, early }: TaskRead): readonly string[] {
  const [before = "", , after = ""] = id.in === "path" ? partsOf(path) : [`${path}?${id.name}=`];
  const shown =
    view.shownWith.length === 1 ? `status == ${view.shownWith.join("")}` : `status in ${tuple(view.shownWith)}`;
  const refused = `400 <= status < 500 and status not in ${tuple(PASSING)}`;
  const isEarly = early && `not (status in ${tuple(early.statuses)} and age < ${early.seconds})`;
  const isFinal = [refused, ...(isEarly ? [isEarly] : [])].join(" and ");
  const finals = final.length > 0 ? [`(${isFinal})`, ...rulesText(final)] : [isFinal];
  return [
    "submitted = time.monotonic()",
    "time.sleep(FIRST_LOOK)",
    "while True:",
    "    try:",
    `        status, answer, text = ask("${method.toUpperCase()}", f"${before}{quote(task_id, safe='')}${after}")`,
    "    except requests.RequestException as error:  # a look costs nothing: try again",
    "        status, answer, text = 0, None, str(error)",
    "    age = time.monotonic() - submitted",
    anyOf(view.state.map(at), "    state = ", ""),
    `    if ${shown} and state in ${tuple(view.done)}:`,
    anyOf(view.url.map(at), "        url = ", ""),
    ...["        if not url:", '            sys.exit(f"Task {task_id} has no video: {text}")'],
    ...['        print("video", url)', "        break"],
    `    if ${shown} and state in ${tuple(view.ended)}:`,
    anyOf([...view.message.map(at), "text"], "        reason = ", ""),
    '        sys.exit(f"Task {task_id} has ended as {state}: {reason}")',
    anyOf(finals, "    if ", ":"),
    '        sys.exit(f"Task {task_id} cannot be read: HTTP {status}: {text}")',
    "    if age > GIVE_UP:",
    '        sys.exit(f"Task {task_id} still runs. Look at it again later.")',
    '    print(state or f"HTTP {status}: {text}", file=sys.stderr)',
    "    time.sleep(LOOK_EVERY)",
  ];
}

function submitText(request: SampleRequest): readonly string[] {
  const { flow } = request;
  if (flow.kind !== "submit") return [];
  const inBody = flow.refused.inBody.map((one) => `(${statusText(one, "status", "and")} and ${ruleText(one.rule)})`);
  const rules = rulesText(flow.accepted);
  const accepted = rules.length > 0 ? [`not (${rules.join(" or ")})`] : [];
  return [
    "try:",
    ...askText(request, "    "),
    "except requests.RequestException as error:",
    `    sys.exit(f"${NO_ANSWER}. {error}")`,
    anyOf(flow.id.map(at), "task_id = ", ""),
    failText(request, ["not task_id", ...accepted]),
    anyOf(["status in REFUSED", ...inBody], "    is_refused = ", ""),
    "    if is_refused and not task_id:",
    `        sys.exit(f"${REFUSED}: HTTP {status}: {text}")`,
    `    sys.exit(f"${UNCLEAR}. HTTP {status}: {text}")`,
    'print("task", task_id, flush=True)  # keep it: this is what you pay for',
    "",
    ...readText(flow.read),
  ];
}

/** Python with `requests`. */
export function python(request: SampleRequest): string {
  const { key, flow, body, parameters, server, refusals } = request;
  const isSubmit = flow.kind === "submit";
  const envs = parameters.flatMap(({ env }) => env ?? []);
  const hasPattern = [
    ...refusals,
    ...(isSubmit ? [...flow.accepted, ...flow.refused.inBody.map(({ rule }) => rule), ...flow.read.final] : []),
  ]
    .flat()
    .some(({ matches }) => matches !== undefined);
  const modules = [
    ...(flow.kind === "plain" ? ["json"] : []),
    ...(key || envs.length > 0 ? ["os"] : []),
    ...(hasPattern ? ["re"] : []),
    "sys",
    ...(isSubmit ? ["time"] : []),
  ];
  const sent = parameters.flatMap(({ name, in: place, value }) =>
    place === "header" && value !== undefined ? [`    ${scalar(name)}: ${scalar(plain(value))},`] : [],
  );
  const keyText = key
    ? `${scalar(key.header)}: ${key.prefix === "" ? "" : `${scalar(key.prefix)} + `}os.environ["${key.env}"]`
    : "";
  const headers =
    sent.length > 0 ? ["HEADERS = {", ...(key ? [`    ${keyText},`] : []), ...sent, "}"] : [`HEADERS = {${keyText}}`];
  const waits = isSubmit
    ? [
        `FIRST_LOOK = ${flow.poll.first}  # seconds after the submit`,
        `LOOK_EVERY = ${flow.poll.every}  # seconds`,
        `GIVE_UP = ${flow.poll.giveUp}  # seconds after the submit`,
        `# ${REFUSED_IS}`,
        filled(flow.refused.statuses, "REFUSED = (", ")", "    ", WIDTH),
      ]
    : [];
  const main = isSubmit ? submitText(request) : plainText(request);
  return [
    ...headOf(request, "`pip install requests`").map((line) => `# ${line}`),
    ...modules.map((name) => `import ${name}`),
    ...(isSubmit || envs.length > 0 ? ["from urllib.parse import quote"] : []),
    ...["", "import requests", "", `BASE_URL = ${scalar(server)}`],
    ...headers,
    ...envs.map((env) => `${env} = os.environ["${env}"]`),
    ...waits,
    ...(body?.kind === "json" ? [`REQUEST = ${literal(body.value, STYLE, WIDTH)}`] : []),
    ...(main.some((line) => line.includes("at(answer")) ? ["", "", AT] : []),
    ...["", "", ASK, "", "", ...main],
    "",
  ].join("\n");
}
