import type { Json } from "./json.js";
import type { Keys, Places } from "./places.js";
import type { Refused } from "./refused.js";
import type { Rule, Rules } from "./rules.js";
import type { SampleRequest, TaskRead, TaskView } from "./sample.js";
import { headOf, NO_ANSWER, partsOf, PASSING, plain, queryOf, REFUSED, statusText, TIMEOUT, UNCLEAR } from "./text.js";

const at = (keys: Keys): string => `at(answer, ${keys.map((key) => JSON.stringify(key)).join(", ")})`;
const either = (places: Places): string => `text(${places.map(at).join(", ")})`;

/** Numbers of JSON are float64. */
const equals = (value: string, wanted: Json): string =>
  typeof wanted === "number"
    ? `${value} == float64(${wanted})`
    : `${value} == ${wanted === null ? "nil" : JSON.stringify(wanted)}`;
const oneOf = (value: string, list: readonly Json[]): string => list.map((one) => equals(value, one)).join(" || ");
const bracketed = (text: string, operator: string): string => (text.includes(operator) ? `(${text})` : text);

const ruleText = (rule: Rule): string =>
  rule
    .map(({ at: keys, is, not, matches }) => {
      const value = at(keys);
      if (not !== undefined) return `${value} != nil && fmt.Sprint(${value}) != ${JSON.stringify(not)}`;
      if (matches !== undefined)
        return `regexp.MustCompile(${JSON.stringify(matches)}).MatchString(fmt.Sprint(${value}))`;
      const text = is === undefined ? `${value} != nil` : oneOf(value, is);
      return rule.length > 1 ? bracketed(text, " || ") : text;
    })
    .join(" && ");

const rulesText = (rules: Rules): readonly string[] => rules.map((rule) => bracketed(ruleText(rule), " && "));

const CLIENT = `// No redirect is followed: it would send the request, and the key, once more.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

var client = &http.Client{Timeout: ${TIMEOUT} * time.Second, CheckRedirect: stay}
`;

const AT = `// at gives what these keys lead to in the JSON, or nil.
func at(value any, keys ...any) any {
	for _, key := range keys {
		switch key := key.(type) {
		case string:
			object, _ := value.(map[string]any)
			value = object[key]
		case int:
			list, _ := value.([]any)
			if key >= len(list) {
				return nil
			}
			value = list[key]
		}
	}
	return value
}
`;

const TEXT = `// text gives the first value that says something, or "".
func text(values ...any) string {
	for _, value := range values {
		if value != nil && value != "" {
			return fmt.Sprint(value)
		}
	}
	return ""
}
`;

const ask = (
  setters: readonly string[],
): string => `// ask sends one request, once, and gives status, JSON (nil for a body that is none) and text.
func ask(method, path, contentType string, body io.Reader) (int, any, string, error) {
	request, err := http.NewRequest(method, baseURL+path, body)
	if err != nil {
		return 0, nil, "", err
	}
	if body != nil {
		request.Header.Set("Content-Type", contentType)
	}
${setters.map((one) => `\t${one}\n`).join("")}	response, err := client.Do(request)
	if err != nil {
		return 0, nil, "", err
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, nil, "", err
	}
	var answer any
	if json.Unmarshal(data, &answer) != nil {
		answer = nil
	}
	return response.StatusCode, answer, string(data), nil
}
`;

const FORM = `// form makes a form of one file, and tells its content type.
func form(field, path, mediaType string) (io.Reader, string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, "", err
	}
	defer file.Close()
	body := &bytes.Buffer{}
	writer := multipart.NewWriter(body)
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", fmt.Sprintf("form-data; name=%q; filename=%q", field, filepath.Base(path)))
	header.Set("Content-Type", mediaType)
	part, err := writer.CreatePart(header)
	if err != nil {
		return nil, "", err
	}
	if _, err := io.Copy(part, file); err != nil {
		return nil, "", err
	}
	return body, writer.FormDataContentType(), writer.Close()
}
`;

/** A raw string where the text allows it. */
const raw = (text: string): string => (text.includes("`") ? JSON.stringify(text) : `\`${text}\``);

/** The path as an expression: what is not known beforehand is escaped. */
function pathText(request: SampleRequest): string {
  const pieces = partsOf(request.path).flatMap((part, i) => {
    if (i % 2 === 0) return part === "" ? [] : [JSON.stringify(part)];
    const { env, value } = request.parameters.find(({ name, in: place }) => name === part && place === "path") ?? {};
    return env === undefined
      ? [JSON.stringify(encodeURIComponent(plain(value ?? "")))]
      : [`url.PathEscape(os.Getenv("${env}"))`];
  });
  const query = queryOf(request);
  return [...pieces, ...(query === "" ? [] : [JSON.stringify(query)])].join("+").replaceAll('"+"', "");
}

const failText = ({ success, refusals }: SampleRequest, more: readonly string[] = []): string =>
  `if ${[`status != ${success}`, ...more, ...rulesText(refusals)].join(" || ")} {`;

