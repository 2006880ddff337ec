import type { Keys, Places } from "./places.js";
import type { BodyRefusal } from "./refused.js";
import type { Rule, Rules } from "./rules.js";
import type { SampleParameter, SampleRequest, TaskRead, TaskView } from "./sample.js";
import { filled, headOf, NO_ANSWER, PASSING, REFUSED, REFUSED_IS, statusText, TIMEOUT, UNCLEAR } from "./text.js";
import { brokenAt, callLines, callText, clientLines, textLiteral, thrown, valueText, WIDTH } from "./typescript.js";

const LIMIT = `AbortSignal.timeout(${TIMEOUT}_000)`;

const dotted = (keys: Keys): string => textLiteral(keys.join("."));

/** The first of the places where something stands. */
const atText = (places: Places, before: string, after: string): string =>
  callText(`${before}at`, ["answer", ...places.map(dotted)], after);

const ruleParts = (rule: Rule): readonly string[] =>
  rule.map(({ at: keys, is, not, matches }) => {
    const value = `at(answer, ${dotted(keys)})`;
    if (not !== undefined) return `String(${value} ?? ${textLiteral(not)}) !== ${textLiteral(not)}`;
    if (matches !== undefined) return `new RegExp(${textLiteral(matches)}).test(String(${value}))`;
    if (is === undefined) return `${value} !== undefined`;
    const text = is.map((one) => `${value} === ${valueText(one)}`).join(" || ");
    return rule.length > 1 && is.length > 1 ? `(${text})` : text;
  });

/** What is to be joined with `||`. */
const rulesParts = (rules: Rules): readonly string[] =>
  rules.flatMap((rule) =>
    rule.length > 1 ? [`(${ruleParts(rule).join(" && ")})`] : ruleParts(rule).join("").split(" || "),
  );

const HELPER = `/** What the first of these paths that leads somewhere leads to in the JSON. */
function at(json: unknown, ...paths: string[]): unknown {
  const step = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null
      ? Reflect.get(value, key)
      : undefined;
  return paths
    .map((path) => path.split(".").reduce(step, json))
    .find((value) => value !== undefined && value !== null && value !== "");
}`;

/** A value of a parameter; a variable where the environment has it. */
const valueOf = ({ env, value }: SampleParameter, indent: string): string => env ?? valueText(value ?? null, indent);

/** What goes along with a call: parameters, body, time limit. */
function initLines({ parameters, body }: SampleRequest, indent: string): readonly string[] {
  const places = (["path", "query", "header"] as const).flatMap((place) => {
    const those = parameters.filter((one) => one.in === place);
    const members = those.map((one) => {
      const [name, value] = [memberName(one.name), valueOf(one, `${indent}    `)] as const;
      return name === value ? name : `${name}: ${value}`;
    });
    return members.length === 0 ? [] : [`${place}: { ${members.join(", ")} }`];
  });
  const sent =
    body?.kind === "json"
      ? [`${indent}body: ${valueText(body.value, indent)},`]
      : body
        ? [`${indent}body: { ${body.file.field === "file" ? "file" : `${memberName(body.file.field)}: file`} },`]
        : [];
  const params = places.length > 0 ? [`${indent}params: { ${places.join(", ")} },`] : [];
  return [...params, ...sent, `${indent}signal: ${LIMIT},`];
}

const memberName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name));

const verb = ({ method }: Pick<SampleRequest, "method">): string => method.toUpperCase();

const answerLines = (indent = ""): readonly string[] => [
  `${indent}const answer: unknown = data ?? error;`,
  `${indent}const told = \`HTTP \${response.status} \${JSON.stringify(answer)}\`;`,
];

const failText = ({ success, refusals }: SampleRequest, more: readonly string[] = []): string =>
  brokenAt("||", [`response.status !== ${success}`, ...more, ...rulesParts(refusals)], "if (", ") {");

const wordLines = ({ done, ended }: TaskView): readonly string[] => [
  `const DONE: unknown[] = ${valueText([...done], "", "const DONE: unknown[] = ".length)};`,
  `const ENDED: unknown[] = ${valueText([...ended], "", "const ENDED: unknown[] = ".length)};`,
];

