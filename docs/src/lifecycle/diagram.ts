// A lifecycle as a picture, laid out by Graphviz. Its colours are the site's: theme/components/content.css.
import { instance, type Viz } from "@viz-js/viz";
import type { Language } from "../page.js";
import type { Call, Lifecycle, StateFacts } from "./lifecycle.js";
import { moneyText, span, WORDS, type LifecycleWords } from "./words.js";

const ENDS = new Set(["completed", "failed", "cancelled", "expired"]);
/** Characters in a line of a box. */
const WIDTH = 26;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Words that stand side by side for as long as there is room. */
function wrapped(words: readonly string[]): string[] {
  return words.reduce<string[]>((lines, word, i) => {
    const part = i < words.length - 1 ? `${word},` : word;
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} ${part}`;
    return last === undefined || longer.length > WIDTH ? [...lines, part] : [...lines.slice(0, -1), longer];
  }, []);
}

/** About how wide a line is, in ems: letters of other scripts than Latin take a whole one. */
const widthOf = (line: string): number =>
  Array.from(line).reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/.test(letter) ? 1 : 0.62), 0);

/** A box as wide and as high as its lines; Graphviz knows no fonts. One em is a sixth of an inch. */
function box(id: string, title: string, lines: readonly string[], kind: string): string {
  const all = [title, ...lines];
  const width = Math.max(...all.map(widthOf)) / 6 + 0.3;
  const height = all.length * 0.21 + 0.16;
  const label = all.join("\\n");
  return `"${id}" [class="${kind}", width=${width.toFixed(2)}, height=${height.toFixed(2)}, label=${JSON.stringify(label).replaceAll("\\\\n", "\\n")}]`;
}

function stateBox(facts: StateFacts, lifecycle: Lifecycle, words: LifecycleWords, language: Language): string {
  const { state } = facts;
  const said = facts.words.flatMap((one) =>
    wrapped(one.words).map((line) => (one.answer ? `${one.answer}: ${line}` : line)),
  );
  const shown = facts.shown.flatMap(({ when, within }) => [
    ...when.flatMap((one) => wrapped(one.split(", "))),
    ...(within === undefined ? [] : [words.firstSeconds(span(within, language))]),
  ]);
  const money = state === "failed" || state === "cancelled" ? [`${words.money}: ${moneyText(words, state, lifecycle.charge[state])}`] : []; // prettier-ignore
  const { lifetime } = lifecycle;
  const kept = lifetime === undefined ? words.unknown : span(lifetime, language);
  const result = state === "completed" ? [`${words.video} ${kept}`] : [];
  return box(state, words.names[state], [...said, ...shown, ...money, ...result], `state ${state}`);
}

/** The method, and the path in lines that end before a slash. */
function callLines({ address }: Call): string[] {
  const [method = "", path = ""] = address.split(" ");
  return path.split(/(?=\/)/).reduce<string[]>(
    (lines, part) => {
      const last = lines.at(-1) ?? "";
      return `${last}${part}`.length > WIDTH + 4 ? [...lines, part] : [...lines.slice(0, -1), `${last}${part}`];
    },
    [`${method} `],
  );
}

function dotOf(lifecycle: Lifecycle, language: Language): string {
  const words = WORDS[language];
  const { states, submits, reads, poll, every, charge } = lifecycle;
  const [from = 0, to = 0] = every;
  const has = (state: string) => states.some((one) => one.state === state);
  const waits = ["queued", "in_progress"].filter(has);
  const ends = states.flatMap(({ state }) => (ENDS.has(state) ? [state] : []));
  const paid = `${words.charged}: ${moneyText(words, "at", charge.at)}`;
  const pace = [
    ...(poll.first === undefined ? [] : [`${words.first} ${span(poll.first, language)}`]),
    `${words.every} ${from} ${words.to} ${span(to, language)}`,
    ...(poll.giveUp === undefined ? [] : [`${words.giveUp} ${span(poll.giveUp, language)}`]),
  ];
  // One box for every call that looks: a task is looked at in each state in which it waits, by the call of its own submit.
  const [first, ...others] = reads;
  const looks = first && {
    title: `${words.look}: ${first.id}`,
    lines: [...callLines(first), ...others.flatMap((call) => [`${words.look}: ${call.id}`, ...callLines(call)])],
  };
  const looked = waits.length > 0 ? waits : ["completed"];
  return `digraph {
    bgcolor="transparent"; rankdir=TB; nodesep=0.3; ranksep=0.4; margin=0;
    node [shape=box, style=rounded, fontname="Helvetica", fontsize=12, fixedsize=true];
    edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
    ${submits.map((call) => box(`call-${call.id}`, `${words.submit}: ${call.id}`, [...callLines(call), paid], "call")).join("\n")}
    ${looks ? box("looks", looks.title, [...looks.lines, ...pace], "call read") : ""}
    ${states.map((facts) => stateBox(facts, lifecycle, words, language)).join("\n")}
    ${submits.map(({ id }) => `"call-${id}" -> "${waits[0] ?? "completed"}"`).join("\n")}
    ${waits.length > 1 ? `"queued" -> "in_progress"` : ""}
    ${ends.map((end) => `"${waits.at(-1) ?? "queued"}" -> "${end}"`).join("\n")}
    ${looks ? looked.map((state) => `"${state}" -> "looks" [class="reads", dir=both, constraint=false]`).join("\n") : ""}
    ${looks ? `{ rank=same; "looks"; "${looked.at(-1) ?? ""}" }` : ""}
  }`;
}

const started: { viz?: Promise<Viz> } = {};

/** The picture, with its title and what it shows for those who do not see it. `id` is unique on the page. */
export async function diagramOf(
  lifecycle: Lifecycle,
  language: Language,
  { id, title, description }: { readonly id: string; readonly title: string; readonly description: string },
): Promise<string> {
  started.viz ??= instance();
  const viz = await started.viz;
  const svg = viz.renderString(dotOf(lifecycle, language), { format: "svg" });
  const bare = svg
    .slice(svg.indexOf("<svg"))
    .replaceAll(/<!--[^]*?-->\n?/g, "")
    // Graphviz names every part, which browsers show as tooltips.
    .replaceAll(/<title>[^]*?<\/title>\n?/g, "")
    .replaceAll(/\n\s*\n/g, "\n");
  const names = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`;
  return bare
    .replace(
      /<svg width="(\d+)pt" height="(\d+)pt"/,
      `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="$1" height="$2"`,
    )
    .replace(/(<svg[^>]*>)/, `$1${names}`)
    .trim();
}
