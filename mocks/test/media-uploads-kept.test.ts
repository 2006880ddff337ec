import { describe, expect, it } from "vitest";
import { createMock, type Mock } from "../src/index.js";
import { png } from "./media-files.js";
import { START } from "./mocking.js";
import { mockOf, PATHS, specs, upload } from "./upload-bench.js";

describe("uploads in memory", () => {
  const path = PATHS.apimart;
  const found = async (mock: Mock, link: string) => {
    const { status, headers } = await mock.fetch(link);
    return [status, headers.get("x-mock-fault")];
  };

  it("are gone when the contract's time is over", async () => {
    const mock = mockOf(path);
    const { link } = await upload(mock, path, png(8, 8));
    mock.advance(259_200);
    expect(await found(mock, link)).toEqual([200, null]);
    mock.advance(1);
    expect(await found(mock, link)).toEqual([404, "file-expired"]);
  });

  it("stay in their namespace, and go with its reset", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    const inA = await upload(mock, path.replace("/apimart/", "/apimart/~a/"), png(8, 8));
    const inB = await upload(mock, path.replace("/apimart/", "/apimart/~b/"), png(8, 8));
    expect(inA.link).toContain("/apimart/~a/__uploads/");
    expect(await found(mock, inA.link)).toEqual([200, null]);
    expect(await found(mock, inA.link.replace("~a", "~b"))).toEqual([404, "no-such-file"]);
    expect(await found(mock, inA.link.replace("/~a", ""))).toEqual([404, "no-such-file"]);
    expect(await found(mock, inA.link.replace("/apimart/", "/toapis/"))).toEqual([404, "no-such-file"]);
    mock.reset("a");
    expect(await found(mock, inA.link)).toEqual([404, "no-such-file"]);
    expect(await found(mock, inB.link)).toEqual([200, null]);
  });

  it("make room for younger ones of the namespace that holds most, and the ledger says so", async () => {
    const mock = mockOf(path, { uploadLimit: 10_000 });
    const other = await upload(mock, path.replace("/apimart/", "/apimart/~quiet/"), png(8, 8, 2000));
    const links: string[] = [];
    for (let i = 0; i < 4; i += 1) links.push((await upload(mock, path, png(8, 8, 3000))).link);
    const statuses = await Promise.all([...links, other.link].map(async (link) => (await mock.fetch(link)).status));
    expect(statuses).toEqual([404, 404, 200, 200, 200]);
    const names = links.map((link) => link.split("/").at(-1));
    expect(mock.ledger().notes).toEqual([
      `apimart uploadImage: ${names[0]} (3000 bytes) had to make room for younger uploads.`,
      `apimart uploadImage: ${names[1]} (3000 bytes) had to make room for younger uploads.`,
    ]);
    expect(mock.ledger("quiet").notes).toEqual([]);
  });

  it("stay while they are the newest, however large", async () => {
    const mock = mockOf(path, { uploadLimit: 5000 });
    const small = await upload(mock, path.replace("/apimart/", "/apimart/~quiet/"), png(8, 8, 2000));
    const large = await upload(mock, path, png(8, 8, 9000));
    const statuses = () => Promise.all([small, large].map(async ({ link }) => (await mock.fetch(link)).status));
    expect(await statuses()).toEqual([404, 200]);
    const next = await upload(mock, path, png(8, 8, 1000));
    expect([...(await statuses()), (await mock.fetch(next.link)).status]).toEqual([404, 404, 200]);
  });
});