const list = (values: readonly Json[]): string => values.map((value) => JSON.stringify(value)).join(", ");

function askText(request: SampleRequest): readonly string[] {
  const { method, body } = request;
  const form =
    body?.kind === "form"
      ? [
          `body, contentType, err := form(${list([body.file.field, body.file.path, body.file.type])})`,
          ...["if err != nil {", "\tlog.Fatal(err)", "}"],
        ]
      : [];
  const sent =
    body === undefined
      ? '"", nil'
      : body.kind === "form"
        ? "contentType, body"
        : '"application/json", strings.NewReader(body)';
  return [...form, `status, answer, answered, err := ask("${method.toUpperCase()}", ${pathText(request)}, ${sent})`];
}

/** One look: says how the task is, and where its video is. */
const lookText = (view: TaskView): readonly string[] => [
  `state := ${either(view.state)}`,
  ...['if state == "" {', '\tlog.Fatalf("No task in the answer: %s", answered)', "}", "fmt.Println(state)"],
  ...["switch state {", `case ${list(view.done)}:`, `\tvideo := ${either(view.url)}`],
  ...['\tif video == "" {', '\t\tlog.Fatalf("No video in the answer: %s", answered)', "\t}"],
  '\tfmt.Println("video", video)',
  ...(view.ended.length > 0
    ? [`case ${list(view.ended)}:`, `\tlog.Fatal(text(${[...view.message.map(at), "answered"].join(", ")}))`]
    : []),
  "}",
];

function plainText(request: SampleRequest): readonly string[] {
  const { flow } = request;
  const call = [
    ...askText(request),
    ...["if err != nil {", "\tlog.Fatal(err)", "}"],
    ...[failText(request), '\tlog.Fatalf("HTTP %d: %s", status, answered)', "}"],
  ];
  if (flow.kind === "upload")
    return [
      ...call,
      `link := ${either(flow.url)}`,
      ...['if link == "" {', '\tlog.Fatalf("No address in the answer: %s", answered)', "}", "fmt.Println(link)"],
    ];
  if (flow.kind === "balance") {
    const print = `fmt.Println(${either(flow.amount)}, ${JSON.stringify(flow.unit)})`;
    if (flow.unlimited.length === 0) return [...call, print];
    const unlimited = flow.unlimited.map((keys) => `${at(keys)} == true`).join(" || ");
    return [...call, `if ${unlimited} {`, '\tfmt.Println("unlimited")', "} else {", `\t${print}`, "}"];
  }
  if (flow.kind === "read") return [...call, ...lookText(flow.view)];
  return [
    ...call,
    ...['shown, err := json.MarshalIndent(answer, "", "  ")', "if err != nil {", "\tlog.Fatal(err)", "}"],
    "fmt.Println(string(shown))",
  ];
}

function readText({ method, path, id, view, final, early }: TaskRead): readonly string[] {
  const [before = "", , after = ""] = id.in === "path" ? partsOf(path) : [`${path}?${id.name}=`];
  const escape = id.in === "path" ? "url.PathEscape(taskID)" : "url.QueryEscape(taskID)";
  const address = [JSON.stringify(before), escape, ...(after === "" ? [] : [JSON.stringify(after)])].join("+");
  const shown = view.shownWith.map((one) => `status == ${one}`).join(" || ");
  const isRefused = ["status >= 400", "status < 500", ...PASSING.map((one) => `status != ${one}`)].join(" && ");
  const isEarly =
    early &&
    `!((${early.statuses.map((one) => `status == ${one}`).join(" || ")}) && age < ${early.seconds}*time.Second)`;
  const refused = [isRefused, ...(isEarly ? [isEarly] : [])].join(" && ");
  const finals = rulesText(final);
  return [
    "submitted := time.Now()",
    "time.Sleep(firstLook)",
    "for {",
    `\tstatus, answer, answered, err := ask("${method.toUpperCase()}", ${address}, "", nil)`,
    ...["\tif err != nil { // a look costs nothing: try again", "\t\tanswered = err.Error()", "\t}"],
    "\tage := time.Since(submitted)",
    ...[`\tstate := ${either(view.state)}`, `\tif ${shown} {`, "\t\tswitch state {", `\t\tcase ${list(view.done)}:`],
    `\t\t\tvideo := ${either(view.url)}`,
    ...['\t\t\tif video == "" {', '\t\t\t\tlog.Fatalf("Task %s has no video: %s", taskID, answered)', "\t\t\t}"],
    ...['\t\t\tfmt.Println("video", video)', "\t\t\treturn", `\t\tcase ${list(view.ended)}:`],
    `\t\t\treason := text(${[...view.message.map(at), "answered"].join(", ")})`,
    '\t\t\tlog.Fatalf("Task %s has ended as %s: %s", taskID, state, reason)',
    ...["\t\t}", "\t}"],
    `\tif ${[finals.length > 0 ? `(${refused})` : refused, ...finals].join(" || ")} {`,
    ...['\t\tlog.Fatalf("Task %s cannot be read: HTTP %d: %s", taskID, status, answered)', "\t}"],
    ...["\tif age > giveUp {", '\t\tlog.Fatalf("Task %s still runs. Look at it again later.", taskID)', "\t}"],
    "\tlog.Print(text(state, answered))",
    ...["\ttime.Sleep(lookEvery)", "}"],
  ];
}

