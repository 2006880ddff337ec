// Compiles a package in this process, again and again: only what changed is checked and written.
import ts from "typescript";

/** Checks and writes a project. @returns the errors */
export function createCompiler(config) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
    },
  };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  const files = ts.createIncrementalCompilerHost({ ...options, incremental: true });
  let last;
  return () => {
    const program = ts.createEmitAndSemanticDiagnosticsBuilderProgram(fileNames, options, files, last);
    const errors = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
    if (errors.length === 0) program.emit();
    last = program;
    return errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  };
}
