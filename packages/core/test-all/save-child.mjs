// Saves a video, and tells how much memory that took: in a process of its own, which can be measured, and killed.
import { saveVideo } from "@omni-contracts/core/node";

const [, , url, path] = process.argv;
globalThis.gc?.();
const before = process.memoryUsage().rss;
let most = 0;
let told = 0;
const onProgress = ({ bytes }) => {
  most = Math.max(most, process.memoryUsage().rss);
  if (bytes < told + 1024 ** 2) return;
  told = bytes;
  process.send({ bytes });
};
const { sha256, bytes } = await saveVideo({ url }, path, { allowPrivateHosts: true, onProgress });
process.send({ sha256, bytes, grown: most - before });
process.disconnect();
