import { describe, expect, it } from "vitest";
import { edited, unifiedDiff } from "../src/record/unified-diff.js";

const TEXT = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`).join("");
const edit = (line: number, from: string, to: string) => {
  const start = TEXT.indexOf(`line ${line}\n`) + `line ${line}\n`.indexOf(from);
  return { file: "a", start, end: start + from.length, text: to };
};

describe("a diff", () => {
  it("has near changes in one hunk and far ones in another, each counted from where it is by then", () => {
    const edits = [edit(25, "line 25", "LINE 25"), edit(3, "\n", "\nnew\nlines\n"), edit(5, "line", "Line")];
    expect(unifiedDiff("dir/a.yaml", TEXT, edits)).toBe(`--- a/dir/a.yaml
+++ b/dir/a.yaml
@@ -1,8 +1,10 @@
 line 1
 line 2
 line 3
+new
+lines
 line 4
-line 5
+Line 5
 line 6
 line 7
 line 8
@@ -22,7 +24,7 @@
 line 22
 line 23
 line 24
-line 25
+LINE 25
 line 26
 line 27
 line 28
`);
    expect(edited(TEXT, edits)).toMatch(/^line 1\nline 2\nline 3\nnew\nlines\nline 4\nLine 5\n[^]*LINE 25\n/);
  });

  it("of nothing is empty", () => {
    expect(unifiedDiff("a", TEXT, [])).toBe("");
  });
});
