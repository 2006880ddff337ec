import { h, type VNode } from "vue";

/** Two frames, of which one is asked for and one is there: the mark before the site's name. */
export const markOf = (): VNode =>
  h("svg", { class: "omni-mark", viewBox: "0 0 24 24", fill: "none", "aria-hidden": "true" }, [
    h("rect", { x: 1.5, y: 4.5, width: 13, height: 15, rx: 3, stroke: "currentColor", "stroke-width": 2 }),
    h("rect", { x: 10, y: 8, width: 13, height: 12.5, rx: 3, fill: "currentColor" }),
    h("path", { d: "M14.6 11.4v5.7l4.9-2.85z", fill: "var(--omni-ground)" }),
  ]);
