/** What the person who started the program can put right; told in one line, and nothing was sent. */
export class InputError extends Error {}
