/** Whether a page of this machine asks, or no page at all. */
export const isLocalOrigin = (origin = "http://localhost"): boolean =>
  /^https?:\/\/(localhost|[\w-]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(origin);
