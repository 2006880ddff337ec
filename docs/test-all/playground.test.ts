// The playground in a real browser, against the mock that serves it: it runs, breaks, and keeps a key to itself.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { objectAt, providers, readDocument, textOf, type JsonObject } from "@omni-contracts/specs";
import { serveMock, type MockServer } from "@omni-contracts/mocks";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite, siteHandler } from "../src/site/serve.js";

const CHROMIUM = "/usr/bin/chromium";
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const isThere = existsSync(CHROMIUM);
/** Machines may be slow; nothing is waited for longer than it takes. */
const PATIENT = { timeout: 15_000, interval: 20 };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

const lifecycleOf = (provider: string): JsonObject => objectAt(readDocument(provider).root["x-lifecycle"]);

/** What the contract says of the money of a task that failed; read from the YAML, as people do. */
const FATES: Readonly<Record<string, string>> = { refunded: "no", free: "no", kept: "yes", unknown: "unknown" };
const failedCosts = (provider: string) => FATES[textOf(objectAt(lifecycleOf(provider).charge).failed)];
/** Whether a lost answer leaves a handle: where the contract finds tasks by what was in the request. */
const isFoundByRequest = (provider: string): boolean =>
  JSON.stringify(lifecycleOf(provider).submit).includes('{"request":');

