// The status page in a real browser: what it shows, how it is steered, by keyboard and on a phone, and what it does not let happen.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { readDocument } from "@omni-contracts/specs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
/** A folder for pictures of the page, to be looked at. */
const SHOTS = process.env.OMNI_SHOTS;

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

const HOSTILE = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`;
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(!isThere)("the status page", () => {
  let browser: Browser;
  let mock: Mock;
  let mocks: MockServer;
  /** What a page complained of, and what it asked of others. */
  const seen: { readonly complaints: string[]; readonly foreign: string[] } = { complaints: [], foreign: [] };

  beforeAll(async () => {
    const args = [
      ...["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--host-resolver-rules=MAP evil.test 127.0.0.1",
    ];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    mock = createMock({ specs: ["toapis", "apimart"].map(readDocument), validate: true });
    mocks = await serveMock(mock);
    seen.complaints.length = 0;
    seen.foreign.length = 0;
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((one) => one.close()));
    await mocks.close();
    expect(seen).toEqual({ complaints: [], foreign: [] });
  });

  async function open(options: BrowserContextOptions = DESKTOP, path = "/"): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("pageerror", (error) => seen.complaints.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) seen.complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(`${mocks.url}/`) && !request.url().startsWith("data:")) {
        seen.foreign.push(request.url());
      }
    });
    await page.goto(`${mocks.url}${path}`);
    await page.getByRole("listitem").first().waitFor();
    return page;
  }

  async function submit(prompt: string, prefix = ""): Promise<string> {
    const response = await fetch(`${mocks.url}/toapis${prefix}/v1/videos/generations`, {
      method: "POST",
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify({ model: "gemini_omni", prompt, duration: 6 }),
    });
    return (await response.json()).id ?? "";
  }

  /** Goes on by Tab until what has the focus is called so. */
  async function tabTo(page: Page, role: "button" | "combobox", name: string): Promise<void> {
    const wanted = page.getByRole(role, { name, exact: true });
    for (let i = 0; i < 60; i += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${name}.`);
  }

  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it("shows a task from its submit to its video, and what it cost", async () => {
    const page = await open();
    const id = await submit("a paper lantern");
    const row = page.getByRole("table", { name: "Tasks" }).getByRole("row").filter({ hasText: id });
    await row.getByText("queued").waitFor();
    expect(await row.getByRole("cell").allTextContents()).toEqual(
      expect.arrayContaining([id, "toapis", "gemini_omni", "a paper lantern", "queued"]),
    );
    await page.getByRole("button", { name: "+ 1 min" }).click();
    await row.getByText(/^in_progress, 3\d %$/).waitFor();
    await page.getByRole("button", { name: "+ 10 min" }).click();
    await row.getByText("completed").waitFor();
    expect(await page.getByRole("status").textContent()).toBe("The clock was moved on by 600 s.");
    const href = await row.getByRole("link", { name: "Video" }).getAttribute("href");
    expect(href).toBe(`/toapis/__files/${id}/1.mp4`);
    expect((await fetch(`${mocks.url}${href}`)).headers.get("content-type")).toBe("video/mp4");
    const entry = page.getByRole("table", { name: "Accepted submits" }).getByRole("row").filter({ hasText: id });
    await entry.getByText("charged").waitFor();
    expect(await page.locator("#totals").innerText()).toMatch(/Accepted\s+1\s+Charged\s+1/);
  });

  it("shows what requests say as text, whatever they say", async () => {
    const page = await open();
    await submit(HOSTILE);
    await page.getByRole("cell", { name: HOSTILE }).waitFor();
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
    expect(await page.locator("main img, main script").count()).toBe(0);
  });

  it("switches a fault on and off by keyboard alone", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the tasks");
    await page.keyboard.press("Enter");
    await tabTo(page, "combobox", "Fault");
    await page.keyboard.type("html-502");
    expect(await page.locator("#fault-about").textContent()).toMatch(/^A gateway in front of/);
    await tabTo(page, "combobox", "Provider");
    await page.keyboard.type("toapis");
    await tabTo(page, "combobox", "Strikes");
    await page.keyboard.type("once");
    await tabTo(page, "button", "Switch on");
    await page.keyboard.press("Enter");
    const on = page.getByRole("list", { name: "Faults that are on" });
    await on.getByText("html-502, toapis: struck 0 of 1").waitFor();
    expect(mock.faults()).toMatchObject([{ name: "html-502", provider: "toapis", times: 1 }]);

    await submit("x").catch(() => undefined);
    await on.getByText("struck 1 of 1").waitFor();
    await tabTo(page, "button", "Switch html-502 off");
    // A look comes between, and takes the focus from nobody.
    const look = page.waitForResponse((response) => response.url().includes("/__mock/status?"));
    await look;
    await page.keyboard.press("Space");
    await page.getByText("html-502 is off.").waitFor();
    await page.getByText("No fault is on.").waitFor();
    expect(mock.faults()).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("fault");
  });

  it("has a name for everything that can be focused, and shows where the focus is", async () => {
    await submit("x");
    mock.advance(600);
    const page = await open();
    await page.getByRole("link", { name: "Video" }).waitFor();
    const stops = new Set<string>();
    for (let i = 0; i < 80; i += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        const labels = "labels" in element && element.labels instanceof NodeList ? [...element.labels] : [];
        const name = element.getAttribute("aria-label") ?? labels[0]?.textContent ?? element.textContent;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { name: name.trim(), outline: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 };
      });
      if (!stop) break;
      expect(stop).toEqual({ name: expect.stringMatching(/\S/), outline: true });
      stops.add(stop.name);
    }
    expect([...stops]).toEqual(
      expect.arrayContaining(["Namespace", "+ 10 s", "Video", "Switch on", "Copy curl, submit", "Reset…"]),
    );
  });

  it("copies a base URL and a snippet", async () => {
    const page = await open({ ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy the base URL of apimart" }).click();
    await page.getByText("Copied.").waitFor();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await copied()).toBe(`${mocks.url}/apimart`);
    await page.locator("#snippet-provider").selectOption("toapis");
    await page.getByText("createToapisApi").first().waitFor();
    await page.getByRole("button", { name: "Copy TypeScript, normalized, submit" }).click();
    await expect.poll(copied).toContain(`baseURL: "${mocks.url}/toapis"`);
  });

  it("keeps namespaces apart, and stays in one over a reload", async () => {
    await submit("of anna", "/~anna");
    const page = await open();
    await page.getByText("No tasks yet.").waitFor();
    await page.getByLabel("Namespace").selectOption("anna");
    await page.getByRole("cell", { name: "of anna" }).waitFor();
    await page.reload();
    await page.getByRole("cell", { name: "of anna" }).waitFor();
    await page.getByText(`${mocks.url}/toapis/~anna`, { exact: true }).waitFor();
  });

  it("forgets everything once that is confirmed, and not before", async () => {
    await submit("to go");
    const page = await open();
    const row = page.getByRole("cell", { name: "to go" });
    await row.waitFor();
    await page.getByRole("button", { name: "Reset…" }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    await page.keyboard.press("Escape");
    expect(mock.tasks()).toHaveLength(1);
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reset" }).click();
    await row.waitFor({ state: "detached" });
    expect(mock.tasks()).toEqual([]);
  });

  it("leaves the focus and the scrolling alone when it refreshes, and rests while nobody wants it", async () => {
    mock.addFaults([{ name: "slow", on: "submit", delay: 0 }]);
    await submit("x");
    mock.advance(600);
    const page = await open({ viewport: { width: 800, height: 400 } });
    await page.getByRole("link", { name: "Video" }).focus();
    await page.evaluate(() => {
      window.scrollTo(0, 120);
    });
    await submit("y");
    await page.getByText("y", { exact: true }).waitFor();
    expect(await page.evaluate(() => [document.activeElement?.textContent, window.scrollY])).toEqual(["Video", 120]);
    await page.getByLabel("Refresh every 2 seconds").uncheck();
    const looks: string[] = [];
    page.on("request", (request) => looks.push(request.url()));
    await page.waitForTimeout(4500);
    expect(looks).toEqual([]);
  });

  it("says that the mock is gone, once", async () => {
    const page = await open();
    await page.route("**/__mock/status?*", (route) => route.fulfill({ status: 500, json: { error: "Gone for now." } }));
    await page.getByText("Gone for now.").waitFor();
    await page.unroute("**/__mock/status?*");
    await page.getByText("The mock answers again.").waitFor();
    // Chromium itself complains of the answer that this test gave.
    expect(seen.complaints.splice(0).every((one) => one.includes("500"))).toBe(true);
  });

  it.each([
    ["phone", PHONE],
    ["phone, dark", { ...PHONE, colorScheme: "dark" }],
    ["desktop", DESKTOP],
    ["desktop, dark", { ...DESKTOP, colorScheme: "dark" }],
  ] satisfies [string, BrowserContextOptions][])("fits and can be read: %s", async (name, options) => {
    await submit(`${HOSTILE} ${"w".repeat(180)}`);
    await submit("a heron at the edge of a pond [mock:output-moderated]");
    mock.advance(600);
    await submit("");
    await submit("a paper lantern");
    mock.addFaults([{ name: "stuck", happens: "x" }], { provider: "toapis" });
    const page = await open(options);
    await page.getByRole("cell", { name: "a paper lantern" }).waitFor();
    await page.getByText("createApimart", { exact: false }).or(page.getByText("createToapis")).first().waitFor();
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name.replace(", ", "-")}.png`), fullPage: true });
    expect(await overflow(page)).toBe(0);
    // WCAG 2.2, 1.4.3: text has a contrast of 4.5 at least.
    const faint = await page.evaluate(() => {
      const channels = (colour: string) => (/\(([^)]*)\)/.exec(colour)?.[1] ?? "").split(/[ ,/]+/).map(Number);
      const light = ([red = 0, green = 0, blue = 0]: number[]) => {
        const linear = [red, green, blue].map((one) => {
          const share = one / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
      };
      const behind = (element: Element | null): number[] => {
        if (!element) return [255, 255, 255];
        const colour = channels(getComputedStyle(element).backgroundColor);
        return colour[3] === 0 ? behind(element.parentElement) : colour;
      };
      const texts = [...document.querySelectorAll("body *")].filter(
        (one) =>
          one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      );
      const ratios = texts.map((one) => {
        const [a, b] = [light(channels(getComputedStyle(one).color)), light(behind(one))];
        return { text: one.textContent.slice(0, 30), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
      });
      return { count: ratios.length, low: ratios.filter(({ ratio }) => ratio < 4.5) };
    });
    expect(faint.count).toBeGreaterThan(40);
    expect(faint.low).toEqual([]);
    const small = await page.evaluate(
      () =>
        [...document.querySelectorAll("button, select")].filter((one) => {
          const { height, width } = one.getBoundingClientRect();
          return one.checkVisibility() && (height < 44 || width < 44);
        }).length,
    );
    expect(small).toBe(0);
  });

  describe("a page of another origin", () => {
    let other: Server;
    let address: string;
    beforeEach(async () => {
      other = createServer((_, response) => {
        const form = `<form method="post" action="${mocks.url}/__mock/reset"><button>Win</button></form>`;
        const html = `<!doctype html><title>Other</title>${form}<iframe src="${mocks.url}/"></iframe>`;
        response.setHeader("content-type", "text/html").end(html);
      });
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      const bound = other.address();
      address = `http://evil.test:${typeof bound === "object" && bound ? bound.port : 0}/`;
    });
    afterEach(() => {
      other.closeAllConnections();
      other.close();
    });

    it.each(["html", "svg"])("cannot leave a file here that steers the mock when it is opened: %s", async (kind) => {
      const steer = `<script>document.documentElement.setAttribute("data-ran", "1");fetch("/__mock/reset",{method:"POST"})</script>`;
      const file =
        kind === "html"
          ? { type: "text/html", text: `<!doctype html><p>x</p>${steer}` }
          : { type: "image/svg+xml", text: `<svg xmlns="http://www.w3.org/2000/svg">${steer}</svg>` };
      const own = await serveMock(createMock({ specs: [readDocument("atlascloud")] }));
      try {
        const page = await (await browser.newContext()).newPage();
        await page.goto(address);
        const link = await page.evaluate(
          async ([url, type, text]) => {
            const form = new FormData();
            form.set("file", new File([text], "x", { type }));
            const headers = { authorization: "Bearer sk" };
            const answer = await fetch(`${url}/atlascloud/api/v1/model/uploadMedia`, {
              ...{ method: "POST", headers, body: form },
            });
            return /"(http[^"]+)"/.exec(await answer.text())?.[1] ?? "";
          },
          [own.url, file.type, file.text] as const,
        );
        expect(link).toContain("/__uploads/");
        const answer = await page.goto(link);
        expect(answer?.headers()["content-type"]).toBe(file.type);
        expect(await page.locator(":root").getAttribute("data-ran")).toBeNull();
      } finally {
        await own.close();
      }
    });

    it("cannot steer a mock, read it, or put its page into a frame", async () => {
      await submit("to stay");
      const page = await (await browser.newContext()).newPage();
      await page.goto(address);
      const got = await page.evaluate(async (url) => {
        const ask = async (init: RequestInit, path: string) => {
          try {
            const response = await fetch(`${url}/__mock/${path}`, init);
            return `${response.type} ${response.status}`;
          } catch {
            return "refused";
          }
        };
        return [
          await ask({ method: "POST", mode: "no-cors" }, "reset"),
          await ask({ method: "POST" }, "reset"),
          await ask({ method: "DELETE" }, "faults"),
          await ask({}, "status"),
        ];
      }, mocks.url);
      expect(got[0]).toMatch(/^opaque 0$|^refused$/);
      for (const one of got.slice(1)) expect(one).toMatch(/^cors 403$|^refused$/);
      const frame = page.frames().find((one) => one.url().startsWith(mocks.url));
      expect(frame ? await frame.locator("main").count() : 0).toBe(0);
      await page.getByRole("button", { name: "Win" }).click();
      await page.waitForURL(`${mocks.url}/__mock/reset`).catch(() => undefined);
      expect(mock.tasks()).toHaveLength(1);
    });
  });
});
