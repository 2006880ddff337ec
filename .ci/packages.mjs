// npm run packages: is every published package right as it would be published? Packs each once and asks publint (strict) and
// attw (esm-only) about the tarball, looks into it for what they do not ask (tarball.mjs), and asks knip about what is not used.
// They need what is built.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { publishedIn } from "./published.mjs";
import { complaintsOf } from "./tarball.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const exec = promisify(execFile);
const program = (name) => join(root, "node_modules/.bin", name);

/** Subpaths that are data, for `new URL` and readers of YAML: no import of JavaScript or TypeScript can lead to them. */
const DATA = { "@omni-contracts/specs": ["./*.yaml", "./arazzo/*", "./extensions.schema.yaml"] };

/** What a tool says when it fails, or nothing. */
const complaintOf = (args) =>
  exec(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 2 ** 26 }).then(
    () => [],
    ({ stdout, stderr, message }) => [`${stdout}${stderr}`.trim() || message],
  );

async function publintOf({ manifest }, tarball) {
  const bytes = readFileSync(tarball);
  const tarballBytes = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages } = await publint({ strict: true, pack: { tarball: tarballBytes } });
  return messages.map((message) => formatMessage(message, manifest, { color: false }));
}

function attwOf({ name }, tarball) {
  const data = (DATA[name] ?? []).flatMap((subpath) => ["--exclude-entrypoints", subpath.replace("./", "")]);
  const args = [tarball, "--profile", "esm-only", "--no-emoji", "--no-color", ...data];
  return complaintOf([program("attw"), ...args]);
}

async function contentOf({ name }, tarball, folder) {
  const place = join(folder, name.replace("/", "-"));
  mkdirSync(place);
  await exec("tar", ["-xzf", tarball, "-C", place, "--strip-components", "1"]);
  return complaintsOf(place);
}

const folder = mkdtempSync(join(tmpdir(), "omni-packages-"));
let isClean = true;
const tell = (what, complaints) => {
  isClean &&= complaints.length === 0;
  console.log(`${complaints.length === 0 ? "✓" : "✗"} ${what}`);
  for (const complaint of complaints) console.log(complaint.replaceAll(/^/gm, "    "));
};
try {
  const packages = publishedIn(root);
  const args = ["pack", ...packages.map((one) => `./${one.folder}`), "--json", "--ignore-scripts"];
  const { stdout } = await exec("npm", [...args, "--pack-destination", folder], { cwd: root, maxBuffer: 2 ** 26 });
  const packed = JSON.parse(stdout);
  const unused = complaintOf([program("knip"), "--no-progress"]);
  for (const one of packages) {
    const { filename, unpackedSize } = packed.find(({ name }) => name === one.name);
    const tarball = join(folder, filename);
    const complaints = [
      ...(await contentOf(one, tarball, folder)),
      ...(await publintOf(one, tarball)),
      ...(await attwOf(one, tarball)),
    ];
    tell(`${one.name}: content, publint, attw; ${Math.round(unpackedSize / 1024)} KB unpacked`, complaints);
  }
  tell("knip", await unused);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = isClean ? 0 : 1;
