import js from "@eslint/js";
import ts from "typescript-eslint";

export default ts.config(
  {
    ignores: [
      "**/dist/",
      "**/generated/",
      ".turbo/",
      "**/coverage/",
      "docs/build/",
      "docs/site/.vitepress/.temp/",
      "docs/site/.vitepress/cache/",
      "packages/codegen/template/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // Tests may hold JSON of unknown shape against literals.
    files: ["**/test/**/*.ts", "**/test-all/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": "allow-with-description", minimumDescriptionLength: 3 },
      ],
    },
  },
  {
    files: ["docs/site/.vitepress/config.ts", "docs/site/.vitepress/theme/index.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  { files: ["vitest.config.ts"], extends: [ts.configs.disableTypeChecked], rules: { "no-restricted-exports": "off" } },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        URL: "readonly",
        structuredClone: "readonly",
        performance: "readonly",
        fetch: "readonly",
        Headers: "readonly",
        Request: "readonly",
        Response: "readonly",
        AbortSignal: "readonly",
      },
    },
  },
  // Scripts of a page; tsc checks them, names included.
  { files: ["mocks/status/*.js"], rules: { "no-undef": "off" } },
);
