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

it.concurrent("takes every documented request of both providers from submit to a video", async () => {
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
  ]);
  for (const [provider, , , task, states, url] of columns) {
    expect(task).toMatch(provider === "toapis" ? /^video_\w{15}$/ : /^task_\w{26}$/);
    expect(states).toBe(
      provider === "toapis" ? "queued → in_progress → completed" : "pending → processing → completed",
    );
    expect(url).toMatch(/^https:\/\/(files\.toapis|cdn\.example)\.com\/(example\/)?clip\.mp4$/);
  }
  expect(new Set(columns.map(([, , , task]) => task)).size).toBe(12);
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
