import type { Task } from "./tasks.js";

/** Finds tasks by their captures. */
export interface TaskIndex {
  readonly find: (provider: string, namespace: string, value: string) => Task | undefined;
  readonly add: (task: Task) => void;
  readonly remove: (task: Task) => void;
}

/** What a task is found by: its captures, of an address the path. */
function keysOf({ handle }: Task): string[] {
  const keys: string[] = [];
  for (const name in handle) {
    const value = handle[name];
    if (value === undefined) continue;
    keys.push(value);
    const isAddress = value.startsWith("http") && /^https?:\/\//.test(value) && URL.canParse(value);
    if (isAddress) keys.push(new URL(value).pathname);
  }
  return keys;
}

/** Maps in maps: a key made of several texts is a new text for each question, and one that is kept for each task. */
export function createTaskIndex(): TaskIndex {
  const byProvider = new Map<string, Map<string, Map<string, Task>>>();

  function inner<Key, Value>(outer: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
    const known = outer.get(key);
    if (known) return known;
    const made = new Map<string, Value>();
    outer.set(key, made);
    return made;
  }

  return {
    find: (provider, namespace, value) => byProvider.get(provider)?.get(namespace)?.get(value),
    add(task) {
      const { provider, namespace } = task;
      const byKey = inner(inner(byProvider, provider), namespace);
      // A client may use its own reference twice: the newest task answers to it. The id of one task that another one has as its
      // client's reference stays the first one's.
      for (const key of keysOf(task)) if (byKey.get(key)?.handle.id !== key) byKey.set(key, task);
    },
    remove(task) {
      const byNamespace = byProvider.get(task.provider);
      const byKey = byNamespace?.get(task.namespace);
      if (!byKey) return;
      for (const key of keysOf(task)) if (byKey.get(key) === task) byKey.delete(key);
      if (byKey.size === 0) byNamespace?.delete(task.namespace);
    },
  };
}
