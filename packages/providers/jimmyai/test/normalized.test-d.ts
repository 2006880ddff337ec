// What must not compile in normalized words. `tsc` fails when a line under @ts-expect-error compiles.
import { createJimmyai } from "../src/index.js";

const client = createJimmyai();
const prompt = "a lighthouse";

client.check({ model: "Gemini-Omini", prompt, duration: 8 });
// @ts-expect-error 4, 6, 8 or 10 s
client.check({ model: "Gemini-Omini", prompt, duration: 5 });
// @ts-expect-error the model ignores durations
client.check({ model: "omni-10s", prompt, duration: 10 });
// @ts-expect-error the model ignores resolutions
client.check({ model: "omni-10s", prompt, resolution: "4k" });
// @ts-expect-error no seed
client.check({ model: "Gemini-Omini", prompt, seed: 1 });
// @ts-expect-error the prompt is missing
client.check({ model: "omni-10s" });
// @ts-expect-error of another provider
client.check({ model: "omni-10s", prompt, providerOptions: { apimart: {} } });
