// A process that submits without end, two requests at a time to each provider, until it is killed.
// Arguments: folder of the journal, address of the mock, a name for its prompts, and how many each; none is without end.
import process from "node:process";
import { createApimart } from "@omni-contracts/apimart";
import { fileJournal } from "@omni-contracts/core/node";
import { createToapis } from "@omni-contracts/toapis";

const [folder, url, name, count = "Infinity"] = process.argv.slice(2);
const journal = fileJournal(folder);
const options = (provider) => ({ apiKey: "sk-test", baseURL: `${url}/${provider}/~${name.split(".")[0]}`, journal });
const [toapis, apimart] = [createToapis(options("toapis")), createApimart(options("apimart"))];

/** Most are taken; some are refused, and of some the answer is lost. */
const wordOf = (n) => (n % 5 === 1 ? " [mock:402]" : n % 7 === 2 ? " [mock:accepted-then-reset]" : "");

async function line(which, submit) {
  for (let n = 0; n < Number(count); n += 1) await submit(`${name} ${which} ${n}${wordOf(n)}`).catch(() => undefined);
}
const first = (prompt) => toapis.submit({ model: "gemini_omni", prompt, duration: 6 });
const second = (prompt) => apimart.submit({ model: "gemini-omni-1.1-flash", prompt });

console.log("ready");
await Promise.all([line("a", first), line("b", first), line("c", second), line("d", second)]);
