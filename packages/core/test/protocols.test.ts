// The test of the contract language: hand-written wire answers of eight protocols, and what each must mean.
// Bodies are JSON as the providers print it; expectations are written by hand, none is computed.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { classify, readError, readEvent, readTask, type Contract, type TaskSnapshot } from "../src/language/index.js";
import { protocols, type Row } from "./support/protocols.js";

/** A snapshot as the table writes it: without the body, dates as ISO text, bytes as a list. */
function plain(snapshot: TaskSnapshot): unknown {
  const { videos: found, ...task } = { ...snapshot, raw: undefined };
  const videos = found.map(({ data, ...video }) => ({
    ...video,
    ...(typeof data === "string" && { data }),
    ...(data instanceof Uint8Array && { bytes: [...data] }),
  }));
  return JSON.parse(JSON.stringify({ ...task, videos }));
}

const wanted = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(inner) ? inner.replace("Z", ".000Z") : inner,
  );
  return JSON.parse(text);
};

function outcome(contract: Contract, row: Row): unknown {
  const body = row.bytes ? new Uint8Array(row.bytes) : row.body;
  const { status, request } = row;
  const answer = status === undefined ? undefined : { status, headers: new Headers(row.headers), body, request };
  if (row.event) {
    const task = readEvent(contract, row.event, body);
    return task ? { task: plain(task) } : null;
  }
  const operation = row.operation ?? "";
  if (!answer || contract.operations[operation]?.outcomes) return classify(contract, operation, answer);
  if (!(operation in contract.lifecycle.read)) return { error: readError(contract, operation, answer) };
  const reading = readTask(contract, operation, answer, row.age);
  return reading.task ? { task: plain(reading.task) } : { error: reading.error };
}

describe.each(protocols)("%s", (_, protocol) => {
  it.each(protocol.answers.map((row) => [row.name, row] as const))("%s", (__, row) => {
    expect(outcome(protocol, row)).toEqual(wanted(row.expect));
  });

  const meanings = (protocol.meanings ?? []).flatMap(({ operations, answers }) =>
    operations.flatMap((operation) =>
      answers.map((row) => [operation, `${row.status} ${JSON.stringify(row.body)}`, row] as const),
    ),
  );
  it.each(meanings)("%s: %s", (operation, __, { status, body, outcome: wantedOutcome, code, advice, resend }) => {
    const answer = { status, headers: new Headers(), body };
    if (wantedOutcome === undefined) {
      const error = readError(protocol, operation, answer);
      expect([error?.code, advice && error?.advice]).toEqual([code, advice]);
      return;
    }
    const said = classify(protocol, operation, answer);
    expect([said.outcome, said.outcome !== "accepted" && said.error.code]).toEqual([wantedOutcome, code]);
    expect(said.outcome === "rejected" ? said.resend?.else : undefined).toEqual(resend);
  });

  it.each(protocol.charge ? [protocol.charge] : [])("takes money, and gives it back, as the pages say", (charge) => {
    const { at, failed, cancelled } = protocol.lifecycle.charge;
    expect({ at, failed, cancelled }).toEqual(charge);
  });

  it("is written in the language", () => {
    const schema: object = parse(
      readFileSync(new URL("../../../specs/extensions.schema.yaml", import.meta.url), "utf8"),
    );
    const ajv = formats.default(new Ajv2020({ strict: false })).addSchema(schema, "extensions");
    const values = [
      ["x-lifecycle", protocol.lifecycle] as const,
      ...Object.values(protocol.operations).flatMap(({ outcomes, errors }) => [
        ...(outcomes ? [["x-outcomes", outcomes] as const] : []),
        ...(errors ? [["x-errors", errors] as const] : []),
      ]),
    ];
    for (const [name, value] of values) {
      const isValid = ajv.getSchema(`extensions#/$defs/${name}`);
      expect(isValid?.(value), `${name}: ${JSON.stringify(isValid?.errors)}`).toBe(true);
    }
  });
});

it("has at least forty answers of eight protocols", () => {
  expect(protocols).toHaveLength(8);
  expect(protocols.flatMap(([, { answers }]) => answers).length).toBeGreaterThanOrEqual(40);
});
