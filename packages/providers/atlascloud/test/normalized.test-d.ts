// What must not compile in normalized words. `tsc` fails when a line under @ts-expect-error compiles.
import { createAtlascloud } from "../src/index.js";

const client = createAtlascloud();
const prompt = "a lighthouse";
const link = "https://example.com/a";

client.check({ model: "google/gemini-omni-flash/video-edit", prompt, video: link, seed: 1 });
// @ts-expect-error a video to edit is missing
client.check({ model: "google/gemini-omni-flash/video-edit", prompt });
// @ts-expect-error an edit has no duration of its own
client.check({ model: "google/gemini-omni-flash/video-edit", prompt, video: link, duration: 5 });
// @ts-expect-error a frame is missing
client.check({ model: "google/gemini-omni-1.1-flash/image-to-video", prompt });
// @ts-expect-error 720p only
client.check({ model: "google/gemini-omni-flash/text-to-video", prompt, resolution: "1080p" });
// @ts-expect-error no aspect ratio
client.check({ model: "google/gemini-omni-1.2-flash/text-to-video", prompt, aspectRatio: "16:9" });
// @ts-expect-error of another provider
client.check({ model: "google/gemini-omni-flash/text-to-video", prompt, providerOptions: { apimart: {} } });
