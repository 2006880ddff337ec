import { expect, it } from "vitest";
import { progressLine, table } from "../src/screen.js";

const row = {
  provider: "acme",
  title: "text",
  model: "m-1",
  task: "t-1",
  states: ["queued", "done"],
  url: "https://a.io/v",
};

it("prints a table where it fits", () => {
  expect(table([row], 80)).toBe(
    [
      "provider  request  model  task  states seen    video",
      "────────  ───────  ─────  ────  ─────────────  ──────────────",
      "acme      text     m-1    t-1   queued → done  https://a.io/v",
    ].join("\n"),
  );
});

it("prints three lines a row where it does not", () => {
  expect(table([row], 60)).toBe("acme: text (m-1)\n  t-1  queued → done\n  https://a.io/v");
});

it("shows progress in place on a terminal, and a line for each new state anywhere else", () => {
  const looks = [
    { status: "queued", rawStatus: "waiting", progress: 0, videos: [], raw: {} },
    { status: "in_progress", rawStatus: "working", progress: 50, videos: [], raw: {} },
    { status: "in_progress", rawStatus: "working", progress: 75, videos: [], raw: {} },
    { status: "completed", rawStatus: "done", videos: [], raw: {} },
  ] as const;
  const show = (isTTY: boolean): string => {
    let text = "";
    const line = progressLine({ isTTY, write: (more) => (text += more) }, "acme");
    for (const look of looks) line(look);
    return text;
  };
  expect(show(false)).toBe("acme  waiting\nacme  working\nacme  done\n");
  expect(show(true).split("\r").slice(1)).toEqual([
    "acme  ░░░░░░░░░░░░░░░░░░░░  waiting     ",
    "acme  ██████████░░░░░░░░░░  working     ",
    "acme  ███████████████░░░░░  working     ",
    "acme  ████████████████████  done        \n",
  ]);
});

it("writes no progress line that a narrow terminal would wrap", () => {
  const written: string[] = [];
  const show = progressLine({ isTTY: true, columns: 40, write: (text) => written.push(text) }, "toapis  text to video");
  show({ status: "in_progress", progress: 50, videos: [], raw: undefined });
  expect(written).toEqual(["\rtoapis  text to video  ██████████░░░░░░"]);
});
