// The built site, for tests.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../dist/", import.meta.url));

function filesOf(): string[] {
  try {
    return readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  } catch {
    throw new Error("There is no docs/dist. Run `npm run docs`; `npm run test:all` does so by itself.");
  }
}

export const files = filesOf();
export const htmlFiles = files.filter((file) => file.endsWith(".html"));
export const read = (file: string): string => readFileSync(dist + file, "utf8");

/** Redoc's pages are no pages of VitePress. */
export const isRedoc = (file: string): boolean => file.endsWith("/redoc.html");