function refusedText({ statuses, inBody }: Refused): string {
  const parts = inBody.map((one) => {
    const text = ruleText(one.rule);
    return `${statusText(one, "status", "&&")} && ${one.rule.length > 1 ? text : bracketed(text, " || ")}`;
  });
  const body = parts.length > 1 ? parts.map((part) => `(${part})`) : parts;
  return `// isRefused says whether there is no task, and nothing to pay.
func isRefused(status int, answer any) bool {
	switch status {
	case ${statuses.join(", ")}:
		return true
	}
	return ${body.length > 0 ? body.join(" ||\n\t\t") : "false"}
}
`;
}

function submitText(request: SampleRequest): readonly string[] {
  const { flow } = request;
  if (flow.kind !== "submit") return [];
  const rules = rulesText(flow.accepted);
  const [only = ""] = rules;
  const accepted =
    rules.length === 0 ? [] : [rules.length === 1 && !only.includes("(at") ? `!(${only})` : `!(${rules.join(" || ")})`];
  return [
    ...askText(request),
    ...["if err != nil {", `\tlog.Fatalf("${NO_ANSWER}. %v", err)`, "}"],
    `taskID := ${either(flow.id)}`,
    failText(request, ['taskID == ""', ...accepted]),
    ...['\tif isRefused(status, answer) && taskID == "" {'],
    ...[`\t\tlog.Fatalf("${REFUSED}: HTTP %d: %s", status, answered)`, "\t}"],
    ...[`\tlog.Fatalf("${UNCLEAR}. HTTP %d: %s", status, answered)`, "}"],
    'fmt.Println("task", taskID) // keep it: this is what you pay for',
    "",
    ...readText(flow.read),
  ];
}

/** What the rest of a program uses, in the order of gofmt. */
function importsOf(code: string): readonly string[] {
  const packages = [
    ...["bytes", "encoding/json", "fmt", "io", "log", "mime/multipart", "net/http", "net/textproto", "net/url", "os"],
    ...["path/filepath", "regexp", "strings", "time"],
  ];
  // A word before it would be another name, such as `baseurl.`.
  return packages.filter((one) => new RegExp(`(^|[^\\w."])${one.split("/").at(-1) ?? ""}\\.[A-Z]`, "m").test(code));
}

/** Go 1.18 and up, with its standard library. */
export function go(request: SampleRequest): string {
  const { key, flow, body, parameters, server } = request;
  const isSubmit = flow.kind === "submit";
  const setters = [
    ...(key
      ? [
          `request.Header.Set("${key.header}", ${key.prefix === "" ? "" : `${JSON.stringify(key.prefix)}+`}os.Getenv("${key.env}"))`,
        ]
      : []),
    ...parameters.flatMap(({ name, in: place, value }) =>
      place === "header" && value !== undefined
        ? [`request.Header.Set(${JSON.stringify(name)}, ${JSON.stringify(plain(value))})`]
        : [],
    ),
  ];
  const waits = isSubmit
    ? [
        "",
        "// After the submit; between two looks; after the submit.",
        "const (",
        `\tfirstLook = ${flow.poll.first} * time.Second`,
        `\tlookEvery = ${flow.poll.every} * time.Second`,
        `\tgiveUp    = ${flow.poll.giveUp} * time.Second`,
        ")",
      ]
    : [];
  const main = isSubmit ? submitText(request) : plainText(request);
  const refused = isSubmit ? refusedText(flow.refused) : "";
  const code = [
    `const baseURL = ${JSON.stringify(server)}`,
    ...(body?.kind === "json" ? ["", `const body = ${raw(JSON.stringify(body.value, null, 2))}`] : []),
    ...waits,
    ...["", CLIENT],
    ...([...main, refused].some((line) => line.includes("at(answer")) ? [AT] : []),
    ...(main.some((line) => line.includes("text(")) ? [TEXT] : []),
    ask(setters),
    ...(refused === "" ? [] : [refused]),
    ...(body?.kind === "form" ? [FORM] : []),
    "func main() {",
    ...main.map((line) => (line === "" ? "" : `\t${line}`)),
    "}",
    "",
  ].join("\n");
  const head = headOf(request, "").map((line) => `// ${line}`);
  const imports = importsOf(code).map((one) => `\t"${one}"`);
  return [...head, "package main", "", "import (", ...imports, ")", "", code].join("\n");
}
