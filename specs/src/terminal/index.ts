export { explained, type Arguments } from "./arguments.js";
export { hint, nearest } from "./nearest.js";
export { createPaint, type Paint } from "./paint.js";
export { processScreen, type Screen } from "./screen.js";
export { wrap } from "./wrap.js";
export { codeOf, firstLine, reasonOf, WrongUse } from "./wrong-use.js";
