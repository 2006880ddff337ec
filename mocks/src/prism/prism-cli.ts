// npm run mock:prism -- <provider> [port]
import { providers } from "@omni-contracts/specs";
import { isTaken, startPrism } from "./prism-process.js";

const [provider = "", given = "4010"] = process.argv.slice(2);
const port = Number(given);

async function problem(): Promise<string | undefined> {
  const known = providers();
  if (!known.includes(provider)) return `Usage: npm run mock:prism -- <${known.join(" | ")}> [port]`;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `"${given}" is no port; write a number up to 65535.`;
  return (await isTaken(port))
    ? `Port ${port} is taken. Choose another: npm run mock:prism -- ${provider} ${port + 1}`
    : undefined;
}

const message = await problem();
if (message) {
  console.error(message);
  process.exitCode = 2;
} else {
  const { process: prism } = startPrism(provider, port, "inherit");
  // Ctrl-C reaches Prism by itself; waiting for it keeps its last words before the prompt.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => prism.kill(signal));
  prism.on("exit", (code, signal) => {
    process.exitCode = signal ? 0 : (code ?? 0);
  });
}
