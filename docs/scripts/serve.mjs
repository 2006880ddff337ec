// Serves dist/ and a mock of every provider on one port of this machine, until Ctrl-C.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serveSite } from "../build/js/site/serve.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", default: "4000" } } });
    const port = Number(values.port);
    if (/^\d+$/.test(values.port) && port <= 65_535) return port;
  } catch {
    // Told below.
  }
  return fail("Usage: npm run docs:serve -- --port 4000. A port is a number from 0 (any free one) to 65535.");
}

const port = readPort();
const server = await serveSite(dist, port).catch((error) => {
  if (error.code !== "EADDRINUSE") throw error;
  return fail(`Port ${port} is taken. Choose another: npm run docs:serve -- --port ${port + 1}`);
});
console.log(`The site: ${server.url}/\nThe mocks: ${server.url}/mock/<provider>\nCtrl-C ends both.`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    process.once(signal, () => process.exit(130));
    void server.close().then(() => process.exit(0));
  });
}
