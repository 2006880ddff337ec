export { downloadVideo, type Download } from "./download.js";
export type { Downloadable, DownloadableTask, DownloadClient, DownloadOptions, DownloadProgress } from "./settings.js";
