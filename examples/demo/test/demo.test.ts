import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the demo as a person would; `onOutput` sees what is written so far and may send a signal. */
function demo(args: readonly string[], onOutput?: (out: string, kill: () => void) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args]);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      onOutput?.(out, () => child.kill("SIGINT"));
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      resolve({ code, out, err });
    });
  });
}

/** The mocks keep what they have made. */
const LINK = /^http:\/\/127\.0\.0\.1:\d+\/\w+\/__files\/\w+\/1\.mp4$/;

/** What the pages of each provider show of a task. */
const EXPECTED: Readonly<Record<string, { task: RegExp; states: string; url: RegExp }>> = {
  toapis: {
    task: /^video_\w{15}$/,
    states: "queued → in_progress → completed",
    url: LINK,
  },
  apimart: {
    task: /^task_\w{26}$/,
    states: "pending → processing → completed",
    url: LINK,
  },
  jimmyai: {
    task: /^video_\w{6}$/,
    states: "queued → processing → completed",
    url: LINK,
  },
  atlascloud: {
    task: /^[0-9a-z]{32}$/,
    states: "starting → processing → completed",
    url: LINK,
  },
};

it.concurrent("takes the documented requests of every provider from submit to a video", async () => {
  const { code, out, err } = await demo(["--port", "0"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  const rows = out.split("\n").filter((line) => line.includes(" → completed  "));
  const columns = rows.map((line) => line.split(/ {2,}/));
  expect(columns.map(([provider, title]) => `${provider}: ${title}`)).toEqual([
    "toapis: text to video",
    "toapis: image to video",
    "toapis: images to video",
    "toapis: edit a video",
    "toapis: reference video",
    "toapis: upload, image to video",
    "apimart: text to video",
    "apimart: image to video",
    "apimart: images to video",
    "apimart: first and last frame",
    "apimart: reference video",
    "apimart: upload, image to video",
    "jimmyai: text to video",
    "jimmyai: first frame to video",
    "jimmyai: images to video",
    "jimmyai: reference video",
    "jimmyai: ten seconds",
    "jimmyai: upload, image to video",
    "atlascloud: text to video",
    "atlascloud: image to video",
    "atlascloud: images, part of a video",
    "atlascloud: edit a video",
    "atlascloud: another family",
    "atlascloud: upload, image to video",
  ]);
  for (const [provider = "", , , task, states, url] of columns) {
    const wanted = EXPECTED[provider];
    expect(task).toMatch(wanted?.task ?? /never/);
    expect(states).toBe(wanted?.states);
    expect(url).toMatch(wanted?.url ?? /never/);
  }
  expect(new Set(columns.map(([, , , task]) => task)).size).toBe(columns.length);
});

it.concurrent("stops at Ctrl-C in one line", async () => {
  let isKilled = false;
  const { code, out, err } = await demo(["--port", "0"], (written, kill) => {
    if (!isKilled && written.includes("in_progress")) {
      isKilled = true;
      kill();
    }
  });
  expect(err).toBe("");
  expect(out.trimEnd().split("\n").at(-1)).toBe("Stopped. Nothing was spent.");
  expect(code).toBe(130);
});

it.concurrent("names a taken port and the way out in one line", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { code, out, err } = await demo(["--port", String(port)]);
  server.close();
  expect({ code, out, err }).toEqual({
    code: 1,
    out: "",
    err: `Port ${port} is taken. Choose another: npm run demo -- --port ${port + 1}\n`,
  });
});

it.concurrent.each([
  [["--port", "abc"], "--port abc is no port; write a number from 0 to 65535.\n"],
  [["--prot", "1"], /^Unknown option '--prot'/],
])("says what is wrong with %j", async (args, message) => {
  const { code, err } = await demo(args);
  expect(code).toBe(1);
  if (typeof message === "string") expect(err).toBe(message);
  else expect(err).toMatch(message);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

it.concurrent("says how it is used", async () => {
  const { code, out, err } = await demo(["--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: npm run demo -- \[--port <number>\]\n/);
});
