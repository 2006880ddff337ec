// What the page shows of a status: tables and lists, each brought up to date in place.
import { byId, copyButton, keep, make, setText } from "./dom.js";
import { duration, money, shown, time, toneOf } from "./words.js";

/** @typedef {import("./control.js").Status} Status */

/**
 * @typedef {object} Cell
 * @property {string} text
 * @property {string} [tone]
 * @property {string} [href] path of a video
 */

/**
 * @param {HTMLElement} td
 * @param {Cell} cell
 */
function setCell(td, { text, tone = "", href }) {
  const link = td.querySelector("a");
  if (td.className !== tone) td.className = tone;
  if (href === undefined) return setText(td, text);
  if (link) return setText(link, text);
  td.replaceChildren(make("a", text, { href, target: "_blank", rel: "noopener" }));
}

/**
 * A table; roles are written out, since a phone shows rows as blocks.
 *
 * @param {string} id
 * @param {readonly string[]} columns
 * @param {readonly { readonly key: string; readonly cells: readonly Cell[] }[]} rows
 */
function showTable(id, columns, rows) {
  const table = byId(id, HTMLTableElement);
  if (!table.tHead) {
    const head = make("tr", "", { role: "row" });
    head.append(...columns.map((text) => make("th", text, { scope: "col", role: "columnheader" })));
    const thead = make("thead", "", { role: "rowgroup" });
    thead.append(head);
    table.append(thead, make("tbody", "", { role: "rowgroup" }));
  }
  table.hidden = rows.length === 0;
  const [body] = table.tBodies;
  if (!body) return;
  keep(body, rows, {
    key: ({ key }) => key,
    make: () => {
      const row = make("tr", "", { role: "row" });
      row.append(...columns.map((column) => make("td", "", { role: "cell", "data-label": column })));
      return row;
    },
    update: (row, { cells }) =>
      cells.forEach((cell, i) => {
        const td = row.children[i];
        if (td instanceof HTMLElement) setCell(td, cell);
      }),
  });
}

/** @param {Status} status */
function showTasks({ tasks, now, ledger: { totals } }) {
  byId("tasks-none", HTMLElement).hidden = tasks.length > 0;
  setText(
    byId("tasks-title", HTMLElement),
    totals.accepted > tasks.length ? `Tasks: the last ${tasks.length}` : "Tasks",
  );
  const rows = tasks.map((one) => ({
    key: JSON.stringify([one.provider, one.task, one.createdAt]),
    cells: [
      { text: shown(one.task) },
      { text: one.provider },
      { text: shown(one.model) },
      { text: shown(one.prompt) },
      {
        text: one.status === "in_progress" ? `in_progress, ${Math.floor(one.progress * 100)} %` : one.status,
        tone: toneOf(one.status),
      },
      { text: duration((now - one.createdAt) / 1000) },
      one.result === undefined ? { text: "–" } : { text: "Video", href: one.result },
    ],
  }));
  showTable("tasks", ["Id", "Provider", "Model", "Prompt", "Status", "Age", "Result"], rows);
}

