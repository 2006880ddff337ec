import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));

/** What `npm ci` installs, and the suite looks whether it is there: so a driver can say its version without its package. */
export const versionOf = (name) => packages[`node_modules/${name}`].version;