/** One look: says how the task is, and where its video is. */
const lookLines = (view: TaskView): readonly string[] => [
  atText(view.state, "const state = ", ";"),
  "if (state === undefined) {",
  ...[thrown("`No task in the answer: ${told}`", "  "), "}", "console.log(state);", "if (DONE.includes(state)) {"],
  atText(view.url, "  const video = ", ";"),
  ...["  if (video === undefined) {", thrown("`No video in the answer: ${told}`", "    "), "  }"],
  ...['  console.log("video", video);', "}", "if (ENDED.includes(state)) {"],
  atText(view.message, "  const reason = ", ";"),
  ...[thrown("`${state}: ${reason ?? told}`", "  "), "}"],
];

function plainLines(request: SampleRequest): readonly string[] {
  const { flow, body } = request;
  const file = body?.kind === "form" ? body.file : undefined;
  const reading = file
    ? [
        `const bytes = await readFile(${textLiteral(file.path)});`,
        callText(
          "const file = new File",
          ["[bytes]", textLiteral(file.path), `{ type: ${textLiteral(file.type)} }`],
          ";",
        ),
      ]
    : [];
  const call = [
    ...reading,
    ...callLines(
      `const { data, error, response } = await api.${verb(request)}`,
      request.path,
      (indent) => initLines(request, indent),
      ";",
    ),
    ...[...answerLines(), failText(request), "  throw new Error(told);", "}"],
  ];
  if (flow.kind === "upload")
    return [
      ...[...call, atText(flow.url, "const url = ", ";"), "if (url === undefined) {"],
      ...[thrown("`No address in the answer: ${told}`", "  "), "}", "console.log(url);"],
    ];
  if (flow.kind === "balance") {
    const print = (indent: string) => [
      atText(flow.amount, `${indent}const amount = `, ";"),
      `${indent}console.log(amount, ${textLiteral(flow.unit)});`,
    ];
    if (flow.unlimited.length === 0) return [...call, ...print("")];
    const unlimited = atText(flow.unlimited, "if (", " === true) {");
    return [...call, unlimited, '  console.log("unlimited");', "} else {", ...print("  "), "}"];
  }
  if (flow.kind === "read") return [...call, ...lookLines(flow.view)];
  return [...call, "console.log(JSON.stringify(data, null, 2));"];
}

function readLines({ method, path, id, view, final, early }: TaskRead): readonly string[] {
  const shown = view.shownWith.map((one) => `status === ${one}`).join(" || ");
  const passing = `[${PASSING.join(", ")}].includes(status)`;
  const isEarly = early && `!([${early.statuses.join(", ")}].includes(status) && age < ${early.seconds})`;
  const refused = ["status >= 400", "status < 500", `!${passing}`, ...(isEarly ? [isEarly] : [])];
  const finals = rulesParts(final);
  const name = id.name === "id" ? "id" : `${memberName(id.name)}: id`;
  const looking = (indent: string) => [`${indent}params: { ${id.in}: { ${name} } },`, `${indent}signal: ${LIMIT},`];
  return [
    "const submitted = performance.now();",
    "await sleep(FIRST_LOOK);",
    "for (;;) {",
    "  // A look costs nothing: one that fails is repeated.",
    "  const look = await api",
    ...callLines(`    .${verb({ method })}`, path, looking, ""),
    "    .catch((error: unknown) => ({ error, data: null, response: null }));",
    "  const answer: unknown = look.data ?? look.error;",
    ...["  const status = look.response?.status ?? 0;", "  const age = (performance.now() - submitted) / 1000;"],
    "  const told = `HTTP ${status} ${JSON.stringify(answer) ?? String(answer)}`;",
    atText(view.state, "  const state = ", ";"),
    `  const isShown = ${shown};`,
    "  if (isShown && DONE.includes(state)) {",
    atText(view.url, "    const video = ", ";"),
    ...["    if (video === undefined) {", thrown("`Task ${id} has no video: ${told}`", "      "), "    }"],
    ...['    console.log("video", video);', "    break;", "  }", "  if (isShown && ENDED.includes(state)) {"],
    atText(view.message, "    const reason = ", ";"),
    ...[thrown("`Task ${id} has ended as ${state}: ${reason ?? told}`", "    "), "  }"],
    brokenAt("&&", refused, "  const isRefused = ", ";"),
    brokenAt("||", ["isRefused", ...finals], "  if (", ") {"),
    ...[thrown("`Task ${id} cannot be read: ${told}`", "    "), "  }", "  if (age > GIVE_UP) {"],
    ...[thrown("`Task ${id} still runs. Look at it again later.`", "    "), "  }"],
    ...["  console.error(state ?? told);", "  await sleep(LOOK_EVERY);", "}"],
  ];
}

