// What must not compile in normalized words. `tsc` fails when a line under @ts-expect-error compiles.
import { createToapis } from "../src/index.js";

const client = createToapis();
const prompt = "a lighthouse";

client.check({ model: "gemini_omni", prompt, duration: 6, clientReference: "mine" });
// @ts-expect-error 6 or 10 s
client.check({ model: "gemini_omni", prompt, duration: 4 });
// @ts-expect-error 720p only
client.check({ model: "gemini_omni", prompt, resolution: "1080p" });
// @ts-expect-error the model takes no images
client.check({ model: "gemini_omni", prompt, inputReferences: ["https://example.com/a"] });
// @ts-expect-error the prompt is missing
client.check({ model: "gemini_omni" });
// @ts-expect-error of another provider
client.check({ model: "gemini_omni", prompt, providerOptions: { apimart: {} } });
// @ts-expect-error a setting stands for it
client.check({ model: "gemini_omni", prompt, providerOptions: { toapis: { client_business_id: "a" } } });

declare const isPlain: boolean;
const model = isPlain ? client.model("gemini_omni") : client.model("gemini_omni_flash");
void model.generate({ prompt, duration: 6 });
// @ts-expect-error 4 s is the other model's
void model.generate({ prompt, duration: 4 });
