/** @param {number} seconds */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  if (whole < 172_800) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return `${Math.floor(whole / 86_400)} days`;
}

/**
 * `2026-11-21 00:10:00 UTC`
 *
 * @param {number} milliseconds since 1970
 */
export const time = (milliseconds) => `${new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")} UTC`;

/**
 * What a request said, which may be anything.
 *
 * @param {unknown} value
 */
export function shown(value) {
  if (value === undefined) return "–";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** @param {{ readonly amount: number; readonly currency: string } | undefined} price */
export const money = (price) => (price ? `${price.amount} ${price.currency}` : "not known");

/** @param {string} status of a task */
export const toneOf = (status) =>
  status === "completed" ? "good" : status === "failed" || status === "expired" ? "bad" : "";
