// The status page: reads the mock every two seconds, and steers it.
import { advance, readCatalogue, readSnippets, readStatus, reset, switchOff, switchOn } from "./control.js";
import { byId, copyButton, make, setOptions, setText } from "./dom.js";
import { show } from "./lists.js";

const EVERY = 2000;

const said = byId("said", HTMLElement);
const namespaces = byId("namespace", HTMLSelectElement);
const refreshing = byId("refresh", HTMLInputElement);
const fault = byId("fault", HTMLSelectElement);
const faultProvider = byId("fault-provider", HTMLSelectElement);
const faultTimes = byId("fault-times", HTMLSelectElement);
const snippetProvider = byId("snippet-provider", HTMLSelectElement);
const dialog = byId("confirm", HTMLDialogElement);

/** @param {string} text */
const say = (text) => setText(said, text);
/** @param {unknown} error */
const complain = (error) => say(error instanceof Error ? error.message : String(error));

// In the address, so that a reload stays there.
const state = { namespace: new URLSearchParams(location.search).get("namespace") ?? "", isLost: false, turn: 0 };

/** @param {string} name */
const nameOf = (name) => (name === "" ? "(without a name)" : name);

async function refresh() {
  const { namespace } = state;
  const turn = ++state.turn;
  const status = await readStatus(namespace);
  // An older answer must not overwrite a newer one.
  if (turn !== state.turn) return;
  const names = [...new Set(["", ...status.namespaces, namespace])];
  setOptions(
    namespaces,
    names.map((name) => [name, nameOf(name)]),
  );
  if (namespaces.value !== namespace) namespaces.value = namespace;
  setOptions(faultProvider, [["", "all"], ...status.providers.map((name) => /** @type {const} */ ([name, name]))]);
  const hadProvider = snippetProvider.value;
  setOptions(
    snippetProvider,
    status.providers.map((name) => [name, name]),
  );
  if (snippetProvider.value !== hadProvider) await showSnippets();
  show(status, { say, onOff: (id, name) => void off(id, name) });
  if (state.isLost) say("The mock answers again.");
  state.isLost = false;
}

async function look() {
  try {
    await refresh();
  } catch (error) {
    // Told once: a mock that is restarted comes back by itself.
    if (!state.isLost) complain(error instanceof TypeError ? "The mock does not answer. Trying again." : error);
    state.isLost = true;
  }
}

/**
 * Does something, tells what became of it, and shows what it changed.
 *
 * @param {Promise<unknown>} doing
 * @param {string} done
 */
async function carryOut(doing, done) {
  try {
    await doing;
    say(done);
    await refresh();
  } catch (error) {
    complain(error);
  }
}

async function showSnippets() {
  const provider = snippetProvider.value;
  if (provider === "") return;
  const snippets = await readSnippets(state.namespace, provider);
  const blocks = snippets.flatMap(({ title, submit, read }) => {
    const pair = make("div", "", { class: "pair" });
    for (const [what, code] of [
      ["submit", submit],
      ["read", read],
    ]) {
      if (!code) continue;
      const block = make("div");
      block.append(
        make("pre", code),
        copyButton(`Copy ${title}, ${what}`, () => code, say),
      );
      pair.append(block);
    }
    return [make("h3", title), pair];
  });
  byId("snippets", HTMLElement).replaceChildren(...blocks);
}

/**
 * @param {number} id
 * @param {string} name
 */
async function off(id, name) {
  await carryOut(switchOff(state.namespace, id), `${name} is off.`);
  // The button that had the focus is gone.
  if (document.activeElement === document.body) fault.focus();
}

/** @type {Readonly<Record<string, readonly import("./control.js").Fault[]>>} */
let catalogue = {};
const describe = () =>
  setText(
    byId("fault-about", HTMLElement),
    (catalogue[fault.value] ?? []).map(({ happens }) => happens ?? "").join(" "),
  );

async function showCatalogue() {
  catalogue = await readCatalogue();
  setOptions(
    fault,
    Object.keys(catalogue).map((name) => [name, name]),
  );
  describe();
}

fault.addEventListener("change", describe);
byId("fault-on", HTMLElement).addEventListener("click", () => {
  const { value: use } = fault;
  void carryOut(
    switchOn(state.namespace, { use, provider: faultProvider.value, times: faultTimes.value }),
    `${use} is on.`,
  );
});
byId("faults-off", HTMLElement).addEventListener("click", () => {
  void carryOut(switchOff(state.namespace), "All faults are off.");
});
for (const button of document.querySelectorAll("button[data-advance]")) {
  button.addEventListener("click", () => {
    const seconds = Number(button.getAttribute("data-advance"));
    void carryOut(advance(state.namespace, seconds), `The clock was moved on by ${seconds} s.`);
  });
}
namespaces.addEventListener("change", () => {
  state.namespace = namespaces.value;
  const query = state.namespace === "" ? "" : `?${new URLSearchParams({ namespace: state.namespace })}`;
  history.replaceState(null, "", `${location.pathname}${query}`);
  void carryOut(showSnippets(), `Namespace ${nameOf(state.namespace)}.`);
});
snippetProvider.addEventListener("change", () => void showSnippets().catch(complain));

byId("reset", HTMLElement).addEventListener("click", () => {
  setText(
    byId("confirm-what", HTMLElement),
    `Tasks, uploads, faults, ledger and time of the namespace ${nameOf(state.namespace)} go.`,
  );
  dialog.showModal();
});
byId("confirm-no", HTMLElement).addEventListener("click", () => dialog.close());
byId("confirm-yes", HTMLElement).addEventListener("click", () => {
  dialog.close();
  void carryOut(reset(state.namespace), "Everything was forgotten.");
});

// One look after the other, and none while nobody looks.
const isWatched = () => refreshing.checked && !document.hidden;
/** @returns {Promise<void>} */
async function keepLooking() {
  if (isWatched()) await look();
  setTimeout(() => void keepLooking(), EVERY);
}
const catchUp = () => {
  if (isWatched()) void look();
};
document.addEventListener("visibilitychange", catchUp);
refreshing.addEventListener("change", catchUp);
showCatalogue().catch(complain);
void keepLooking();
