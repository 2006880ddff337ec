// npm run bench:diff: what the gate takes for a spec, read and compared with one that differs in many places.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareContracts } from "../dist/diff/contract.js";
import { parseDocument } from "../dist/document.js";

const released = fileURLToPath(new URL("../released", import.meta.url));
for (const file of readdirSync(released).filter((name) => name.endsWith(".yaml"))) {
  const text = readFileSync(`${released}/${file}`, "utf8");
  const other = text.replaceAll("type: integer", "type: number").replaceAll("maxItems: 3", "maxItems: 2");
  const start = performance.now();
  const documents = [text, other].map((one) => parseDocument(file, one));
  const read = performance.now();
  const changes = compareContracts(...documents);
  const end = performance.now();
  const times = `${Math.round(read - start)} ms to read both, ${Math.round(end - read)} ms to compare`;
  console.log(`${file}: ${times}, ${changes.length} changes`);
}
