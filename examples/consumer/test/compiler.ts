import { fileURLToPath } from "node:url";
import ts from "typescript";

const folder = fileURLToPath(new URL("../", import.meta.url));
const file = `${folder}test/in-memory.ts`;
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${folder}tsconfig.json`, (path) => ts.sys.readFile(path)).config,
  ts.sys,
  folder,
);

/** The text of the one file that stands on no disk. What it imports is read once. */
const edited = { text: "", version: 0 };
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(edited.version) : "1"),
  getScriptSnapshot: (name) => {
    const content = name === file ? edited.text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
  directoryExists: (name) => ts.sys.directoryExists(name),
});

/** TypeScript's editor service for this text. */
function serviceFor(text: string): ts.LanguageService {
  edited.text = text;
  edited.version += 1;
  return service;
}

/** What the compiler says of each line, from 0; nothing of lines that compile. */
export function messagesOf(text: string): ReadonlyMap<number, string> {
  const editor = serviceFor(text);
  const lineOf = (start = 0) => text.slice(0, start).split("\n").length - 1;
  const found = new Map<number, string>();
  for (const { start, messageText } of [
    ...editor.getSyntacticDiagnostics(file),
    ...editor.getSemanticDiagnostics(file),
  ]) {
    const [line, message] = [lineOf(start), ts.flattenDiagnosticMessageText(messageText, "\n")];
    // What it underlines is a part of the message: the name of a member.
    const [name = ""] = /^\w+(?=:)/.exec(text.slice(start)) ?? [];
    found.set(line, [found.get(line), name, message].filter(Boolean).join("\n"));
  }
  return found;
}

/** What an editor offers where `|` stands. */
export function completionsAt(text: string): string[] {
  const at = text.indexOf("|");
  const editor = serviceFor(text.replace("|", ""));
  return (editor.getCompletionsAtPosition(file, at, undefined)?.entries ?? []).map(({ name }) => name);
}

/** What an editor tells of the word after `|`: its type and its comment. */
export function hoverAt(text: string): string {
  const at = text.indexOf("|");
  const info = serviceFor(text.replace("|", "")).getQuickInfoAtPosition(file, at);
  return [...(info?.displayParts ?? []), ...(info?.documentation ?? [])].map((part) => part.text).join("");
}
