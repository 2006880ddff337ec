// Every kind of page, one line each. What is written by hand in site/ is a kind, too.
import { changelogPages } from "./changelog/changelog-pages.js";
import { evidencePages } from "./evidence/evidence-pages.js";
import { errorPages } from "./errors/error-pages.js";
import { handwritten } from "./handwritten.js";
import { lifecyclePages } from "./lifecycle/lifecycle-pages.js";
import { modelPages } from "./models/model-pages.js";
import { packagePages } from "./packages/package-pages.js";
import { LANGUAGES, type Language, type PageKind, type SitePage, type Source } from "./page.js";
import { operationPages } from "./reference/operation-pages.js";
import { providerPages } from "./reference/provider-pages.js";
import { decisionPages, recordPages } from "./records/record-pages.js";

export const PAGE_KINDS: readonly PageKind[] = [
  ...handwritten(["home", "guide", "tools", "facts", "project"]),
  { id: "provider", section: "reference", pages: providerPages },
  { id: "operation", section: "reference", pages: operationPages },
  { id: "models", section: "models", pages: modelPages },
  { id: "evidence", section: "facts", pages: evidencePages },
  { id: "lifecycle", section: "facts", pages: lifecyclePages },
  { id: "changelog", section: "facts", pages: changelogPages },
  { id: "record-facts", section: "facts", pages: recordPages("facts") },
  { id: "package", section: "packages", pages: packagePages },
  { id: "record-project", section: "project", pages: recordPages("project") },
  { id: "decision", section: "project", pages: decisionPages },
  { id: "errors", section: "errors", pages: errorPages },
];

const inOrder = (a: SitePage, b: SitePage): number => (a.order ?? 100) - (b.order ?? 100);

async function pagesIn(source: Source, language: Language): Promise<SitePage[]> {
  const made = PAGE_KINDS.map(async ({ id, section, pages }) =>
    (await pages(source, language)).map((page) => ({ ...page, kind: id, section, language })),
  );
  // Those of one order stay as their kind gives them.
  return (await Promise.all(made)).flat().toSorted(inOrder);
}

/** Every page in every language; those of a section in the order of menus. */
export async function allPages(source: Source): Promise<SitePage[]> {
  const pages = (await Promise.all(LANGUAGES.map((language) => pagesIn(source, language)))).flat();
  const places = pages.map(({ path, language }) => `${language}/${path}`);
  const twice = places.find((place, i) => places.indexOf(place) !== i);
  if (twice) throw new Error(`Two pages stand at ${twice}.`);
  return pages;
}
