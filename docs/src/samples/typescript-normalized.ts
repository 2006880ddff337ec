import type { Normalized, SampleRequest } from "./sample.js";
import { headOf } from "./text.js";
import { clientLines, textLiteral, valueText } from "./typescript.js";

function lines(client: string, normalized: Normalized): readonly string[] {
  switch (normalized.verb) {
    case "generate":
      return [
        "// Sent once. An error says in `billed` whether it was paid for.",
        `const task = await ${client}.generate(`,
        `  ${valueText(normalized.request, "  ")},`,
        "  {",
        "    // Finds what you paid for, in any process: keep it.",
        '    onTask: ({ handle }) => console.log("task", handle),',
        "    onProgress: ({ status, progress }) => console.error(status, progress),",
        "  },",
        ");",
        'console.log("video", task.video.url);',
      ];
    case "status":
      return [
        "// What `onTask` gave when the task was made.",
        `const task = await ${client}.status(process.env.TASK_HANDLE ?? "");`,
        "console.log(task.status);",
        'if (task.status === "completed") console.log("video", task.videos[0]?.url);',
        "if (task.error) throw new Error(task.error.message ?? task.error.code);",
      ];
    case "upload":
      return [
        `const file = await readFile(${textLiteral(normalized.file.path)});`,
        `const { url } = await ${client}.upload(file);`,
        "console.log(url);",
      ];
    case "balance":
      return [
        `const { amount, unit, isUnlimited } = await ${client}.balance();`,
        'console.log(isUnlimited ? "unlimited" : `${amount} ${unit}`);',
      ];
  }
}

/** TypeScript in the words that all providers share; `undefined` where no verb does what the operation does. */
export function typescriptNormalized(request: SampleRequest, baseURL?: string): string | undefined {
  const { provider, normalized, body } = request;
  if (!normalized) return undefined;
  const { imported, made } = clientLines(provider, provider, "", baseURL);
  return [
    ...headOf(request, `\`npm install @omni-contracts/${provider}\``).map((line) => `// ${line}`),
    ...(body?.kind === "form" ? ['import { readFile } from "node:fs/promises";'] : []),
    ...[imported, "", ...made, "", ...lines(provider, normalized), ""],
  ].join("\n");
}
