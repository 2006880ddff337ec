import type { Document } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { createRouter } from "../src/engine/routes.js";

const PATHS = ["/v1.1/things/latest", "/v1.1/things/{id}", "/v1.1/{kind}/{id}", "/v1.1/{kind}"];
const documentOf = (paths: readonly string[]): Document => ({
  provider: "acme",
  root: { paths: Object.fromEntries(paths.map((path) => [path, { get: { operationId: path } }])) },
});

it.each([
  ["as they are written", PATHS],
  ["turned round", PATHS.toReversed()],
  ["mixed", [...PATHS.slice(2), ...PATHS.slice(0, 2)]],
])("of paths that all fit, the one with the fewest parameters is meant: %s", (_, paths) => {
  const route = createRouter(documentOf(paths));
  const found = (path: string) => [route("GET", path)?.entry.id, route("GET", path)?.params];
  expect(found("/v1.1/things/latest")).toEqual(["/v1.1/things/latest", {}]);
  expect(found("/v1.1/things/a%2Fb%20c")).toEqual(["/v1.1/things/{id}", { id: "a/b c" }]);
  expect(found("/v1.1/others/7")).toEqual(["/v1.1/{kind}/{id}", { kind: "others", id: "7" }]);
  expect(found("/v1.1/things")).toEqual(["/v1.1/{kind}", { kind: "things" }]);
  for (const path of ["/v1x1/things/latest", "/v1.1/things/latest/", "/v1.1/", "/v1.1/a/b/c"])
    expect(found(path)).toEqual([undefined, undefined]);
  expect(route("post", "/v1.1/things/latest")).toBeUndefined();
});
