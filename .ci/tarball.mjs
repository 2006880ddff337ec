// What publint and attw do not look for in a package as it would be published: what runs at an install, what is missing beside the
// code, code that was left behind by an older build, and imports of what only this repository has.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";
import ts from "typescript";

const HOOKS = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
const BESIDE = ["README.md", "LICENSE"];

const packageOf = (specifier) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** What a file imports that is neither its own, nor Node's. A `.d.ts` counts: a stranger's compiler reads it. */
const importsOf = (text) =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
    .map(packageOf);

/** What is wrong with the package that was unpacked into this folder, a line each. */
export function complaintsOf(folder) {
  const { name, scripts, sideEffects, dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [relative(folder, join(one.parentPath, one.name)).replaceAll("\\", "/")] : [],
  );
  const declared = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies })]);
  const imported = files
    .filter((file) => /\.(m?js|d\.m?ts)$/.test(file))
    .flatMap((file) => importsOf(readFileSync(join(folder, file), "utf8")).map((other) => ({ file, other })));
  const sourceOf = (file) => file.replace(/^dist\//, "src/").replace(/\.js$/, ".ts");
  return [
    ...BESIDE.filter((file) => !files.includes(file)).map((file) => `${file} is missing.`),
    ...HOOKS.filter((hook) => scripts?.[hook] !== undefined).map((hook) => `scripts.${hook} runs at an install.`),
    ...(sideEffects === false ? [] : [`"sideEffects": false is missing: bundlers would keep what is not used.`]),
    ...files
      .filter((file) => /^dist\/.*\.js$/.test(file) && !existsSync(join(folder, sourceOf(file))))
      // turbo keeps what a build leaves behind, too, so removing alone brings it back.
      .map((file) => `${file} has no ${sourceOf(file)}: remove dist, then \`npx turbo run build bundle --force\`.`),
    ...imported
      .filter(({ other }) => !declared.has(other))
      .map(({ file, other }) => `${file} imports ${other}, which is in neither dependencies nor peerDependencies.`),
  ];
}
