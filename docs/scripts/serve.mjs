// Serves dist/ and a mock of every provider on one port of this machine, until Ctrl-C.
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers";
import { parseArgs } from "node:util";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

function fail(message) {
  console.error(message);
  process.exit(2);
}

const USAGE =
  "Usage: npm run docs:serve -- --port 4000. A port is a number from 0 (any free one) to 65535; 4000 without one.";

function readPort() {
  try {
    const options = { port: { type: "string", default: "4000" }, help: { type: "boolean", short: "h" } };
    const { values } = parseArgs({ options });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const port = Number(values.port);
    if (/^\d+$/.test(values.port) && port <= 65_535) return port;
  } catch {
    // Told below.
  }
  return fail(USAGE);
}

const port = readPort();
// Here, so that the usage is told before anything is built.
const { serveSite } = await import("../build/js/site/serve.js");
const server = await serveSite(dist, port).catch((error) => {
  if (error.code !== "EADDRINUSE") throw error;
  return fail(`Port ${port} is taken. Choose another: npm run docs:serve -- --port ${port + 1}`);
});
console.log(`The site: ${server.url}/\nThe mocks: ${server.url}/mock/<provider>\nCtrl-C ends both.`);

/** How long answers under way may take, in milliseconds. Nobody pays for one that a mock does not end. */
const DRAIN = 500;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    process.once(signal, () => process.exit(130));
    setTimeout(() => process.exit(0), DRAIN);
    void server.close().then(() => process.exit(0));
  });
}
