import { hint } from "./nearest.js";
import { codeOf, firstLine, WrongUse } from "./wrong-use.js";

export interface Arguments {
  /** The names of the flags, without dashes. */
  readonly flags: readonly string[];
  /** Where the flags are listed: "`omni-mock --help` lists the flags." */
  readonly help: string;
  /** What to write instead of a word that belongs to no flag. */
  readonly instead: (word: string) => string;
}

/** What `parseArgs` of Node says of wrong arguments, in words that name the flag and the fix. */
export function explained(error: unknown, told: Arguments): WrongUse {
  const { flags, help, instead } = told;
  const message = firstLine(error);
  const [, given = ""] = /'(.+?)'/.exec(message) ?? [];
  // Node names `-p, --provider <value>` whole.
  const [flag = given] = /--[\w-]+/.exec(given) ?? [];
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return new WrongUse(`${given} is no flag.${hint(given.replace(/^-+/, ""), flags, "--")} ${help}`);
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return new WrongUse(`"${given}" belongs to no flag. ${instead(given)} ${help}`);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      if (message.includes("does not take")) return new WrongUse(`${flag} takes no value; write it alone.`);
      return new WrongUse(`${flag} needs a value; one that begins with a dash is written ${flag}=-1.`);
    default:
      return new WrongUse(`${message}. ${help}`);
  }
}
