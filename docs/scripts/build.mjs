// Builds the site into dist/. `--site-url https://docs.example.com/omni/` makes the addresses of sitemap.xml and llms.txt whole.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSite } from "../build/js/site/build.js";

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readSiteUrl() {
  try {
    const { values } = parseArgs({ options: { "site-url": { type: "string", default: "" } } });
    const url = values["site-url"];
    if (url === "" || (/^https?:$/.test(new URL(url).protocol) && !/[?#]/.test(url) && url.endsWith("/"))) return url;
  } catch {
    // Told below.
  }
  return fail("Usage: npm run docs -- --site-url https://docs.example.com/omni/. The address ends with a slash.");
}

const siteUrl = readSiteUrl();
const count = await buildSite(fileURLToPath(new URL("../..", import.meta.url)), siteUrl);
console.log(`docs/dist: ${count} pages`);
