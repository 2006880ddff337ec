// TypeDoc numbers the anchors of headings that it takes for namesakes (`omnierrorcode-1`, as a property's type is named like its
// class and member); VitePress numbers only those that are on the page.
import { posix } from "node:path";

const slugOf = (heading: string): string => heading.replaceAll(/[^\w]/g, "").toLowerCase();

const countOf = (markdown: string, slug: string): number =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].filter(([, heading = ""]) => slugOf(heading) === slug).length;

/** The pages with every link to a namesake that is not there leading to the heading itself. */
export function withRightAnchors(pages: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const mended = [...pages].map(([file, markdown]) => {
    const text = markdown.replaceAll(
      /\]\(([^)\s#]*)#([\w]+)-(\d+)\)/g,
      (link, path: string, slug: string, n: string) => {
        const target = path === "" ? markdown : pages.get(posix.join(posix.dirname(file), path));
        return target !== undefined && countOf(target, slug) <= Number(n) ? `](${path}#${slug})` : link;
      },
    );
    return [file, text] as const;
  });
  return new Map(mended);
}
