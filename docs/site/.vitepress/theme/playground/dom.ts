// What an event's field holds.
/** The text of a field of a form; empty for anything else. */
export const textOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
    ? target.value
    : "";

export const isOpenAt = ({ target }: Event): boolean => target instanceof HTMLDetailsElement && target.open;

export const fileAt = ({ target }: Event): File | undefined =>
  target instanceof HTMLInputElement ? target.files?.[0] : undefined;
