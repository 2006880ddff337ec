// Makes a built site work below any path: VitePress writes its base into every link and script, so it is built below a
// placeholder, which is then replaced by relative links, and in scripts by what the page finds out when it is opened.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { parseAst } from "rollup/parseAst";

/** The base below which VitePress builds. */
export const PLACEHOLDER = "/__omni_base__/";
const VARIABLE = "__OMNI_BASE__";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
const isNode = (value: unknown): value is Node & Record<string, unknown> =>
  typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;

function* nodesOf(value: unknown): Generator<Node & Record<string, unknown>> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  if (!isNode(value)) return;
  yield value;
  for (const member of Object.values(value)) if (typeof member === "object") yield* nodesOf(member);
}

/** The script with every text that holds the placeholder made from what the page knows. */
export function relocateScript(code: string): string {
  if (!code.includes(PLACEHOLDER)) return code;
  const texts = [...nodesOf(parseAst(code, { jsx: false }))].filter(
    ({ type, start, end }) =>
      (type === "Literal" || type === "TemplateLiteral") && code.slice(start, end).includes(PLACEHOLDER),
  );
  // A template may hold a literal that holds the placeholder; the outer one replaces both.
  const outer = texts.filter((one) => !texts.some((by) => by !== one && by.start <= one.start && one.end <= by.end));
  return outer.reduceRight((left, { start, end }) => {
    const text = `(${left.slice(start, end)}).replaceAll("${PLACEHOLDER}",${VARIABLE})`;
    return left.slice(0, start) + text + left.slice(end);
  }, code);
}

/** The page with relative links, and with a script that tells the others where the site's root is. */
export function relocatePage(html: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1) || "./";
  const base = `<script>${VARIABLE}=new URL("${up}",location.href).pathname</script>`;
  return (
    html
      .replaceAll(new RegExp(`(="|='|=|\\()${PLACEHOLDER}`, "g"), `$1${up}`)
      // VitePress also makes a class of the page's address.
      .replaceAll(PLACEHOLDER.replaceAll("/", "_"), "_")
      .replace("<head>", `<head>${base}`)
  );
}

export async function relocate(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  for (const file of files) {
    const change = file.endsWith(".html") ? relocatePage : file.endsWith(".js") ? relocateScript : undefined;
    if (!change) continue;
    const text = await readFile(dist + file, "utf8");
    const changed = change(text, file);
    if (changed !== text) await writeFile(dist + file, changed);
  }
}
