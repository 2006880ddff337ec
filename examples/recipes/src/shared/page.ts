import { basename } from "node:path";
import { estimateOf, shown } from "./money.js";
import type { Reported } from "./report.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** From the order to the video, in seconds, as a run saw it. */
export const timeOf = (seconds: number | undefined): string =>
  seconds === undefined ? "not measured" : `${seconds.toFixed(1)} s`;

function figure({ job, outcome: { ended }, verdict }: Reported): string {
  const facts = [
    ["estimate", estimateOf(job.quote)],
    ["told", ended?.cost ? shown(ended.cost) : "not told"],
    ["time to video", timeOf(ended?.seconds)],
    ["picture", `<span class="size">–</span>`],
  ];
  const video =
    ended?.file === undefined
      ? `<p class="none">${safe(`${verdict.state}: ${verdict.note}`)}</p>`
      : `<video controls loop muted playsinline preload="metadata" src="${safe(encodeURI(basename(ended.file)))}"></video>`;
  return `<figure>
${video}
<figcaption><h2>${safe(job.provider)}</h2><code>${safe(job.model)}</code>
<dl>${facts.map(([name = "", fact = ""]) => `<dt>${name}</dt><dd>${fact.startsWith("<") ? fact : safe(fact)}</dd>`).join("")}</dl>
</figcaption></figure>`;
}

/** A page with the videos side by side; it opens from disk, beside its videos, and asks nobody for anything. */
export const pageOf = (prompt: string, reported: readonly Reported[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Models compared</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 0; }
video, .none { width: 100%; aspect-ratio: 16 / 9; background: #8882; margin: 0; box-sizing: border-box; }
.none { padding: 1rem; overflow: auto; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; max-width: 60rem; }
h2 { font-size: 1rem; margin: 0.5rem 0 0; }
code { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0.5rem 0; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1>${safe(prompt)}</h1>
<p><button type="button">Play all from the start</button></p>
<main>
${reported.map(figure).join("\n")}
</main>
<script>
const videos = [...document.querySelectorAll("video")];
for (const video of videos) {
  const tell = () => {
    const size = video.closest("figure").querySelector(".size");
    size.textContent = \`\${video.videoWidth} × \${video.videoHeight}, \${video.duration.toFixed(1)} s\`;
  };
  if (video.readyState > 0) tell();
  else video.addEventListener("loadedmetadata", tell);
}
document.querySelector("button").addEventListener("click", () => {
  for (const video of videos) {
    video.currentTime = 0;
    video.play();
  }
});
</script>
</body>
</html>
`;
