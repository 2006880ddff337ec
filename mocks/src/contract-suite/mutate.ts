import type { Json, JsonObject } from "@omni-contracts/specs";

const URLS = [
  "https://example.com/a.png",
  "http://example.com/b",
  "data:video/mp4;base64,AAAA",
  "ftp://x",
  "not a url",
];
const LISTS: Json[] = [[], [URLS[0] ?? ""], URLS.slice(0, 2), URLS.slice(0, 3), [1], [{ video_url: URLS[0] ?? "" }]];
const VALUES: Json[] = [
  "16:9",
  "9:16",
  "720p",
  "1080p",
  "4k",
  "frame",
  "reference",
  "",
  4,
  6,
  7,
  10,
  11,
  6.5,
  null,
  true,
];
const POOL: Json[] = [...VALUES, ...URLS, ...LISTS, {}, { task: "edit" }, { task: 1 }];
/** Members of any model here, and one that no model has. */
const NAMES =
  "model prompt duration resolution aspect_ratio size image_urls video_urls video_list generation_type metadata client_business_id callback_url extend_from_task_id first_frame_image last_frame_image nonsense".split(
    " ",
  );

/** A body with one to three members replaced, removed or added; most stay near what is allowed. */
export function mutate(body: JsonObject, random: () => number): JsonObject {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const out = { ...body };
  const steps = 1 + Math.floor(random() * 3);
  for (let i = 0; i < steps; i += 1) {
    const name = pick(random() < 0.5 ? Object.keys(out) : NAMES) ?? "prompt";
    if (random() < 0.3) Reflect.deleteProperty(out, name);
    else out[name] = pick(POOL) ?? null;
  }
  return out;
}
