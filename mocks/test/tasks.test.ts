import { describe, expect, it } from "vitest";
import { mintId } from "../src/engine/places.js";
import { createTaskStore, type Task } from "../src/engine/tasks.js";
import { nearestClip } from "../src/media/clips.js";
import { START } from "./mocking.js";

const taskOf = (id: string, reference?: string): Task => ({
  ...{ provider: "p", namespace: "", submit: "create", handle: { id, reference }, model: "m", price: undefined },
  ...{ createdAt: START, runSeconds: 60, clip: nearestClip({}), life: {}, faults: [], isTold: true, reads: 0 },
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
    for (let i = 0; i < 20; i += 1) {
      const minted = mintId(
        { id: "video_AB12" },
        "$.id",
        () => 0.5,
        (id) => taken.has(id),
      );
      expect(minted?.id).toMatch(/^video_[A-Z]{2}\d{2}$/);
      taken.add(minted?.id ?? "");
    }
    expect(taken.size).toBe(20);
  });
});
