export { saveVideo, type SavedVideo, type SaveOptions } from "./save-video.js";
