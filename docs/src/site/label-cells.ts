import type { MarkdownRenderer } from "vitepress";

/**
 * Tells each cell of a table of more than two columns what stands at the head of its column: on a phone a row is a card, and
 * the heads are not in sight.
 */
export function labelCells(markdown: MarkdownRenderer): void {
  const { rules } = markdown.renderer;
  // VitePress' own rule writes no attributes but this one.
  rules.table_open = (tokens, i, options, _, renderer) => {
    tokens[i]?.attrSet("tabindex", "0");
    return renderer.renderToken(tokens, i, options);
  };
  markdown.core.ruler.push("label-cells", ({ tokens }) => {
    let heads: string[] = [];
    let column = 0;
    let table = tokens[0];
    for (const [i, token] of tokens.entries()) {
      if (token.type === "table_open") [table, heads] = [token, []];
      if (token.type === "tr_open") column = 0;
      if (token.type === "th_open") heads.push(tokens[i + 1]?.children?.map(({ content }) => content).join("") ?? "");
      if (token.type === "tbody_open" && heads.length > 2) table?.attrJoin("class", "omni-cards");
      if (token.type === "td_open") {
        if (heads.length > 2) token.attrSet("data-label", heads[column] ?? "");
        column += 1;
      }
    }
  });
}