/** One refusal among others, as Prettier breaks it. */
function inBodyText(one: BodyRefusal): string {
  const parts = ruleParts(one.rule);
  const [only = ""] = parts;
  const rule = parts.length === 1 && only.includes(" || ") ? [`(${only})`] : parts;
  const all = [statusText(one, "response.status", "&&", "==="), ...rule];
  const short = `(${all.join(" && ")})`;
  return short.length + "     ||".length <= WIDTH ? short : `(${all.join(" &&\n      ")})`;
}

function submitLines(request: SampleRequest): readonly string[] {
  const { flow } = request;
  if (flow.kind !== "submit") return [];
  const rules = rulesParts(flow.accepted);
  const inBody = flow.refused.inBody.map(inBodyText);
  const [only = ""] = rules;
  const isPlain = rules.length === 1 && only.includes(" === ") && !only.includes("(at");
  const accepted = rules.length === 0 ? [] : [isPlain ? only.replace(" === ", " !== ") : `!(${rules.join(" || ")})`];
  return [
    "const lost = (cause: unknown): never => {",
    ...["  throw new Error(", `    ${textLiteral(NO_ANSWER)},`, "    { cause },", "  );", "};"],
    "const { data, error, response } = await api",
    ...[
      ...callLines(`  .${verb(request)}`, request.path, (indent) => initLines(request, indent), ""),
      "  .catch(lost);",
    ],
    ...answerLines(),
    atText(flow.id, "const id = ", ";"),
    failText(request, ['typeof id !== "string"', ...accepted]),
    brokenAt("||", ["REFUSED.includes(response.status)", ...inBody], "  const isRefused = ", ";"),
    ...["  if (isRefused && id === undefined) {", thrown(`\`${REFUSED}: \${told}\``, "    "), "  }"],
    ...[thrown(`\`${UNCLEAR}. \${told}\``, "  "), "}"],
    'console.log("task", id); // keep it: this is what you pay for',
    "",
    ...readLines(flow.read),
  ];
}

/** TypeScript in the provider's own words. `baseURL` where it is not the contract's server. */
export function typescriptRaw(request: SampleRequest, baseURL?: string): string {
  const { provider, flow, body, parameters } = request;
  const { imported, made } = clientLines(provider, "api", "Api", baseURL);
  const envs = parameters.flatMap(({ env }) => env ?? []);
  const isSubmit = flow.kind === "submit";
  const words = isSubmit ? wordLines(flow.read.view) : flow.kind === "read" ? wordLines(flow.view) : [];
  const main = isSubmit ? submitLines(request) : plainLines(request);
  return [
    ...headOf(request, `\`npm install @omni-contracts/${provider}\``).map((line) => `// ${line}`),
    ...(body?.kind === "form" ? ['import { readFile } from "node:fs/promises";'] : []),
    imported,
    "",
    ...made,
    ...envs.map((env) => `const ${env} = process.env.${env} ?? "";`),
    ...(isSubmit
      ? [
          `const FIRST_LOOK = ${flow.poll.first}; // seconds after the submit`,
          `const LOOK_EVERY = ${flow.poll.every}; // seconds`,
          `const GIVE_UP = ${flow.poll.giveUp}; // seconds after the submit`,
          `// ${REFUSED_IS}`,
          filled(flow.refused.statuses, "const REFUSED = [", "];", "  ", WIDTH),
        ]
      : []),
    ...words,
    "",
    ...(main.some((line) => line.includes("at(answer")) ? [HELPER, ""] : []),
    ...(isSubmit
      ? ["const sleep = (seconds: number) =>", "  new Promise((resolve) => setTimeout(resolve, seconds * 1000));", ""]
      : []),
    ...main,
    "",
  ].join("\n");
}
