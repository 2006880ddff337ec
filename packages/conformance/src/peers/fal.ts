import type { Answered, Protocol, Stand } from "./protocol.js";

const HOST = "https://queue.fal.run";

const address = (path: string, id: string): string => {
  const [, app = "acme/video"] = /^\/([^/]+\/[^/]+)/.exec(path) ?? [];
  return `${HOST}/${app}/requests/${id}`;
};

const receipt = (stand: Stand, path: string): Answered => {
  const url = address(path, stand.id);
  const urls = { response_url: url, status_url: `${url}/status`, cancel_url: `${url}/cancel` };
  return { status: 200, body: { status: "IN_QUEUE", request_id: stand.id, queue_position: 0, ...urls } };
};

const WORDS = {
  queued: "IN_QUEUE",
  in_progress: "IN_PROGRESS",
  completed: "COMPLETED",
  failed: "COMPLETED",
  cancelled: "COMPLETED",
};

function status({ id, status: now, word }: Stand, path: string): Answered {
  const said = word ?? WORDS[now];
  const isOver = said === "COMPLETED";
  return {
    status: isOver ? 200 : 202,
    body: { status: said, request_id: id, response_url: address(path, id), logs: null },
  };
}

function result({ id, status: now, hasVideo }: Stand): Answered {
  if (now === "queued" || now === "in_progress")
    return { status: 400, body: { detail: "Request is still in progress" } };
  if (now !== "completed")
    return { status: 422, body: { detail: [{ loc: ["body"], msg: "The video failed.", type: "generation_failed" }] } };
  const video = { url: `https://v3.fal.media/files/${id}.mp4`, content_type: "video/mp4" };
  return { status: 200, body: hasVideo ? { video } : {} };
}

/** fal's queue. A failed request is COMPLETED, and its result answers 422. */
export const fal: Protocol = {
  ends: ["completed", "failed"],
  route(method, path) {
    const [, id = "", rest = ""] = /\/requests\/([\w-]+)(\/\w+)?$/.exec(path) ?? [];
    if (method === "POST" && id === "") return { kind: "submit", show: receipt };
    if (method === "GET" && rest === "/status") return { kind: "read", id, show: status };
    if (method === "GET" && id !== "" && rest === "") return { kind: "read", id, show: result };
    if (method === "PUT" && rest === "/cancel")
      return { kind: "cancel", id, show: () => ({ status: 202, body: { status: "CANCELLATION_REQUESTED" } }) };
    return undefined;
  },
  refusal: (_, message) => ({ detail: message }),
};
