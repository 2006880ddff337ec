// What a web server shows where there is no page. Whoever serves it may do so at any depth, so it needs no other file.
import { readFile } from "node:fs/promises";

/** `home` is where the site begins: its whole address, or `./` where that is not known. */
export async function notFoundPage(root: string, home: string): Promise<string> {
  const tokens = await readFile(`${root}docs/site/.vitepress/theme/tokens.css`, "utf8");
  // The tokens of the dark theme hang on a class that only scripts of the site set.
  const dark = tokens.slice(tokens.indexOf(":root.dark")).replace(":root.dark", ":root");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>There is no such page | Omni Contracts</title>
<style>
${tokens}
@media (prefers-color-scheme: dark) { ${dark} }
body { margin: 20vh auto 0; max-width: 36rem; padding: 0 24px; background: var(--omni-ground); color: var(--omni-text); font: 16px/1.6 var(--omni-font); }
a { color: var(--omni-accent); }
</style>
</head>
<body>
<main>
<h1>There is no such page</h1>
<p>The address may be wrong, or the page has moved. <a href="${home}">To the start</a></p>
<p lang="zh-CN">没有这个页面：地址可能写错了，或者页面已经移动。<a href="${home}">回到首页</a></p>
</main>
</body>
</html>
`;
}