/** @param {Status["ledger"]} ledger */
function showLedger({ accepted, refused, notes, totals }) {
  const { spent, ...counts } = totals;
  const sums = Object.entries(spent).map(([currency, amount]) => `${amount} ${currency}`);
  const facts = [
    ["Spent", sums.join(", ") || "nothing"],
    ["Accepted", counts.accepted],
    ["Charged", counts.charged],
    ["Given back", counts.refunded],
    ["Lost", counts.orphaned],
    ["Refused", counts.refused],
    ["Early retries", counts.earlyRetries],
  ];
  keep(byId("totals", HTMLElement), facts, {
    key: ([name]) => String(name),
    make: ([name]) => {
      const pair = make("div");
      pair.append(make("dt", String(name)), make("dd"));
      return pair;
    },
    update: (pair, [, value]) => pair.lastElementChild && setText(pair.lastElementChild, String(value)),
  });
  byId("entries-none", HTMLElement).hidden = accepted.length + refused.length > 0;
  const entries = accepted.map((one, i) => ({
    key: `${totals.accepted - i}`,
    cells: [
      { text: shown(one.task) },
      { text: one.provider },
      { text: one.operation },
      { text: money(one.price) },
      { text: one.isRefunded ? "given back" : one.isCharged ? "charged" : "not charged" },
      {
        text: one.isOrphaned ? "nobody knows of it" : `read ${one.reads === 1 ? "once" : `${one.reads} times`}`,
        tone: one.isOrphaned ? "bad" : "",
      },
    ],
  }));
  showTable("entries", ["Accepted", "Provider", "Operation", "Price", "Money", "Client"], entries);
  const refusals = refused.map((one, i) => ({
    key: `${totals.refused - i}`,
    cells: [
      { text: one.reason },
      { text: one.provider },
      { text: one.operation },
      { text: one.isEarly ? "yes" : "no" },
    ],
  }));
  showTable("refused", ["Refused", "Provider", "Operation", "Early"], refusals);
  keep(
    byId("notes", HTMLElement),
    notes.map((text, i) => ({ text, key: String(notes.length - i) })),
    {
      key: ({ key }) => key,
      make: () => make("li"),
      update: (row, { text }) => setText(row, text),
    },
  );
}

/** @param {Status["webhooks"]} webhooks */
function showWebhooks(webhooks) {
  byId("webhooks-none", HTMLElement).hidden = webhooks.length > 0;
  const rows = webhooks.map((one, i) => ({
    key: String(webhooks.length - i),
    cells: [
      { text: time(one.at) },
      { text: `${one.provider} ${one.webhook}` },
      { text: shown(one.task) },
      { text: one.url },
      { text: String(one.attempt) },
      {
        text: [one.outcome, one.status, one.problem].filter((part) => part !== undefined).join(", "),
        tone: one.outcome === "taken" ? "good" : "bad",
      },
    ],
  }));
  showTable("webhooks", ["At", "Event", "Task", "To", "Attempt", "Outcome"], rows);
}

/**
 * @param {Status["faults"]} faults
 * @param {(id: number, name: string) => void} onOff
 */
function showFaults(faults, onOff) {
  byId("faults-none", HTMLElement).hidden = faults.length > 0;
  keep(byId("faults", HTMLElement), faults, {
    key: ({ id }) => String(id),
    make: ({ id, name }) => {
      const row = make("li");
      const off = make("button", "Off", { type: "button", "aria-label": `Switch ${name} off` });
      off.addEventListener("click", () => onOff(id, name));
      row.append(make("span"), off);
      return row;
    },
    update: (row, { name, provider, struck, times }) => {
      const most = times === undefined ? "" : ` of ${times}`;
      const text = `${name}, ${provider ?? "all providers"}: struck ${struck}${most}`;
      if (row.firstElementChild) setText(row.firstElementChild, text);
    },
  });
}

/** @param {{ readonly namespace: string; readonly provider: string }} of */
const baseUrl = ({ namespace, provider }) =>
  `${location.origin}/${provider}${namespace === "" ? "" : `/~${namespace}`}`;

/**
 * @param {Status} status
 * @param {(said: string) => void} say
 */
function showUrls({ providers, namespace }, say) {
  keep(byId("urls", HTMLElement), providers, {
    key: (provider) => provider,
    make: (provider) => {
      const row = make("li");
      const code = make("code");
      row.append(
        code,
        copyButton(`Copy the base URL of ${provider}`, () => code.textContent ?? "", say),
      );
      return row;
    },
    update: (row, provider) => {
      const code = row.querySelector("code");
      if (code) setText(code, baseUrl({ namespace, provider }));
    },
  });
}

/**
 * @param {Status} status
 * @param {{ readonly say: (said: string) => void; readonly onOff: (id: number, name: string) => void }} how
 */
export function show(status, { say, onOff }) {
  setText(byId("now", HTMLElement), time(status.now));
  setText(byId("speed", HTMLElement), status.speed === 1 ? "" : `${status.speed} times as fast as real time`);
  showTasks(status);
  showLedger(status.ledger);
  showWebhooks(status.webhooks);
  showFaults(status.faults, onOff);
  showUrls(status, say);
}
