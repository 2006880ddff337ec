// What a page of the site is, and what makes pages.
import type { Document } from "@omni-contracts/specs";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the site. */
export type Texts = Readonly<Record<Language, string>>;

export interface Page {
  /** Where it stands below its language's root, without an ending: `guide/errors`, `reference/acme/index`. */
  readonly path: string;
  readonly title: string;
  /** One sentence: what search engines, llms.txt and lists of pages show. */
  readonly description: string;
  /** Without frontmatter; begins with the page's `#` heading. */
  readonly markdown: string;
  /** Whose place in menus it has; pages of an equal order stand by their paths. Default 100. */
  readonly order?: number;
  /** How menus call it, where that is shorter than the title. */
  readonly label?: string;
  /** The folder whose own menu shows it, `reference/acme`; the site's menu leaves it out. */
  readonly within?: string;
  /** The heading under which the folder's own menu shows it. */
  readonly group?: string;
  /** Further frontmatter, as VitePress reads it: `layout`, `hero`, `aside`, ... */
  readonly frontmatter?: Readonly<Record<string, unknown>>;
}

/** What generators read. */
export interface Source {
  /** Every contract, bundled. */
  readonly documents: readonly Document[];
  /** The repository's folder, with a slash at the end. */
  readonly root: string;
}

/** Pages that are made the same way. */
export interface PageKind {
  /** Names the kind in tests: each is looked at in a browser. */
  readonly id: string;
  /** An id of `sections.ts`: which menu its pages stand in. */
  readonly section: string;
  /** The pages in one language. Both languages have the same paths, and the same levels of headings. */
  readonly pages: (source: Source, language: Language) => readonly Page[] | Promise<readonly Page[]>;
}

/** A page with the kind that made it. */
export interface SitePage extends Page {
  readonly kind: string;
  readonly section: string;
  readonly language: Language;
}

/** Where a page stands in the site, with its language: `zh/guide/errors`. */
export const placeOf = ({ path, language }: SitePage): string => (language === "en" ? path : `${language}/${path}`);

/** The address of a page as Markdown links it, from the site's root: `/zh/guide/errors`, `/guide/`. */
export const linkOf = (page: SitePage): string => `/${placeOf(page)}`.replace(/\/index$/, "/");
