import { plain, partsOf, queryOf, TIMEOUT } from "./text.js";
import type { Places } from "./places.js";
import type { SampleRequest, SampleKey } from "./sample.js";

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** In double quotes, with `$` for what the shell fills in. */
const filled = (text: string): string => `"${text}"`;

// Prints the body of an error, too, and then fails; follows no redirect; repeats nothing.
const CURL = `curl --silent --show-error --fail-with-body --max-time ${TIMEOUT}`;

const keyLine = (key: SampleKey | undefined): readonly string[] =>
  key ? [`-H ${filled(`${key.header}: ${key.prefix}$${key.env}`)}`] : [];

/** An address; in single quotes where the shell has nothing to fill in. */
const address = (text: string): string => (text.includes("$") ? filled(text) : quoted(text));

const command = (parts: readonly string[]): string => parts.join(" \\\n  ");

function requestLines(request: SampleRequest): readonly string[] {
  const { server, path, method, key, parameters, body } = request;
  const parts = partsOf(path).map((part, i) => {
    if (i % 2 === 0) return part;
    const { env, value } = parameters.find(({ name, in: place }) => name === part && place === "path") ?? {};
    return env === undefined ? encodeURIComponent(plain(value ?? "")) : `\${${env}:?}`;
  });
  const usual = body ? "post" : "get";
  const headers = parameters.flatMap(({ name, in: place, value }) =>
    place === "header" && value !== undefined ? [`-H ${quoted(`${name}: ${plain(value)}`)}`] : [],
  );
  return [
    `${CURL} ${address(server + parts.join("") + queryOf(request))}`,
    ...(method === usual ? [] : [`-X ${method.toUpperCase()}`]),
    ...keyLine(key),
    ...headers,
    ...(body?.kind === "json"
      ? [
          "-H 'Content-Type: application/json'",
          `-d ${quoted(JSON.stringify(body.value, null, 2)).replaceAll("\n", "\n  ")}`,
        ]
      : []),
    ...(body?.kind === "form" ? [`-F ${quoted(`${body.file.field}=@${body.file.path};type=${body.file.type}`)}`] : []),
  ];
}

const dotted = (places: Places): string =>
  places.map((keys) => `.${keys.join(".").replaceAll(/\.(\d+)/g, "[$1]")}`).join(" or ");

/** Words of a list: `a`, `b` or `c`. */
const words = (list: readonly string[]): string => list.join(", ").replace(/, ([^,]+)$/, " or $1");

/** curl: a submit, and beneath it the look at its task. */
export function curl(request: SampleRequest): string {
  const { summary, flow, refusals, key, server } = request;
  const warning =
    refusals.length > 0 || (flow.kind === "submit" && flow.accepted.length > 0)
      ? ["# Refusals come with HTTP 200, too, and curl then ends with 0: read the answer."]
      : [];
  const head = summary.replace(/\.$/, "");
  if (flow.kind !== "submit") return [`# ${head}.`, ...warning, command(requestLines(request)), ""].join("\n");
  const { read, poll, id } = flow;
  const [before = "", , after = ""] = read.id.in === "path" ? partsOf(read.path) : [`${read.path}?${read.id.name}=`];
  const look = `${CURL} ${filled(`${server}${before}\${TASK_ID:?the id from the answer}${after}`)}`;
  return [
    `# ${head}. Costs money, so send it once.`,
    `# TASK_ID is ${dotted(id)} of the answer: keep it.`,
    ...warning,
    command(requestLines(request)),
    "",
    `# Then look at the task, every ${poll.every} s, until ${dotted(read.view.state)} is`,
    `# ${words([...read.view.done, ...read.view.ended])}.`,
    command([look, ...(read.method === "get" ? [] : [`-X ${read.method.toUpperCase()}`]), ...keyLine(key)]),
    "",
  ].join("\n");
}
