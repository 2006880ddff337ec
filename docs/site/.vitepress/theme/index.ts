// Our look on VitePress' own theme, with the machine's fonts.
import { inBrowser, type Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent, h } from "vue";
import { registerContent } from "./components/index.js";
import { markOf } from "./components/mark.js";
import { mendSearch } from "./mend-search.js";
import "./tokens.css";
import "./style.css";

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "nav-bar-title-before": markOf }),
  enhanceApp({ app }) {
    // Components that pages use are registered here: `app.component("Name", Component)`.
    app.component(
      "Playground",
      defineAsyncComponent(() => import("./playground/Playground.vue")),
    );
    registerContent(app);
    if (inBrowser) mendSearch();
  },
};

export default theme;
