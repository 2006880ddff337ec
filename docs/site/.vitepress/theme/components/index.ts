// Components that pages of content use.
import type { App } from "vue";
import { ModelMatrix } from "./model-matrix.js";
import "./content.css";
import "./errors.css";
import "./cards.css";

export function registerContent(app: App): void {
  app.component("ModelMatrix", ModelMatrix);
}
