// VitePress' search box calls itself a button with buttons within, and its results options with links within; neither can
// be used with a screen reader (WCAG 4.1.2). Here the box is a dialog and its results are a list of links.

const WRONG = ["role", "aria-selected", "aria-label", "aria-expanded", "aria-haspopup", "aria-owns"];

function drop(element: Element): void {
  for (const name of WRONG) element.removeAttribute(name);
}

function mend(box: Element): void {
  if (box.getAttribute("role") !== "dialog") {
    drop(box);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-modal", "true");
  }
  // What the name of a result's link is, its text says as well.
  for (const one of box.querySelectorAll(".results, .results li, .results a")) drop(one);
  // Pictures of keys have names, and nothing without a role may have one.
  for (const one of box.querySelectorAll("kbd[aria-label]:not([role])")) one.setAttribute("role", "img");
}

/** Looks after the box for as long as the page is open. */
export function mendSearch(): void {
  new MutationObserver(() => {
    const box = document.querySelector(".VPLocalSearchBox");
    if (box) mend(box);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: WRONG });
}
