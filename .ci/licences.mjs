// npm run licences: writes docs/licences.md, the licences of everything that a published package brings along, from the lock file.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
/** The lock file has no licence for these; their package.json has it in npm's old form. */
const OLD_FORM = /^(compute-|validate\.io-)/;

/** Whose node_modules a package stands in; above a workspace is the root. */
const above = (place) => place.slice(0, Math.max(0, place.lastIndexOf("node_modules/"))).replace(/\/$/, "");

/** Where npm finds a dependency: in the package's own node_modules, or in one above. */
function placeOf(name, from) {
  const place = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (packages[place]) return packages[place].link ? packages[place].resolved : place;
  if (from === "") return undefined;
  return placeOf(name, above(from));
}

function collect(place, seen = new Set()) {
  if (seen.has(place)) return seen;
  seen.add(place);
  for (const name of Object.keys(packages[place].dependencies ?? {})) {
    const found = placeOf(name, place);
    if (found !== undefined) collect(found, seen);
  }
  return seen;
}

const isOurs = (place) => !place.includes("node_modules/");
const published = Object.keys(packages).filter(
  (place) => isOurs(place) && /^(specs|mocks|packages\/(core|providers\/[^/]+))$/.test(place),
);
const licenceOf = (place) => {
  const { license } = packages[place];
  const name = place.replace(/^.*node_modules\//, "");
  if (typeof license === "string") return license;
  if (!OLD_FORM.test(name)) throw new Error(`${place} has no licence in the lock file.`);
  return JSON.parse(readFileSync(`${root}${place}/package.json`, "utf8"))
    .licenses.map(({ type }) => type)
    .join(", ");
};

const rowOf = (place) =>
  `| ${place.replace(/^.*node_modules\//, "")} | ${packages[place].version} | ${licenceOf(place)} |`;
/** What stands in several places is told of once. */
const rowsOf = (place) => [...new Set([...collect(place)].filter((one) => !isOurs(one)).map(rowOf))].toSorted();

/** Packages that bring the same along share a list. */
const lists = new Map();
for (const place of published) {
  const rows = rowsOf(place).join("\n");
  lists.set(rows, [...(lists.get(rows) ?? []), packages[place].name]);
}
const sections = [...lists].map(
  ([rows, names]) => `## ${names.join(", ")}\n\n| Package | Version | Licence |\n| --- | --- | --- |\n${rows}\n`,
);
const text = `# Licences of what comes along

What an install of each published package brings with it, from the lock file. \`npm run licences\` writes this page; a test holds it
to the lock file. Our own packages are under the MIT licence.

${sections.join("\n")}`;

if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(`${root}docs/licences.md`, text);
