// Builds the site into dist/.
import { fileURLToPath } from "node:url";
import { buildSite } from "../build/js/site/build.js";

const count = await buildSite(fileURLToPath(new URL("../..", import.meta.url)));
console.log(`docs/dist: ${count} pages`);
