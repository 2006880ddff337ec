// Text only ever becomes text: nothing here takes markup, since prompts and names come from requests.

/**
 * The element with this id.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [text]
 * @param {Readonly<Record<string, string>>} [attributes]
 */
export function make(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (text !== "") element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * What is the same stays untouched: selections live on, and nothing is read out again.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes the children of a parent those of these items, in their order. A child whose key is still there stays, with its
 * focus.
 *
 * @template Item
 * @param {Element} parent
 * @param {readonly Item[]} items
 * @param {{
 *   readonly key: (item: Item) => string;
 *   readonly make: (item: Item) => HTMLElement;
 *   readonly update?: (element: HTMLElement, item: Item) => void;
 * }} how
 */
export function keep(parent, items, how) {
  /** @type {Map<string, HTMLElement>} */
  const before = new Map();
  for (const child of parent.children) if (child instanceof HTMLElement) before.set(child.dataset.key ?? "", child);
  const wanted = items.map((item) => {
    const key = how.key(item);
    const element = before.get(key) ?? how.make(item);
    before.delete(key);
    element.dataset.key = key;
    how.update?.(element, item);
    return element;
  });
  for (const child of [...parent.children])
    if (!(child instanceof HTMLElement && wanted.includes(child))) child.remove();
  // Moved only where it has to be: an element that is moved loses its focus.
  wanted.forEach((element, i) => {
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  });
}

/**
 * The options of a select, with the choice kept where it is still there.
 *
 * @param {HTMLSelectElement} select
 * @param {readonly (readonly [value: string, text: string])[]} options
 */
export function setOptions(select, options) {
  keep(select, options, {
    key: ([value]) => value,
    make: ([value, text]) => make("option", text, { value }),
  });
}

/**
 * A button that copies what `text` gives at that time.
 *
 * @param {string} label what a screen reader says
 * @param {() => string} text
 * @param {(said: string) => void} say
 */
export function copyButton(label, text, say) {
  const button = make("button", "Copy", { type: "button", "aria-label": label });
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text()).then(
      () => say("Copied."),
      () => say("The browser did not allow to copy; select the text instead."),
    );
  });
  return button;
}
