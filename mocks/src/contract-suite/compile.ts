import { fileURLToPath } from "node:url";
import ts from "typescript";

/**
 * The lines of a text, from 1, in which TypeScript finds an error, as if it were a file of the project in `folder`.
 * Nothing is written.
 */
export function linesInError(folder: URL, text: string): ReadonlySet<number> {
  const file = fileURLToPath(new URL("test/in-memory.ts", folder));
  const config = ts.getParsedCommandLineOfConfigFile(
    fileURLToPath(new URL("tsconfig.json", folder)),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
      },
    },
  );
  const options = config?.options ?? {};
  const host = ts.createCompilerHost(options);
  const onDisk = { getSourceFile: host.getSourceFile.bind(host), fileExists: host.fileExists.bind(host) };
  host.fileExists = (name) => name === file || onDisk.fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, text, version) : onDisk.getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const diagnostics = source ? program.getSemanticDiagnostics(source) : [];
  return new Set(diagnostics.map(({ start = 0 }) => (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1));
}
