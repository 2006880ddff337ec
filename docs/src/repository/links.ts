// Links of Markdown files in the repository, as they have to be on the site.
import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { linkBetween, outsideBlocks } from "../text.js";

export const REPOSITORY = "https://github.com/omni-contracts/omni-contracts";
const INSIDE = new RegExp(`^${REPOSITORY}/(?:blob|tree)/main/`);

/** Which file of the repository is which page. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^README(?:\.zh-CN)?\.md$/, "index"],
  [/^docs\/site\/(?:zh\/)?(.+)\.md$/, "$1"],
  [/^ARCHITECTURE\.md$/, "project/architecture"],
  [/^CONTRIBUTING\.md$/, "project/contributing"],
  [/^docs\/(report-card|mutation)\.md$/, "facts/$1"],
  [/^docs\/(benchmarks|waiting-curve|licences)\.md$/, "project/$1"],
  [/^docs\/decisions\/(.+)\.md$/, "decisions/$1"],
  [/^packages\/(core)\/README\.md$/, "packages/$1/index"],
  [/^packages\/providers\/([^/]+)\/README\.md$/, "packages/$1/index"],
  [/^(mocks|specs)\/README\.md$/, "packages/$1/index"],
  [/^specs\/([^/]+)\/README\.md$/, "evidence/$1"],
];

/** The page that shows a file of the repository; nothing where none does. */
export function pageOfFile(file: string): string | undefined {
  const [found] = PAGES.filter(([pattern]) => pattern.test(file));
  return found && file.replace(found[0], found[1]);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Where a link leads in the repository: a file, or the README of a folder that has one. */
function fileOf(root: string, link: string, from: string): string {
  const path = posix.normalize(INSIDE.test(link) ? link.replace(INSIDE, "") : posix.join(posix.dirname(from), link));
  const bare = path.replace(/\/$/, "");
  return isFolder(root + bare) && existsSync(`${root}${bare}/README.md`) ? `${bare}/README.md` : bare;
}

/**
 * The text with its links as a page needs them: to a page where there is one, else to the repository. Code is left alone.
 *
 * @param file where the text stands in the repository
 * @param page the page that shows it
 */
export function relinked(markdown: string, root: string, file: string, page: string): string {
  const target = (link: string): string => {
    const isOutside = /^[a-z]+:/.test(link) && !INSIDE.test(link);
    if (isOutside || link.startsWith("#")) return link;
    const [path = "", anchor] = link.split("#");
    const found = fileOf(root, path, file);
    const isThere = existsSync(root + found);
    // A page that is generated has no file.
    if (!isThere && found.startsWith("docs/site/")) return link;
    const to = isThere ? pageOfFile(found) : undefined;
    const address = to ? linkBetween(page, to) : `${REPOSITORY}/blob/main/${found}`;
    return anchor && !(anchor === "readme") ? `${address}#${anchor}` : address;
  };
  return outsideBlocks(markdown, (text) =>
    text.replaceAll(/\]\(([^)\s]+)\)/g, (_, link: string) => `](${target(link)})`),
  );
}
