// The same places serve reading and writing: a new link, put where a contract says that links stand, is what is read.
import { expect, it } from "vitest";
import { locate, putAt, readTask, valueAt, type Representation } from "../src/language/index.js";
import { protocols } from "./support/protocols.js";

const LINK = "https://example.com/new.mp4";

/** Turns the strings that hold JSON into what they hold, or back. */
function recode(body: unknown, form: Representation, code: (value: unknown) => unknown): void {
  for (const location of (form.decode ?? []).flatMap((path) => locate(body, path))) {
    putAt(body, location, code(valueAt(body, location)));
  }
}

function putLinks(body: unknown, form: Representation): void {
  for (const { each = "$", url = [] } of form.videos ?? []) {
    for (const current of locate(body, each)) {
      const paths = [url].flat().filter((place) => typeof place === "string");
      const found = paths.map((path) => locate(body, path, current)).find((locations) => locations.length > 0);
      for (const location of found ?? []) putAt(body, location, LINK);
    }
  }
}

const finished = protocols.flatMap(([name, { answers, ...contract }]) =>
  answers.flatMap(({ operation = "", status = 0, body }) => {
    const form = contract.lifecycle.representations[contract.lifecycle.read[operation]?.as ?? ""];
    const { task } = readTask(contract, operation, { status, body });
    return form && task?.videos[0]?.url ? [[name, { contract, operation, status, body, form }] as const] : [];
  }),
);

it("covers every protocol that answers with links", () => {
  expect([...new Set(finished.map(([name]) => name))]).toEqual(protocols.map(([name]) => name));
});

it.each(finished)("%s", (_, { contract, operation, status, body, form }) => {
  const written = structuredClone(body);
  recode(written, form, (value) => JSON.parse(String(value)));
  putLinks(written, form);
  recode(written, form, (value) => JSON.stringify(value));
  const { task } = readTask(contract, operation, { status, body: written });
  expect(new Set(task?.videos.map(({ url }) => url))).toEqual(new Set([LINK]));
});
