// Forms as browsers write them, for the tests of the judges.
export const PIXEL = "\u0089PNG\r\n\u001a\n\u0000\u00ff";
export const BOUNDARY = "----pixel";
export const FORM_TYPE = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };

/** A form as a browser writes it: `name` → text, or the bytes of a file. */
export const form = (parts: readonly (readonly [name: string, value: string, file?: string])[]): string =>
  [
    ...parts.map(([name, value, file]) => {
      const named = file === undefined ? "" : `; filename="${file}"\r\nContent-Type: image/png`;
      return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${value}\r\n`;
    }),
    `--${BOUNDARY}--\r\n`,
  ].join("");

export const FILE = ["file", PIXEL, "pixel.png"] as const;
