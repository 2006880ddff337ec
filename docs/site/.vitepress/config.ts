// VitePress' configuration. Its menus and its pages are made beforehand: src/site/write-pages.ts.
import { readFileSync } from "node:fs";
import { defineConfig, type DefaultTheme } from "vitepress";
import type { Language } from "../../src/page.js";
import { playgroundModules } from "../../src/playground/modules.js";
import { labelCells } from "../../src/site/label-cells.js";
import { PLACEHOLDER } from "../../src/site/relocate.js";
import { weightOf } from "../../src/site/search-boost.js";
import { tokenize } from "../../src/site/tokenize.js";
import type { Menus } from "../../src/site/write-pages.js";
import { WORDS } from "./words.js";

const isMenus = (value: unknown): value is Menus => typeof value === "object" && value !== null && "en" in value;

function readMenus(): Menus {
  const menus: unknown = JSON.parse(readFileSync(new URL("../../build/menus.json", import.meta.url), "utf8"));
  if (!isMenus(menus)) throw new Error("docs/build/menus.json: there are no menus. Run `npm run docs`.");
  return menus;
}

type Highlight = (code: string, language: string, attributes: string) => string;

/** A page is rendered for readers and again for the search, and most code stands in both languages: colours are found once. */
function once(highlight: Highlight | null | undefined): Highlight | null {
  if (!highlight) return null;
  const done = new Map<string, string>();
  return (...block) => {
    const key = JSON.stringify(block);
    const html = done.get(key) ?? highlight(...block);
    done.set(key, html);
    return html;
  };
}

const favicon = readFileSync(new URL("../public/favicon.svg", import.meta.url), "utf8").replaceAll(/\n\s*/g, "");
const menus = readMenus();
const themeOf = (language: Language): DefaultTheme.Config => ({
  nav: menus[language].bar,
  sidebar: menus[language].sides,
  ...WORDS[language].theme,
});

export default defineConfig({
  title: "Omni Contracts",
  base: PLACEHOLDER,
  srcDir: "../build/pages",
  outDir: "../dist",
  metaChunk: true,
  vite: { plugins: [playgroundModules()] },
  transformHead: ({ page }) => {
    const name = page.split("/").at(-1) ?? page;
    return [["link", { rel: "alternate", type: "text/markdown", href: `./${name}` }]];
  },
  // In the page, for an address would be looked for anew below each page to which a reader goes on.
  head: [["link", { rel: "icon", href: `data:image/svg+xml,${encodeURIComponent(favicon)}` }]],
  // Themes whose colours are all readable (4.5:1) on our ground.
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: (markdown) => {
      markdown.options.highlight = once(markdown.options.highlight);
      labelCells(markdown);
    },
  },
  locales: {
    root: { label: "English", lang: "en", description: WORDS.en.description, themeConfig: themeOf("en") },
    zh: {
      label: "简体中文",
      lang: "zh-CN",
      link: "/zh/",
      description: WORDS.zh.description,
      themeConfig: themeOf("zh"),
    },
  },
  // Redoc's pages are no pages of VitePress.
  ignoreDeadLinks: [/\/redoc(\.html)?$/],
  themeConfig: {
    siteTitle: "Omni Contracts",
    search: {
      provider: "local",
      options: {
        translations: WORDS.en.search,
        miniSearch: {
          options: { tokenize },
          searchOptions: { fuzzy: 0.1, prefix: true, boostDocument: weightOf },
        },
        // An operation's page is found by its id first, which its heading does not say.
        _render: (text, env, markdown) => {
          const html = markdown.render(text, env);
          const title: unknown = env.frontmatter?.searchTitle;
          return typeof title === "string" ? html.replace(/(<h1[^>]*>)/, `$1${title} `) : html;
        },
        locales: { zh: { translations: WORDS.zh.search } },
      },
    },
  },
});
