import { bad, fair, good, plural, worst, type Criterion, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

function ofLink(facts: Facts): Verdict {
  return facts.links === 0 ? { score: "n/a", words: "no answer of this protocol links to the job" } : verdictOf(facts);
}

/** Videos are on other hosts; to ask there is right. */
function ofVideo({ elsewhere, leaks }: Facts): Verdict {
  if (leaks > 0) return bad(`the key goes along (${plural(leaks, "request")})`);
  return elsewhere === 0 ? { score: "n/a", words: "nothing was fetched" } : good("fetched without the key");
}

function verdictOf({ elsewhere, leaks }: Facts): Verdict {
  if (elsewhere === 0) return good("not followed");
  if (leaks > 0) return bad(`the key goes along (${plural(leaks, "request")})`);
  return fair(`followed without the key (${plural(elsewhere, "request")})`);
}

export const key: Criterion = {
  id: "key",
  title: "Key off-origin",
  asks:
    "An answer leads to another host: the submit redirects with 307, which asks for the same POST there, or the second look with " +
    "302, or the addresses of the job that stand in the answers (`response_url`, `urls.get`) are there; or the video is, by its " +
    "address or by a redirect, and the client downloads it. Good: nothing goes there; a request for the video does, without the " +
    "key. Fair: the request goes there, with the prompt if it is the submit, but without the key. Bad: the key goes there.",
  trials: [
    {
      run: "redirect-submit",
      title: "the submit",
      scenario: {
        faults: (elsewhere) => [
          {
            name: "away",
            on: "submit",
            times: 1,
            answer: { status: 307, headers: { location: `${elsewhere}/in` }, body: "" },
          },
          { name: "looks", task: { reads: 2 } },
        ],
        capMs: 10_000,
        waitMs: 8000,
      },
      judge: verdictOf,
    },
    {
      run: "redirect-read",
      title: "a look",
      scenario: {
        faults: (elsewhere) => [
          {
            ...{ name: "away", on: "read", skip: 1, times: 1 },
            answer: { status: 302, headers: { location: `${elsewhere}/look` }, body: "" },
          },
          { name: "looks", task: { reads: 3 } },
        ],
        capMs: 10_000,
        waitMs: 8000,
      },
      judge: verdictOf,
    },
    {
      run: "link",
      title: "the job's address",
      scenario: {
        faults: () => [{ name: "looks", task: { reads: 2 } }],
        ledAway: "job",
        capMs: 6000,
        waitMs: 4000,
      },
      judge: ofLink,
    },
    {
      run: "link-video",
      title: "the video",
      scenario: {
        faults: (elsewhere) => [
          {
            ...{ name: "away", on: "file" },
            answer: { status: 302, headers: { location: `${elsewhere}/video.mp4` }, body: "" },
          },
          { name: "looks", task: { reads: 2 } },
        ],
        ledAway: "video",
        isDownloaded: true,
      },
      judge: ofVideo,
    },
  ],
  sum: (_, verdicts) => {
    const score = worst(verdicts);
    const words = { good: "the key stays", fair: "followed without the key", bad: "the key goes along", "n/a": "" }[
      score
    ];
    return { score, words };
  },
};
