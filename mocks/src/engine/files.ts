import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Occasion } from "../faults/active.js";
import { insteadOf, struckBy } from "../faults/strike.js";
import { troubleOf } from "../faults/trouble.js";
import type { MockAnswer, MockRequest } from "../transport/http.js";
import type { Space } from "./space.js";
import { standOf, type TaskStore } from "./tasks.js";

const CLIP = fileURLToPath(new URL("../../media/clip.mp4", import.meta.url));

/** A task makes one video. */
const PATH = /^\/__files\/([^/]+)\/1\.mp4$/;

const text = (status: number, body: string): MockAnswer => ({
  status,
  headers: { "content-type": "text/plain" },
  body,
});

/** The results of a provider's tasks, for as long as the contract keeps them; `undefined` for any other path. */
export function createFiles(
  provider: string,
  tasks: TaskStore,
  lifetime: number,
): (request: MockRequest, space: Space) => MockAnswer | undefined {
  let clip: Uint8Array | undefined;

  function kept(isKept: boolean): MockAnswer {
    if (!isKept) return text(404, "The file is not kept any longer.\n");
    clip ??= readFileSync(CLIP);
    return { status: 200, headers: { "content-type": "video/mp4" }, body: clip };
  }

  return ({ path, method }, space) => {
    const [isFile, id = ""] = PATH.exec(path) ?? [];
    if (!isFile) return undefined;
    if (method !== "GET" && method !== "HEAD")
      return { ...text(405, "Method Not Allowed\n"), headers: { allow: "GET, HEAD" } };
    const now = space.clock.now();
    const task = tasks.find(provider, space.name, decodeURIComponent(id));
    const status = task && standOf(task, now).status;
    if (!task || status !== "completed") return text(404, "There is no such file.\n");
    const age = (now - task.createdAt) / 1000;
    const occasion: Occasion = {
      ...{ kind: "file", operationId: "", now: space.clock.clients(), key: "", request: path },
      task: { status, age },
    };
    const { instead, after, onTheWay } = troubleOf([...task.faults, ...space.standingFor(provider)], occasion);
    const given = instead ? insteadOf(instead.fault, () => undefined) : kept(age <= task.runSeconds + lifetime);
    const faults = [...(instead ? [instead] : after), ...onTheWay];
    return faults.reduce((one, active) => struckBy(one, active, occasion.now), given);
  };
}
