/**
 * How much a page weighs in the search beside the others: who types an id wants the page that is about it, who types words wants
 * a guide; records of the project's own work come last. Sent to the page as text: it uses nothing from outside itself.
 *
 * @param id the page's address
 */
export function weightOf(id: string): number {
  if (id.includes("/reference/")) return 3;
  if (/\/(guide|models)\//.test(id)) return 4.5;
  if (id.includes("/errors/")) return 1.5;
  return /\/(packages|decisions|project|facts)\//.test(id) ? 0.5 : 1;
}
