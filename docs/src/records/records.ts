// Reports that scripts and people keep in docs/: each is a page, where the file is there.
import type { Texts } from "../page.js";

export interface RecordFile {
  /** Below the repository's root. */
  readonly file: string;
  readonly section: "facts" | "project";
  readonly order: number;
  readonly title: Texts;
  readonly description: Texts;
  /** Tables of many columns: over the page's whole width, without the list of headings. */
  readonly isWide?: true;
}

export const RECORDS: readonly RecordFile[] = [
  {
    file: "docs/report-card.md",
    section: "facts",
    order: 50,
    title: { en: "Report card", zh: "成绩单" },
    description: {
      en: "What clients do with a paid job when something goes wrong: ours, the pages' own scripts, and others.",
      zh: "出问题时，各客户端如何对待已付费的任务：我们的客户端、文档里的脚本，以及其他客户端。",
    },
    isWide: true,
  },
  {
    file: "docs/mutation.md",
    section: "facts",
    order: 60,
    title: { en: "Do the tests notice?", zh: "测试能发现错误吗" },
    description: {
      en: "The code was broken on purpose, one change at a time, to see which changes no test notices.",
      zh: "逐处故意改坏代码，看哪些改动没有任何测试发现。",
    },
  },
  {
    file: "ARCHITECTURE.md",
    section: "project",
    order: 10,
    title: { en: "Architecture", zh: "架构" },
    description: {
      en: "How contracts, clients, mocks and docs fit together, and who may import whom.",
      zh: "契约、客户端、模拟服务器和文档如何配合，谁可以引用谁。",
    },
  },
  {
    file: "CONTRIBUTING.md",
    section: "project",
    order: 12,
    title: { en: "Contributing", zh: "参与贡献" },
    description: {
      en: "The steps of every kind of change, and the rules of the house.",
      zh: "各类改动的步骤，以及本仓库的规矩。",
    },
  },
  {
    file: "docs/benchmarks.md",
    section: "project",
    order: 20,
    title: { en: "Benchmarks", zh: "性能测量" },
    description: {
      en: "Measured times and sizes: tests, clients and mocks, each beside its goal.",
      zh: "实测的时间与体积：测试、客户端和模拟服务器，各与目标对照。",
    },
  },
  {
    file: "docs/waiting-curve.md",
    section: "project",
    order: 30,
    title: { en: "Waiting curve", zh: "等待曲线" },
    description: {
      en: "How many status calls a wait takes, against how late it hears of the end.",
      zh: "一次等待要查询多少次状态，又会晚多久才知道任务已经结束。",
    },
  },
  {
    file: "docs/licences.md",
    section: "project",
    order: 40,
    title: { en: "Licences", zh: "许可证" },
    description: {
      en: "What an install of each package brings with it, and under which licence.",
      zh: "安装每个软件包会带来哪些依赖，各是什么许可证。",
    },
  },
];

/** What decisions are called in Chinese; one that is not here keeps its English title. */
export const DECISIONS: Readonly<Record<string, string>> = {
  "0001-toolchain": "工具链与依赖",
  "0002-contract-language": "契约语言",
  "0003-request-schemas": "请求 schema 保持扁平，规则只收窄，客户端以数据携带它们",
  "0004-samples-and-examples": "示例请求由契约生成，演示放在 examples/",
  "0005-lint": "契约的规矩由 lint 执行",
  "0006-mocks": "有状态的模拟服务器，与 Prism 并存",
  "0007-normalized-client": "没有适配器的统一客户端",
  "0008-core-subpaths": "core 的子路径",
  "0009-contract-diff": "破坏性变更的关卡",
  "0010-report-card": "客户端评分表",
  "0011-packages-and-release": "软件包与发布",
  "0012-docs-site": "文档网站",
  "0013-code-samples": "代码示例",
  "0014-mutation": "变异测试与契约覆盖",
};
