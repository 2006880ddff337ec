import type { Answered, Protocol, Stand } from "./protocol.js";

const WORDS = {
  queued: "starting",
  in_progress: "processing",
  completed: "succeeded",
  failed: "failed",
  cancelled: "canceled",
};

const prediction =
  (code: number) =>
  ({ id, status, word, hasVideo }: Stand): Answered => ({
    status: code,
    body: {
      ...{ id, status: word ?? WORDS[status], model: "acme/video", input: {}, logs: "", metrics: {} },
      output: hasVideo ? `https://replicate.delivery/${id}.mp4` : null,
      error: status === "failed" ? "The video failed." : null,
      urls: { get: `/v1/predictions/${id}`, cancel: `/v1/predictions/${id}/cancel` },
    },
  });

/** Replicate's predictions. `Prefer: wait` is answered at once, as when the time for it is over. */
export const replicate: Protocol = {
  ends: ["completed", "failed", "cancelled"],
  route(method, path) {
    const [, id = "", rest = ""] = /\/predictions\/([\w-]+)(\/\w+)?$/.exec(path) ?? [];
    if (method === "POST" && id === "" && path.endsWith("/predictions"))
      return { kind: "submit", show: prediction(201) };
    if (method === "GET" && id !== "" && rest === "") return { kind: "read", id, show: prediction(200) };
    if (method === "POST" && rest === "/cancel") return { kind: "cancel", id, show: prediction(200) };
    return undefined;
  },
  refusal: (status, detail) => ({ title: "Error", detail, status }),
};