describe.skipIf(!isThere)("the playground", () => {
  let browser: Browser;
  let site: MockServer;
  beforeAll(async () => {
    if (!existsSync(`${dist}playground.html`)) throw new Error("There is no docs/dist. Run `npm run docs`.");
    site = await serveSite(dist, 0);
    const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** A page that is ready, and what it did that it must not. */
  async function open(options: BrowserContextOptions = {}, path = "/playground") {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${site.url}/`))
        complaints.push(request.url());
    });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(site.url + path);
    await page.locator("#pg-code pre").waitFor();
    return { context, page, complaints, said };
  }

  async function choose(page: Page, provider: string): Promise<void> {
    await page.locator("#pg-provider").selectOption(provider);
    await page.locator("#pg-code pre", { hasText: `/mock/${provider}/~` }).waitFor();
  }
  const generate = (page: Page) => page.locator(".pg-main").first().click();
  const ended = (page: Page, phase: "completed" | "failed") =>
    page.locator(`.pg-phase[data-phase="${phase}"]`).waitFor({ timeout: 30_000 });
  const part = (page: Page, name: string) => page.locator(`.pg-report [data-part="${name}"]`).innerText();
  const billed = (page: Page) => page.locator(".pg-money .pg-badge").getAttribute("data-billed");
  /** What the mock itself says of the namespace of a page. */
  async function ledgerOf(page: Page): Promise<JsonObject> {
    const [, namespace = ""] = /\/~(\w+)/.exec(await page.locator("#pg-code pre").innerText()) ?? [];
    const response = await fetch(`${site.url}/mock/__mock/ledger?namespace=${namespace}`);
    return objectAt(objectAt(await response.json()).totals);
  }
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const script = `axe.run(".pg", { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" ")))`;
    return page.evaluate<string[]>(script);
  }

  it.each(providers())("makes a video of %s that plays", async (provider) => {
    const { context, page, complaints } = await open();
    await choose(page, provider);
    await generate(page);
    const bar = page.getByRole("progressbar");
    await expect.poll(() => bar.getAttribute("aria-valuetext"), PATIENT).toMatch(/Queued|In progress/);
    await ended(page, "completed");
    expect(await bar.getAttribute("aria-valuenow")).toBe("100");
    expect(await page.locator(".pg-handle").innerText()).toMatch(/^oc1_/);
    expect(await billed(page)).toBe("yes");
    const video = page.locator("video");
    const played = await video.evaluate(async (element) => {
      if (!(element instanceof HTMLVideoElement)) return undefined;
      element.muted = true;
      await element.play();
      while (element.currentTime < 0.2) await new Promise((resolve) => setTimeout(resolve, 20));
      return { isReady: element.readyState >= 2, isWide: element.videoWidth > 0 };
    });
    expect(played).toEqual({ isReady: true, isWide: true });
    expect(await ledgerOf(page)).toMatchObject({ accepted: 1, orphaned: 0 });
    expect(await page.locator(".pg-ledger").getAttribute("data-accepted")).toBe("1");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(providers())("shows what breaks at %s as its contract has it", async (provider) => {
    const { context, page, complaints } = await open();
    await choose(page, provider);
    const lost = isFoundByRequest(provider);
    const faults = [
      { name: "credits-run-out", code: "insufficient_credits", billed: "no", handle: false, accepted: 0 },
      { name: "html-as-json", code: "submission_unknown", billed: "unknown", handle: lost, accepted: 1 },
      { name: "failed-refunded", code: "task_failed", billed: failedCosts(provider), handle: true, accepted: 2 },
    ];
    for (const fault of faults) {
      await page.locator("#pg-fault").selectOption(fault.name);
      await generate(page);
      await page.locator(".pg-main[aria-disabled='false']").first().waitFor();
      await ended(page, "failed");
      const told = {
        ...{ name: fault.name, code: await part(page, "code"), billed: await billed(page) },
        handle: (await part(page, "handle")) === "yes",
        accepted: (await ledgerOf(page)).accepted,
      };
      expect(told).toEqual(fault);
      expect(await part(page, "isRetryable")).toBe("no");
    }
    // Each of them was sent once by the client.
    expect(await page.locator(".pg-sent li").first().innerText()).toMatch(/^POST .*\s1 × → \d+$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows the fields that the model takes, with the client's words at the one that is wrong", async () => {
    const { context, page } = await open();
    const seen = new Set<string>();
    for (const provider of providers()) {
      await choose(page, provider);
      for (const id of ["seed", "inputReferences", "lastFrame"])
        if ((await page.locator(`#pg-${id}-hint`).count()) > 0) seen.add(`${provider} ${id}`);
    }
    // Nobody takes everything, or the fields would not follow from the contract.
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThan(providers().length * 3);
    await page.locator("#pg-prompt").fill("");
    await expect.poll(() => page.locator("#pg-prompt-error").innerText(), PATIENT).toMatch(/required|empty/);
    expect(await page.locator("#pg-prompt").getAttribute("aria-invalid")).toBe("true");
    await generate(page);
    expect(await page.locator("#pg-prompt").evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator(".pg-actions + [role='alert']").innerText()).toContain("changed first");
    await page.locator("#pg-prompt").fill("a kite [brackets] “quotes”");
    await page.locator("#pg-code pre", { hasText: "a kite [brackets] “quotes”" }).waitFor();
    await page.getByText("More settings").click();
    await page.locator("#pg-own").fill("{oops");
    await expect.poll(() => page.locator("#pg-own-error").innerText(), PATIENT).toMatch(/^is no JSON/);
    await context.close();
  });

  it("shows the request as it is sent, and the same as code that can be copied", async () => {
    const { context, page } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const shown = await page.locator("#pg-code pre").innerText();
    const posted = page.waitForRequest((request) => request.method() === "POST" && !request.url().includes("__mock"));
    await generate(page);
    const sent = await posted;
    expect(shown).toContain(`POST ${sent.url()}`);
    expect(JSON.parse(shown.slice(shown.indexOf("{")))).toEqual(sent.postDataJSON());
    for (const label of ["curl", "TypeScript", "Python"]) {
      await page.getByRole("tab", { name: label, exact: true }).click();
      const code = await page.locator("#pg-code pre").innerText();
      expect(code).toContain("A paper lantern drifts");
      await page.locator("#pg-code").getByRole("button").click();
      await expect.poll(() => page.locator("#pg-code [role='status']").innerText(), PATIENT).toBe(`${label}: copied.`);
      expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(code.trim());
    }
    await context.close();
  });

  it("is used with the keyboard alone", async () => {
    const { context, page } = await open();
    const focused = () =>
      page.evaluate(() => {
        const { id = "", className = "" } = document.activeElement ?? {};
        return id === "" ? className : id;
      });
    async function tabTo(name: string): Promise<void> {
      for (let i = 0; i < 60; i += 1) {
        if ((await focused()) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab does not lead to ${name}; it ended at ${await focused()}.`);
    }
    await tabTo("pg-provider");
    await page.keyboard.press("End");
    const last = providers().at(-1) ?? "";
    await page.locator("#pg-code pre", { hasText: `/mock/${last}/~` }).waitFor();
    await tabTo("pg-prompt");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("typed by hand");
    await tabTo("pg-main");
    const outline = await page
      .locator(".pg-main")
      .first()
      .evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(outline).toBe("solid");
    // Nobody learns how the task stands before it is stopped, however fast or slow the machine is.
    const isLook = (url: URL) => url.pathname.startsWith(`/mock/${last}/~`);
    let isStopped = false;
    await page.route(isLook, async (route) => {
      if (route.request().method() === "POST" || isStopped) await route.continue();
    });
    await page.keyboard.press("Enter");
    await page.locator(".pg-handle").waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("pg-second");
    isStopped = true;
    await page.keyboard.press("Enter");
    await ended(page, "failed");
    expect(await part(page, "code")).toBe("aborted");
    // The button to stop has gone; whoever was on it is led to what came of it.
    await expect.poll(focused, PATIENT).toBe("pg-result");
    await page.locator(".pg-facts button", { hasText: "Resume" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#pg-handle").inputValue(), PATIENT).toMatch(/^oc1_/);
    await expect.poll(focused, PATIENT).toBe("pg-handle");
    await page.keyboard.press("Enter");
    await ended(page, "completed");
    await page.getByRole("tab", { name: "HTTP" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("[role='tab'][aria-selected='true']").innerText()).toBe("curl");
    expect(await page.locator("#pg-code pre").innerText()).toContain("typed by hand");
    await context.close();
  });

  it.each(["light", "dark"] as const)("fits a phone and has no barrier, %s", async (colorScheme) => {
    const { context, page } = await open({ colorScheme, viewport: { width: 390, height: 844 } });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await violations(page)).toEqual([]);
    await page.locator("#pg-fault").selectOption("completed-without-result");
    await generate(page);
    expect(await violations(page)).toEqual([]);
    await ended(page, "failed");
    expect(await wide()).toBe(390);
    await page.getByRole("radio").nth(1).check();
    await page.getByText("More settings").click();
    expect(await violations(page)).toEqual([]);
    expect(await wide()).toBe(390);
    await context.close();
  });

  it("keeps a key in memory, and sends it to the address that was chosen and nowhere else", async () => {
    const { context, page, complaints, said } = await open();
    const [provider = ""] = providers();
    await choose(page, provider);
    const key = "sk-very-secret-0123456789";
    const base = `${site.url}/mock/${provider}/~real`;
    const carriers: string[] = [];
    const others: string[] = [];
    page.on("request", (request) => {
      const text = JSON.stringify([request.headers(), request.url(), request.postData() ?? ""]);
      (text.includes(key) ? carriers : others).push(request.url());
    });
    await page.getByRole("radio").nth(1).check();
    expect(await page.locator("#pg-key-warning").innerText()).toContain("costs real money");
    await generate(page);
    expect(await page.locator(".pg-actions + [role='alert']").innerText()).toContain("Enter a key");
    await page.locator("#pg-base").fill(base);
    await page.locator("#pg-key").fill(key);
    expect(await page.locator("#pg-key").getAttribute("type")).toBe("password");
    await page.locator("#pg-code pre", { hasText: `${base}/` }).waitFor();
    await generate(page);
    const dialog = page.getByRole("dialog");
    expect(await dialog.innerText()).toContain(`goes to ${new URL(site.url).host}`);
    expect(await dialog.innerText()).toMatch(/Quote: \S/);
    await page.keyboard.press("Escape");
    expect(carriers).toEqual([]);
    await generate(page);
    await dialog.getByRole("button", { name: "Send it and pay" }).click();
    await page.locator(".pg-handle").waitFor();
    await page.getByRole("button", { name: "Stop waiting" }).click();
    await ended(page, "failed");
    expect(carriers.length).toBeGreaterThan(0);
    expect(carriers.filter((url) => !url.startsWith(`${base}/`))).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([
        [localStorage, sessionStorage].map((storage) => Object.entries(storage)),
        [document.cookie, location.href, history.state],
      ]),
    );
    const markup = await page.evaluate(() => document.documentElement.outerHTML);
    const storage = JSON.stringify(await context.storageState({ indexedDB: true }));
    for (const text of [kept, markup, storage, said.join("\n")]) expect(text).not.toContain(key);
    await page.getByRole("button", { name: "Forget the key" }).click();
    expect(await page.locator("#pg-key").inputValue()).toBe("");
    // Nor does it go along to the next provider.
    await page.locator("#pg-key").fill(key);
    await page.locator("#pg-provider").selectOption(providers().at(-1) ?? "");
    await expect.poll(() => page.locator("#pg-key").inputValue(), PATIENT).toBe("");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("says how to start a mock where none answers", async () => {
    const { context, page } = await open();
    await page.locator("#pg-mock").fill(`${site.url}/nobody`);
    await expect.poll(() => page.locator("#pg-mock-found").innerText(), PATIENT).toContain("npm start");
    await generate(page);
    // The mock is asked for once more first.
    const told = () => page.locator(".pg-actions + [role='alert']").innerText();
    await expect.poll(told, PATIENT).toContain("No mock answers there");
    await context.close();
  });

  it("is used without a mock of its own: asks nobody, and says how to start one", async () => {
    const bare = siteHandler(dist);
    const plain = await serveMock({
      handle: async (request) => {
        const answer = await bare(request);
        const { body } = answer;
        return { ...answer, body: typeof body === "string" ? body.replace(/<meta name="omni-mock"[^>]*>/, "") : body };
      },
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`${plain.url}/playground`);
    await page.locator("#pg-code pre").waitFor();
    expect(await page.locator("#pg-mock-found").innerText()).toContain("no mock of its own");
    expect(await page.locator("#pg-mock-found").innerText()).toContain("omni-mock");
    expect(await page.locator(".pg-static").isVisible()).toBe(false);
    expect(errors).toEqual([]);
    // Somebody has started one; here it is the one of the site.
    await page.locator("#pg-mock").fill(`${site.url}/mock`);
    await generate(page);
    await page.locator(".pg-handle").waitFor();
    await context.close();
    await plain.close();
  });

  it("keeps what is filled in when the language is changed, and shows a run on a phone", async () => {
    const { context, page } = await open({ viewport: { width: 390, height: 700 } });
    const last = providers().at(-1) ?? "";
    await choose(page, last);
    await page.locator("#pg-prompt").fill("kept in both languages");
    await page.locator("#pg-code pre", { hasText: "kept in both" }).waitFor();
    await page.goto(`${site.url}/zh/playground`);
    await page.locator("#pg-code pre", { hasText: `/mock/${last}/~` }).waitFor();
    expect(await page.locator("#pg-prompt").inputValue()).toBe("kept in both languages");
    await generate(page);
    await page.getByRole("progressbar").waitFor();
    const isSeen = () =>
      page.getByRole("progressbar").evaluate((bar) => {
        const { top, bottom } = bar.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isSeen, PATIENT).toBe(true);
    await context.close();
  });

  it("speaks Chinese on its Chinese page", async () => {
    const { context, page, complaints } = await open({}, "/zh/playground");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator(".pg-main").first().innerText()).toBe("生成");
    const english = await page.locator(".pg label, .pg legend, .pg h2").allTextContents();
    expect(english.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    await generate(page);
    await ended(page, "completed");
    expect(await page.locator(".pg-ledger").innerText()).toContain("生成任务 1 个");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("loads the client of the provider that is chosen, and stays light", async () => {
    const { context, page } = await open();
    const loads: string[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith(".js")) loads.push(response.url());
    });
    await choose(page, providers().at(-1) ?? "");
    expect(loads.length).toBeGreaterThan(0);
    // Of another provider only: its client, its contract, and what they share with those that are there.
    expect(loads.length).toBeLessThan(12);
    await context.close();
  });
});
