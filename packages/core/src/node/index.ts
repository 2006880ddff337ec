export type { JournalFile, JournalFiles } from "./durable.js";
export { fileJournal, type FileJournal, type FileJournalOptions } from "./file-journal.js";
export type { AcceptedIntent, RecoveredIntent, RefusedIntent, UnknownIntent, UnreadableIntent } from "./recover.js";
export { saveVideo, type SavedVideo, type SaveOptions } from "./save-video.js";
