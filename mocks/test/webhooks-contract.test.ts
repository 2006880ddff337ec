// Webhooks of a contract that signs, names and shows otherwise than the providers do.
import { createHmac } from "node:crypto";
import { objectAt, readDocument, type JsonObject } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { benchOf } from "./mocking.js";
import { ASKS, createReceiver, submitFor } from "./webhook-receiver.js";

describe("another contract", () => {
  // Acme signs in base64 over milliseconds, says nothing of repeats, and tells when a task begins to run.
  const acme = structuredClone(readDocument("toapis"));
  const hook = objectAt(objectAt(objectAt(acme.root.webhooks).taskFinished).post);
  hook["x-signature"] = {
    ...{ algorithm: "hmac-sha256", key: "secret", header: "Acme-Signature", encoding: "base64" },
    ...{ signed: "{body}|{header:acme-time}", timestamp: { header: "Acme-Time", format: "unix-milliseconds" } },
  };
  hook.parameters = [];
  const { webhooks, representations } = objectAt(acme.root["x-lifecycle"]);
  objectAt(webhooks).taskFinished = { as: "event" };
  objectAt(objectAt(representations).event).states = {
    in_progress: ["RUNNING"],
    completed: ["SUCCESS"],
    failed: ["FAILURE"],
  };
  const media = objectAt(objectAt(objectAt(hook.requestBody).content)["application/json"]);
  const { examples } = media;
  media.schema = { type: "object", required: ["data"] };
  objectAt(examples).running = { value: { data: { task_id: "x", status: "RUNNING", progress: "5" } } };

  it("is sent as it says", async () => {
    const { received, webhook } = createReceiver(500);
    const bench = benchOf(acme, { webhook });
    await submitFor("toapis", bench);
    bench.mock.advance(40);
    await bench.mock.settled();
    bench.mock.advance(140);
    await bench.mock.settled();
    bench.mock.advance(1e6);
    await bench.mock.settled();
    expect(received.map(({ body }) => [body.data.status, body.data.progress])).toEqual([
      ["RUNNING", "22"],
      ["SUCCESS", "100%"],
    ]);
    for (const { headers, text } of received) {
      expect(headers["acme-time"]).toMatch(/^\d{13}$/);
      const right = createHmac("sha256", "omni-mock-webhook-secret-32bytes").update(`${text}|${headers["acme-time"]}`);
      expect(headers["acme-signature"]).toBe(right.digest("base64"));
    }
  });

  describe("whose events are not as it says", () => {
    it.each<[string, (post: JsonObject) => void, string]>([
      [
        "in the body",
        ({ requestBody }) => {
          const { content } = objectAt(requestBody);
          objectAt(objectAt(content)["application/json"]).schema = { required: ["signed_off_by"] };
        },
        "the body must have required property 'signed_off_by'",
      ],
      [
        "in a header",
        (operation) => {
          const schema = { type: "integer", maximum: 5 };
          operation.parameters = [{ in: "header", name: "X-ToAPIs-Webhook-Timestamp", required: true, schema }];
        },
        "the header x-toapis-webhook-timestamp is wrong",
      ],
    ])("%s sends none with `validate`, and says why", async (_, change, problem) => {
      const changed = structuredClone(readDocument("toapis"));
      change(objectAt(objectAt(objectAt(changed.root.webhooks).taskFinished).post));
      for (const validate of [true, false]) {
        const { received, webhook } = createReceiver(200);
        const bench = benchOf(changed, { webhook, validate });
        await submitFor("toapis", bench);
        bench.mock.advance(ASKS.toapis.seconds);
        await bench.mock.settled();
        expect(received).toHaveLength(validate ? 0 : 1);
        const refused = { outcome: "refused", problem: `off contract: ${problem}` };
        expect(bench.mock.webhooks()).toMatchObject([validate ? refused : { outcome: "taken" }]);
      }
    });
  });
});
