// What the frame around pages says, in both languages.
import type { DefaultTheme } from "vitepress";
import type { Language } from "../../src/page.js";

interface Words {
  readonly description: string;
  readonly theme: DefaultTheme.Config;
  readonly search: DefaultTheme.LocalSearchOptions["translations"];
}

export const WORDS: Record<Language, Words> = {
  en: {
    description: "Contracts, typed clients and mock servers for the APIs that reach Google's Gemini Omni video model.",
    theme: { outline: { label: "On this page", level: [2, 3] } },
    search: {},
  },
  zh: {
    description: "面向 Google Gemini Omni 视频模型各接口的契约、类型化客户端与模拟服务器。",
    theme: {
      outline: { label: "本页内容", level: [2, 3] },
      docFooter: { prev: "上一页", next: "下一页" },
      returnToTopLabel: "回到顶部",
      sidebarMenuLabel: "菜单",
      darkModeSwitchLabel: "外观",
      lightModeSwitchTitle: "切换到浅色",
      darkModeSwitchTitle: "切换到深色",
      langMenuLabel: "切换语言",
      skipToContentLabel: "跳到正文",
      notFound: { title: "没有这个页面", quote: "地址可能写错了。", linkText: "回到首页", linkLabel: "回到首页" },
    },
    search: {
      button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
      modal: {
        displayDetails: "显示详情",
        resetButtonTitle: "清除",
        backButtonTitle: "关闭",
        noResultsText: "没有找到：",
        footer: {
          selectText: "选择",
          selectKeyAriaLabel: "回车",
          navigateText: "移动",
          navigateUpKeyAriaLabel: "向上",
          navigateDownKeyAriaLabel: "向下",
          closeText: "关闭",
          closeKeyAriaLabel: "Esc",
        },
      },
    },
  },
};
