const CODES = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;

/** Puts text into a colour, or leaves it as it is. */
export type Paint = (colour: keyof typeof CODES, text: string) => string;

export const createPaint =
  (isColourful: boolean): Paint =>
  (colour, text) =>
    isColourful && text !== "" ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
