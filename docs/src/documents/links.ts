// Links of a file of the repository, made to work on the site.
import { posix } from "node:path";

/** The repository as people read it on the net. */
export const REPOSITORY = "https://github.com/omni-contracts/omni-contracts/blob/main/";

export interface Target {
  /** Page by file: `docs/guides/errors.md` → `project/errors`. */
  readonly pages: ReadonlyMap<string, string>;
  /** The file that is shown, and the page on which. */
  readonly file: string;
  readonly page: string;
}

const isOutside = (link: string): boolean => /^([a-z]+:|#|\/)/i.test(link);

function moved(link: string, { pages, file, page }: Target): string {
  if (isOutside(link)) return link;
  const [path = "", anchor] = link.split("#");
  const there = posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const own = pages.get(there) ?? pages.get(posix.join(there, "README.md"));
  if (own === undefined) return `${REPOSITORY}${there}${hash}`;
  const relative = posix.relative(posix.dirname(page), own);
  return `${relative.startsWith(".") ? relative : `./${relative}`}.md${hash}`;
}

/** A picture beside the file; VitePress takes it from the folder of open files. */
const picture = (link: string): string => (isOutside(link) ? link : `/${posix.basename(link)}`);

/** The Markdown with every link leading to a page of the site, or to the file in the repository. */
export function withLinks(markdown: string, target: Target): string {
  let isCode = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (line.trimStart().startsWith("```")) isCode = !isCode;
      if (isCode) return line;
      return line
        .replaceAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_, text: string, link: string) => `![${text}](${picture(link)})`)
        .replaceAll(/(?<!!)\[((?:[^\][]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (_, text: string, link: string) => {
          return `[${text}](${moved(link, target)})`;
        });
    })
    .join("\n");
}
