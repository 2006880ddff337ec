// What callers read: bodies, statuses, headers, examples, events.
import type { Seed } from "./seed.js";

const S = "components schemas";

export const answerSeeds: readonly Seed[] = [
  {
    provider: "toapis",
    what: "a member that was always there is gone",
    level: "major",
    says: "`created_at` of “Queued” in the 200 answer of getVideoGeneration and “Queued” in the 200 answer of getVideo is gone.",
    change: (c) => {
      for (const name of ["VideoQueued", "VideoInProgress", "VideoCompleted", "VideoFailed"]) {
        c.delete(`${S} ${name} properties created_at`);
        c.drop(`${S} ${name} required`, "created_at");
      }
    },
  },
  {
    provider: "toapis",
    what: "a member may be missing",
    level: "major",
    says: "`result` of “Completed” in the 200 answer of getVideoGeneration",
    change: (c) => {
      c.drop(`${S} VideoCompleted required`, "result");
    },
  },
  {
    provider: "toapis",
    what: "a member of an answer has another type",
    level: "major",
    says: "is a string now; it was an integer.",
    change: (c) => {
      c.set(`${S} CreatedAt type`, "string");
    },
  },
  {
    provider: "toapis",
    what: "a member of an answer may be null",
    level: "major",
    says: "is a string or null now; it was a string.",
    change: (c) => {
      c.set(`${S} VideoResult properties data items properties url type`, ["string", "null"]);
    },
  },
  {
    provider: "apimart",
    what: "an answer may be larger than was said",
    level: "major",
    says: (was) => `now; it was ${was.text(`${S} Progress maximum`)}.`,
    change: (c) => {
      c.set(`${S} Progress maximum`, 1000);
    },
  },
  {
    provider: "toapis",
    what: "an error is no longer documented",
    level: "major",
    says: "`createVideoGeneration` no longer documents the answer 402.",
    change: (c) => {
      c.delete("paths /v1/videos/generations post responses 402");
    },
  },
  {
    provider: "toapis",
    what: "Retry-After is gone",
    level: "major",
    says: "The header `Retry-After` of the 429 answer of createVideoGeneration",
    change: (c) => {
      c.delete("components responses TaskTooManyRequests headers Retry-After");
    },
  },
  {
    provider: "atlascloud",
    what: "an answer is of another media type",
    level: "major",
    says: "The 200 answer of listModels is no longer application/json.",
    change: (c) => {
      const way = "paths /api/v1/models get responses 200 content";
      c.set(`${way} text/csv`, c.get(`${way} application/json`));
      c.delete(`${way} application/json`);
    },
  },
  {
    provider: "atlascloud",
    what: "an event is gone",
    level: "major",
    says: "The event `receiveTaskEvent` (POST taskFinished) is gone.",
    change: (c) => {
      c.delete("webhooks taskFinished");
    },
  },
  {
    provider: "atlascloud",
    what: "an event is signed otherwise",
    level: "major",
    says: "The signature of receiveTaskEvent is made or sent in another way.",
    change: (c) => {
      c.set("webhooks taskFinished post x-signature encoding", "hex");
    },
  },
  {
    provider: "toapis",
    what: "a word more in an answer",
    level: "minor",
    says: "`status` of “Queued” in the 200 answer of getVideoGeneration and “Queued” in the 200 answer of getVideo may also be waiting.",
    change: (c) => {
      c.list(`${S} VideoQueued properties status enum`).push("waiting");
      c.list("x-lifecycle states queued").push("waiting");
    },
  },
  {
    provider: "toapis",
    what: "an answer has a further form, with a word of its own",
    level: "minor",
    says: "may also have the form “Cancelled”",
    change: (c) => {
      c.set(`${S} VideoCancelled`, {
        ...c.object(`${S} VideoQueued`),
        title: "Cancelled",
        properties: { ...c.object(`${S} VideoQueued properties`), status: { type: "string", enum: ["cancelled"] } },
      });
      c.list(`${S} VideoTask anyOf`).push({ $ref: "#/components/schemas/VideoCancelled" });
    },
  },
  {
    provider: "jimmyai",
    what: "a member of an answer is new",
    level: "minor",
    says: "`coins_left` of “Balance of the account” in the 200 answer of getUserBalance is new.",
    change: (c) => {
      c.set(`${S} UserBalance properties coins_left`, { type: "number" });
    },
  },
  {
    provider: "toapis",
    what: "an error more is documented",
    level: "minor",
    says: "`createVideoGeneration` documents the answer 403 now.",
    change: (c) => {
      c.set(
        "paths /v1/videos/generations post responses 403",
        c.get("paths /v1/videos/generations post responses 401"),
      );
    },
  },
  {
    provider: "toapis",
    what: "an example is gone",
    level: "minor",
    says: "The example `rate-limit-exceeded`",
    change: (c) => {
      c.delete("components responses TaskTooManyRequests content application/json examples rate-limit-exceeded");
    },
  },
];
