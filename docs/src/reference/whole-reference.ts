import type { Language } from "../page.js";

/** Where Redoc shows an operation. `#operation/<id>` leads there too, but by way of a page that says there is no such page. */
export const placeInReference = (id: string, tag: string): string =>
  `#/${tag.toLowerCase().replaceAll(/\W+/g, "-")}/${id.toLowerCase()}`;

/** A link from a page of `reference/<provider>/` to Redoc's page; there is one for all languages, and VitePress has not made it. */
export function wholeReference(provider: string, hash: string, text: string, language: Language): string {
  const folder = language === "en" ? "." : `../../../reference/${provider}`;
  return `<a href="${folder}/redoc.html${hash}" target="_self">${text}</a>`;
}
