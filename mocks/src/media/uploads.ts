import type { StoredFile } from "./stored-file.js";

/** A file that a client uploaded. */
export interface Upload extends StoredFile {
  readonly provider: string;
  readonly namespace: string;
  /** The last part of its path. */
  readonly name: string;
  /** In pixels, where it can be measured. */
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  /** Milliseconds since 1970 from which on it is gone. */
  readonly expiresAt: number;
  /** Called when it has to make room. */
  readonly onEvicted: () => void;
}

/** The uploads of a mock, in memory. */
export interface UploadStore {
  /** Keeps a file; when there is too much, the oldest of the namespace that holds most has to go. The new one stays. */
  add(upload: Upload): void;
  find(provider: string, namespace: string, name: string): Upload | undefined;
  /** Bytes that are kept. */
  size(): number;
  clear(namespace: string): void;
}

const keyOf = (provider: string, namespace: string, name: string): string =>
  JSON.stringify([provider, namespace, name]);

/** @param limit bytes that are kept in all */
export function createUploadStore(limit: number): UploadStore {
  // A map is in the order of insertion.
  const uploads = new Map<string, Upload>();
  const sizes = new Map<string, number>();

  function resize(namespace: string, by: number): void {
    const size = (sizes.get(namespace) ?? 0) + by;
    if (size > 0) sizes.set(namespace, size);
    else sizes.delete(namespace);
  }

  function remove({ provider, namespace, name, bytes }: Upload): void {
    if (uploads.delete(keyOf(provider, namespace, name))) resize(namespace, -bytes.length);
  }

  const size = () => [...sizes.values()].reduce((sum, one) => sum + one, 0);

  return {
    size,
    add(upload) {
      uploads.set(keyOf(upload.provider, upload.namespace, upload.name), upload);
      resize(upload.namespace, upload.bytes.length);
      while (size() > limit) {
        const [[largest] = []] = [...sizes].sort(([, a], [, b]) => b - a);
        const others = [...uploads.values()].filter((one) => one !== upload);
        const oldest = others.find(({ namespace }) => namespace === largest) ?? others[0];
        if (!oldest) return;
        remove(oldest);
        oldest.onEvicted();
      }
    },
    find: (provider, namespace, name) => uploads.get(keyOf(provider, namespace, name)),
    clear(namespace) {
      for (const one of [...uploads.values()]) if (one.namespace === namespace) remove(one);
    },
  };
}
