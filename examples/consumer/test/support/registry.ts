// A registry of npm on this machine, as small as npm takes it: our own packages as they were packed, and everything else as it is
// installed here. So packages are found by name and by range, as at anybody's, and nothing is asked of the network.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "./readme.js";

const exec = promisify(execFile);

interface Manifest {
  readonly name: string;
  readonly version: string;
}

interface Held {
  readonly manifest: Manifest;
  readonly tarball: () => Promise<Buffer>;
}

export interface Registry {
  readonly url: string;
  /** Takes a tarball in, as if it had been published. */
  add(file: string): Promise<void>;
  /** What was published, as `name@version`, in that order. */
  readonly published: readonly string[];
  /** The packages that are refused, as if the registry had its bad day. */
  readonly refused: Set<string>;
  /** The packages of which a version is kept, but whoever publishes it hears of an error. */
  readonly stumbling: Set<string>;
  close(): Promise<void>;
}

const lock: { readonly packages: Readonly<Record<string, { readonly link?: true }>> } = JSON.parse(
  readFileSync(`${root}package-lock.json`, "utf8"),
);
const PLACES = Object.keys(lock.packages).filter(
  (place) => place.includes("node_modules/") && !lock.packages[place]?.link,
);

/** A package as it is installed: packed without what stands in its own node_modules. */
function installed(place: string): Held {
  const folder = join(root, place);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const name = basename(folder);
  const args = ["-czf", "-", "-C", dirname(folder), `--exclude=${name}/node_modules`, name];
  const tarball = async () => (await exec("tar", args, { encoding: "buffer", maxBuffer: 2 ** 28 })).stdout;
  return { manifest, tarball };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/** What `npm publish` sends. */
interface Publish {
  readonly versions: Readonly<Record<string, Manifest>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

export async function startRegistry(): Promise<Registry> {
  const own = new Map<string, Held[]>();
  const published: string[] = [];
  const refused = new Set<string>();
  const stumbling = new Set<string>();

  const heldOf = (name: string): readonly Held[] =>
    own.get(name) ??
    PLACES.filter((place) => place.endsWith(`node_modules/${name}`) && existsSync(join(root, place))).map(installed);

  const keep = (manifest: Manifest, bytes: Buffer): void => {
    own.set(manifest.name, [...(own.get(manifest.name) ?? []), { manifest, tarball: () => Promise.resolve(bytes) }]);
  };

  /** The code of the answer to a publish, and what it says. */
  function publish(name: string, { versions, _attachments }: Publish): [code: number, error: string] {
    const [manifest] = Object.values(versions);
    const [attachment] = Object.values(_attachments);
    if (manifest === undefined || attachment === undefined) return [400, "there is nothing in it"];
    if (refused.has(name)) return [403, "not today"];
    const isThere = own.get(name)?.some((held) => held.manifest.version === manifest.version);
    if (isThere) return [403, `${name}@${manifest.version} was published before`];
    keep(manifest, Buffer.from(attachment.data, "base64"));
    published.push(`${name}@${manifest.version}`);
    return stumbling.has(name) ? [500, "something is wrong here"] : [201, ""];
  }

  const server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? "/", url).pathname).slice(1);
      const answer = (code: number, body: object | Buffer): void => {
        response.writeHead(code, { "content-type": Buffer.isBuffer(body) ? "application/gzip" : "application/json" });
        response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
      };
      if (request.method === "PUT") {
        const [code, error] = publish(path, JSON.parse(await textOf(request)));
        answer(code, error === "" ? { ok: true } : { error });
        return;
      }
      const [, name = path, wanted] = /^(.+)\/-\/(.+)\.tgz$/.exec(path) ?? [];
      const held = heldOf(name);
      const one = held.find(({ manifest }) => manifest.version === wanted);
      if (one) answer(200, await one.tarball());
      else if (wanted !== undefined || held.length === 0) answer(404, { error: "Not found" });
      else {
        const versions = held.map(({ manifest }) => {
          const tarball = `${url}/${manifest.name}/-/${manifest.version}.tgz`;
          return [manifest.version, { ...manifest, dist: { tarball } }] as const;
        });
        const latest = versions.at(-1)?.[0];
        answer(200, { name, "dist-tags": { latest }, versions: Object.fromEntries(versions) });
      }
    })().catch((error: unknown) => {
      response.writeHead(400).end(JSON.stringify({ error: String(error) }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`;

  return {
    url,
    published,
    refused,
    stumbling,
    async add(file) {
      const { stdout } = await exec("tar", ["-xOzf", file, "package/package.json"]);
      keep(JSON.parse(stdout), readFileSync(file));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
