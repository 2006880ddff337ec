/** Where the program prints. */
export interface Screen {
  /** How wide it is, in characters. */
  readonly columns: number;
  /** Whether it shows colours. */
  readonly isColourful: boolean;
  out(text: string): void;
  err(text: string): void;
}

const NARROWEST = 40;
const WIDEST = 120;

/**
 * The terminal of this process. A reader that goes away, as in `omni-mock | head`, is no error: the program goes on. Where
 * nobody tells how wide it is, it has 80 columns.
 */
export function processScreen(widest = WIDEST): Screen {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const columns = stdout.isTTY ? stdout.columns : 80;
  const write = (stream: NodeJS.WriteStream) => (text: string) => {
    if (!stream.destroyed) stream.write(text);
  };
  return {
    // Longer lines than that are hard to read, whatever the terminal's width.
    columns: Math.min(Math.max(columns, NARROWEST), widest),
    isColourful: stdout.isTTY && !env.NO_COLOR,
    out: write(stdout),
    err: write(stderr),
  };
}
