// The menus of the site, in their order. A section without pages is not shown.
import type { Texts } from "./page.js";

export interface Section {
  readonly id: string;
  readonly title: Texts;
  /** Whether the bar at the top leads to its first page. */
  readonly isInBar: boolean;
}

export const SECTIONS: readonly Section[] = [
  { id: "home", title: { en: "Home", zh: "首页" }, isInBar: false },
  { id: "guide", title: { en: "Guides", zh: "指南" }, isInBar: true },
  { id: "tools", title: { en: "Playground", zh: "试用" }, isInBar: true },
  { id: "reference", title: { en: "Reference", zh: "接口参考" }, isInBar: true },
  { id: "models", title: { en: "Models and prices", zh: "模型与价格" }, isInBar: true },
  { id: "errors", title: { en: "Errors", zh: "错误" }, isInBar: true },
  { id: "facts", title: { en: "Facts", zh: "事实依据" }, isInBar: false },
  { id: "packages", title: { en: "Packages", zh: "软件包" }, isInBar: false },
  { id: "project", title: { en: "Project", zh: "项目" }, isInBar: false },
];
