// Pictures that stand beside a Markdown file, put into the page: then they follow its light and dark.
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** An SVG file as a part of a page: without a style of its own, which the site has in theme/components/content.css. */
function inline(svg: string, name: string): string {
  const bare = svg
    .replace(/<\?xml[^]*?\?>/, "")
    .replace(/<style>[^]*?<\/style>/, "")
    // A blank line would end the HTML in Markdown.
    .replaceAll(/\n\s*\n/g, "\n")
    .trim();
  return `<figure class="plot" v-pre>\n${bare.replace("<svg", `<svg data-name="${name}"`)}\n<figcaption>`;
}

/** The text with each `![what it shows](picture.svg)` as the picture itself. */
export function withPictures(markdown: string, root: string, file: string): string {
  return markdown.replaceAll(/!\[([^\]]*)\]\(([^)\s]+\.svg)\)\n?/g, (all: string, text: string, picture: string) => {
    const path = root + posix.join(posix.dirname(file), picture);
    if (!existsSync(path)) return all;
    return `\n${inline(readFileSync(path, "utf8"), posix.basename(picture, ".svg"))}${text}</figcaption>\n</figure>\n\n`;
  });
}
