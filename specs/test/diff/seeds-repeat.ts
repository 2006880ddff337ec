// What is tried again: refused requests, and deliveries of events.
import type { Seed } from "./seed.js";

const LIMITED = "paths /v1/videos/generations post x-outcomes 6 resend";
const EVENT = "x-lifecycle webhooks taskFinished delivery";

export const repeatSeeds: readonly Seed[] = [
  {
    provider: "toapis",
    what: "a refusal is waited out for less",
    level: "major",
    says: (was) => `is followed by other delays: 0.1 s now; it was ${was.list(`${LIMITED} else`).join(", ")} s.`,
    change: (c) => {
      c.set(`${LIMITED} else`, [0.1]);
    },
  },
  {
    provider: "toapis",
    what: "a refusal is waited out as often, but not as long",
    level: "major",
    says: "is followed by other delays: 0.1, 0.1, 0.1 s now",
    change: (c) => {
      c.set(`${LIMITED} else`, [0.1, 0.1, 0.1]);
    },
  },
  {
    provider: "toapis",
    what: "the header with the delay is no longer read",
    level: "major",
    says: "no longer tells in `Retry-After` when to send the request again.",
    change: (c) => {
      c.delete(`${LIMITED} after`);
    },
  },
  {
    provider: "toapis",
    what: "the delay stands in another header",
    level: "major",
    says: "tells in `X-Wait` when to send the request again now; it was `Retry-After`.",
    change: (c) => {
      c.set(`${LIMITED} after`, "X-Wait");
    },
  },
  {
    provider: "atlascloud",
    what: "a refusal says when it may be sent again",
    level: "minor",
    says: "tells in `Retry-After` when to send the request again.",
    change: (c) => {
      c.set("paths /api/v1/model/generateVideo post x-outcomes 12 resend after", "Retry-After");
    },
  },
  {
    provider: "toapis",
    what: "a refusal is waited out for longer",
    level: "minor",
    says: (was) => `is followed by other delays: ${was.list(`${LIMITED} else`).join(", ")}, 8 s now`,
    change: (c) => {
      c.list(`${LIMITED} else`).push(8);
    },
  },
  {
    provider: "toapis",
    what: "a rule for 429 that says what goes without saying is gone",
    level: "none",
    says: "",
    change: (c) => {
      c.delete("paths /v1/videos/generations post x-outcomes 6");
    },
  },
  {
    provider: "apimart",
    what: "an event is sent once",
    level: "major",
    says: "`taskFinished` is no longer sent again when a delivery fails.",
    change: (c) => {
      c.delete(`${EVENT} repeat`);
    },
  },
  {
    provider: "apimart",
    what: "an event is sent again for a shorter time",
    level: "major",
    says: "`taskFinished` is sent again after 10 s now; it was",
    change: (c) => {
      c.set(`${EVENT} repeat after`, [10]);
    },
  },
  {
    provider: "toapis",
    what: "an event is no longer sent again after some answers",
    level: "major",
    says: "`taskFinished` is no longer sent again after 4XX.",
    change: (c) => {
      c.set(`${EVENT} repeat http`, ["5XX"]);
    },
  },
  {
    provider: "apimart",
    what: "a receiver has less time",
    level: "major",
    says: (was) => `A receiver of \`taskFinished\` has 1 s to answer now; it was ${was.text(`${EVENT} timeout`)} s.`,
    change: (c) => {
      c.set(`${EVENT} timeout`, 1);
    },
  },
  {
    provider: "apimart",
    what: "a receiver has more time, and an event is sent again for longer",
    level: "minor",
    says: "A receiver of `taskFinished` has 60 s to answer now; it was",
    change: (c) => {
      c.set(`${EVENT} timeout`, 60);
      c.list(`${EVENT} repeat after`).push(3600);
      c.set(`${EVENT} repeat http`, ["4XX", "5XX"]);
    },
  },
  {
    provider: "atlascloud",
    what: "an event is sent again",
    level: "minor",
    says: "`taskFinished` is sent again now when a delivery fails.",
    change: (c) => {
      c.set(EVENT, { repeat: { after: [10] } });
    },
  },
];
