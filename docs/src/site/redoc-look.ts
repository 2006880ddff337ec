// Redoc's page in the look of the site: our colours, a bar that leads back, one choice of light or dark for both.
import { readFile } from "node:fs/promises";

/** What Redoc reads from variables, and the few places where it has none and its own colours are too weak to read. */
const STYLE = `
:root, :root.dark {
  --bg-color: var(--omni-ground);
  --bg-color-raised: var(--omni-ground);
  --layer-color: var(--omni-ground-2);
  --sidebar-bg-color: var(--omni-ground-2);
  --border-color-primary: var(--omni-line);
  --border-color-secondary: var(--omni-line);
  --text-color-primary: var(--omni-text);
  --text-color-secondary: var(--omni-text-2);
  --text-color-description: var(--omni-text-3);
  --text-color-disabled: var(--omni-text-3);
  --input-content-placeholder-color: var(--omni-text-3);
  --button-content-color-link-legacy: var(--omni-accent);
  --button-content-color-link-hover-legacy: var(--omni-accent-strong);
  --link-color-primary-legacy: var(--omni-accent);
  --button-content-color-link: var(--omni-accent);
  --color-primary-base: var(--omni-accent);
  --color-primary-active: var(--omni-accent-strong);
  --button-content-color-primary: var(--omni-on-accent);
  --font-family-base: var(--omni-font);
  --font-family-monospaced: var(--omni-mono);
}
:root:not(.dark) {
  --code-block-tokens-operator-color: #8f4a00;
  --code-block-tokens-function-color: #8f4a00;
  --code-block-tokens-class-name-color: #8f4a00;
  --code-block-tokens-regex-color: #8f4a00;
  --code-block-tokens-keyword-color: #9c1f6b;
}
:root:not(.dark) .tag-get { --tag-color: var(--omni-good); }
:root:not(.dark) .tag-post { --tag-color: #1650c4; }
:root:not(.dark) .token.string { color: #245cb8; }
:root:not(.dark) .token.boolean, :root:not(.dark) .token.number { color: var(--omni-good); }
:root.dark .schema-name { color: #a8a5ff; }
/* The script below moves what Redoc sticks to the top beneath our bar. */
[style*="--navbar-height"] { --navbar-height: 48px !important; --navbar-stack-height: 48px !important; }
.omni-bar {
  position: sticky; top: 0; z-index: 30; box-sizing: border-box; display: flex; align-items: center; gap: 20px; height: 48px;
  border-bottom: 1px solid var(--omni-line); background: var(--omni-ground); padding: 0 20px; font: 14px/1.4 var(--omni-font);
}
.omni-bar a { color: var(--omni-text); text-decoration: none; padding: 6px 0; white-space: nowrap; }
.omni-bar a:hover { color: var(--omni-accent); text-decoration: underline; }
.omni-bar a:first-child { display: flex; align-items: center; gap: 8px; font-weight: 600; }
.omni-bar svg { width: 22px; height: 22px; color: var(--omni-accent); }
.omni-bar nav { display: flex; gap: 20px; margin-left: auto; overflow: hidden; }
:focus-visible { outline: 2px solid var(--omni-accent); outline-offset: 2px; }
button[aria-label="collapse"], button[aria-label="expand"] { min-width: 24px; min-height: 24px; }
/* Lines of JSON as high as the buttons that fold them. */
div:has(> button[aria-label="collapse"]), div:has(> button[aria-label="collapse"]) * { line-height: 24px; }
/* Codes of errors stay whole where there is room; on phones they are broken, so that no column is cut off. */
@media (min-width: 768px) { td:first-child code { white-space: nowrap !important; word-break: normal !important; } }
/* Its words end in a logo that is not there. */
a[href="https://redocly.com/redoc/"] p::after { content: " Redoc"; }
`;

/** The choice of light or dark is VitePress'; Redoc reads its own, and what is chosen here is told to VitePress. */
const BEFORE = `try {
  const site = localStorage.getItem("vitepress-theme-appearance");
  if (site === "light" || site === "dark") localStorage.setItem("redoc.colorMode", site);
  else localStorage.removeItem("redoc.colorMode");
} catch {}`;

/** Also takes names from buttons that do not say what the button shows (WCAG 2.5.3). */
const AFTER = `
const root = document.documentElement;
let mode = root.classList.contains("dark");
new MutationObserver(() => {
  const is = root.classList.contains("dark");
  if (is === mode) return;
  mode = is;
  try { localStorage.setItem("vitepress-theme-appearance", is ? "dark" : "light"); } catch {}
}).observe(root, { attributeFilter: ["class"] });
const mend = () => {
  for (const button of document.querySelectorAll("button[aria-label]")) {
    const shown = button.innerText.trim().toLowerCase();
    if (shown && !button.getAttribute("aria-label").toLowerCase().includes(shown)) button.removeAttribute("aria-label");
  }
};
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();`;

const ICON = `<link rel="icon" href="../../favicon.svg" type="image/svg+xml">`;

const bar = (mark: string, provider: string): string =>
  `<header class="omni-bar"><a href="../../index.html">${mark}Omni Contracts</a>` +
  `<nav aria-label="Site"><a href="./index.html">All operations</a><a href="../../zh/reference/${provider}/index.html" lang="zh-CN" hreflang="zh-CN">中文</a></nav></header>`;

export interface Look {
  readonly provider: string;
  readonly title: string;
  readonly description: string;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Redoc's page as the site shows it; `root` is the repository's folder. */
export async function inOurLook(html: string, { provider, title, description }: Look, root: string): Promise<string> {
  const tokens = await readFile(`${root}docs/site/.vitepress/theme/tokens.css`, "utf8");
  const icon = await readFile(`${root}docs/site/public/favicon.svg`, "utf8");
  const mark = icon
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace("<svg ", '<svg aria-hidden="true" ')
    .replaceAll("var(--ground)", "var(--omni-ground)")
    .replaceAll(/\n\s*/g, "");
  const head =
    `${ICON}<meta name="description" content="${escape(description)}">` +
    `<style>${tokens}${STYLE}</style><script>${BEFORE}</script></head>`;
  // Redoc's script holds closing tags in texts: what is replaced is the first of the head and the last of the page.
  const cut = html.lastIndexOf("</body>");
  return (html.slice(0, cut) + `<script>${AFTER}</script>` + html.slice(cut))
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escape(title)}: whole reference | Omni Contracts</title>`)
    .replace("</head>", () => head)
    .replace("<body>", () => `<body>${bar(mark, provider)}`);
}
