import { WrongUse } from "../terminal/wrong-use.js";

/** Reads a file that somebody wrote. @throws WrongUse that names it, when it holds something else */
export function readYaml<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new WrongUse(`${file} cannot be read: ${reason}`);
  }
}
