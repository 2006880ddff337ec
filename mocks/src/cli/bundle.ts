import { relative } from "node:path";
import type { NormalizedProblem } from "@redocly/openapi-core";
import { isObject, type JsonObject } from "@omni-contracts/specs";
import { firstLine } from "@omni-contracts/specs/terminal";

/** A contract in one piece, and the files that it was made of. */
export interface Bundled {
  readonly root: JsonObject;
  /** Absolute. */
  readonly files: ReadonlySet<string>;
}

/** As the user would name it, from where the program runs. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}

/** It takes a quarter of a second to load, and only sources want it. */
const redocly = () => import("@redocly/openapi-core");

type Core = Awaited<ReturnType<typeof redocly>>;

/** What Redocly says, without the file and the line that stand before it here. */
const plain = (message: string): string =>
  firstLine(message)
    .replace(/^Failed to parse: /, "")
    .replace(/ in "[^"]*" \(\d+:\d+\)$/, "")
    .replace(/: ENOENT.*$/, ": there is no such file")
    .replace(/^Can't resolve \$ref$/, "this $ref leads nowhere, or to an empty file");

function told({ getLineColLocation }: Core, { message, location: [place] }: NormalizedProblem): string {
  if (!place) return plain(message);
  return `${shownPath(place.source.absoluteRef)}:${getLineColLocation(place).start.line}: ${plain(message)}`;
}

/** A file that does not parse is the cause of every reference to it that cannot be followed. */
const causeOf = (problems: readonly NormalizedProblem[]): NormalizedProblem | undefined =>
  problems.find(({ message }) => message.startsWith("Failed to parse")) ?? problems[0];

async function bundled(core: Core, file: string) {
  const { bundle, createConfig, BaseResolver, ResolveError, YamlParseError } = core;
  /** A mock reads nothing from the network, whatever a `$ref` says. */
  class Offline extends BaseResolver {
    override loadExternalRef(reference: string): ReturnType<InstanceType<typeof BaseResolver>["loadExternalRef"]> {
      return core.isAbsoluteUrl(reference)
        ? Promise.reject(new ResolveError(new Error(`${reference} is not on this machine`)))
        : super.loadExternalRef(reference);
    }
  }
  try {
    return await bundle({ ref: file, config: await createConfig({}), externalRefResolver: new Offline() });
  } catch (error) {
    const line = error instanceof YamlParseError ? `:${error.line}` : "";
    throw new Error(`${shownPath(file)}${line}: ${plain(firstLine(error))}`, { cause: error });
  }
}

/**
 * What `specs/scripts/bundle.mjs` makes of a contract's files, in this process and without writing a file.
 *
 * @throws Error that names file, line where it is known, and what is wrong, in one line
 */
export async function bundleContract(file: string): Promise<Bundled> {
  const core = await redocly();
  const { bundle, problems, fileDependencies } = await bundled(core, file);
  const cause = causeOf(problems);
  if (cause) throw new Error(told(core, cause));
  const root: unknown = bundle.parsed;
  if (!isObject(root)) throw new Error(`${shownPath(file)}: the contract is no object`);
  return { root, files: new Set([file, ...fileDependencies]) };
}
