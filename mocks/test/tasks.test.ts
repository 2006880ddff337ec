import { describe, expect, it } from "vitest";
import { createCrowds } from "../src/engine/crowds.js";
import { idMinter } from "../src/engine/mint.js";
import { randomFrom } from "../src/engine/random.js";
import { createTaskStore, standOf, type Task } from "../src/engine/tasks.js";
import { nearestClip } from "../src/media/clips.js";
import { START } from "./mocking.js";

const taskOf = (id: string, reference?: string): Task => ({
  ...{ provider: "p", namespace: "", submit: "create", handle: { id, reference }, model: "m", price: undefined },
  ...{ createdAt: START, runSeconds: 60, clip: nearestClip({}), life: {}, faults: [], isTold: true, reads: 0 },
});

describe("a task that goes back to its beginning", () => {
  it.each([
    [29_999, "in_progress"],
    [30_000, "queued"],
    [41_999, "queued"],
    [42_000, "in_progress"],
    [60_000, "completed"],
  ])("is, %s ms after its submit, %s", (after, status) => {
    const task = { ...taskOf("a"), life: { back: true } as const };
    expect(standOf(task, START + after).status).toBe(status);
  });
});

describe("the tasks of a mock", () => {
  it("answer to a reference that was used twice with the newest, also when the older one is forgotten", () => {
    const tasks = createTaskStore(2);
    const [older, newer] = [taskOf("a", "order-7"), taskOf("b", "order-7")];
    tasks.add(older);
    tasks.add(newer);
    expect(tasks.find("p", "", "order-7")).toBe(newer);
    tasks.add(taskOf("c"));
    expect(tasks.find("p", "", "a")).toBeUndefined();
    expect(tasks.find("p", "", "order-7")).toBe(newer);
  });

  it("get ids that are not taken, even where chance repeats itself", () => {
    const taken = new Set<string>();
    const example = { id: "video_AB12" };
    const mint = idMinter(example, "$.id");
    for (let i = 0; i < 20; i += 1) {
      const copy = { ...example };
      mint?.(
        copy,
        () => 0.5,
        (id) => taken.has(id),
      );
      expect(copy.id).toMatch(/^video_[A-Z]{2}\d{2}$/);
      taken.add(copy.id);
    }
    expect(taken.size).toBe(20);
  });
});

describe("items in groups", () => {
  it("give way as in a plain list: the oldest of the largest group", () => {
    const random = randomFrom(7);
    const crowds = createCrowds<number>();
    const plain = new Map<string, number[]>();
    for (let i = 0; i < 2_000; i += 1) {
      const group = `g${Math.floor(random() ** 3 * 40)}`;
      const chance = random();
      if (chance < 0.6) {
        crowds.add(group, i);
        plain.set(group, [...(plain.get(group) ?? []), i]);
      } else if (chance < 0.995) {
        const most = Math.max(0, ...[...plain.values()].map(({ length }) => length));
        const oldest = [...plain.values()].filter(({ length }) => length === most).map(([first]) => first);
        const gone = crowds.shiftLargest();
        expect(oldest.length === 0 ? [undefined] : oldest).toContain(gone);
        for (const [name, items] of plain) if (items[0] === gone) plain.set(name, items.slice(1));
      } else {
        expect(crowds.clear(group)).toEqual(plain.get(group) ?? []);
        plain.delete(group);
      }
      expect(crowds.of(group)).toEqual(plain.get(group) ?? []);
      expect(crowds.size()).toBe([...plain.values()].reduce((sum, { length }) => sum + length, 0));
    }
  });
});
