import type { Answered, Protocol, Stand } from "./protocol.js";

const WORDS = {
  queued: "queued",
  in_progress: "in_progress",
  completed: "completed",
  failed: "failed",
  cancelled: "failed",
};

const video = ({ id, status, word }: Stand): Answered => ({
  status: 200,
  body: {
    ...{ id, object: "video", status: word ?? WORDS[status], model: "sora-2", created_at: 1, completed_at: null },
    ...{ expires_at: null, progress: status === "completed" ? 100 : 0, prompt: null, remixed_from_video_id: null },
    ...{ seconds: "4", size: "720x1280" },
    error: status === "failed" ? { code: "video_failed", message: "The video failed." } : null,
  },
});

const content = ({ hasVideo }: Stand): Answered =>
  hasVideo
    ? { status: 200, body: new TextEncoder().encode("a video") }
    : { status: 404, body: { error: { message: "There is no video.", type: "invalid_request_error" } } };

/** OpenAI's videos. */
export const openai: Protocol = {
  ends: ["completed", "failed"],
  route(method, path) {
    const [, id = "", rest = ""] = /\/videos\/([\w-]+)(\/\w+)?$/.exec(path) ?? [];
    if (method === "POST" && path.endsWith("/videos")) return { kind: "submit", show: video };
    if (method === "GET" && id !== "" && rest === "") return { kind: "read", id, show: video };
    if (method === "GET" && rest === "/content") return { kind: "file", id, show: content };
    return undefined;
  },
  refusal: (status, message) => ({ error: { message, type: "server_error", param: null, code: String(status) } }),
};
