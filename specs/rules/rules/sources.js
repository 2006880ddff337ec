// @ts-check
import { isObject, listOf, objectOf, quoted } from "../document.js";

/** Evidence and prices name sources that there are, and each source is used. @type {import("../redocly.js").Rule} */
export const rule = () => {
  /** @type {string[]} */
  let known = [];
  const used = new Set();
  return {
    Root: {
      leave(root, ctx) {
        for (const name of known.filter((one) => !used.has(one)))
          ctx.report({
            message: `Nothing comes from \`${name}\`; take it out, or name it where it was read.`,
            location: ctx.location.child(["x-sources", name]).key(),
          });
      },
    },
    any: {
      enter(node, ctx) {
        if (ctx.type.name === "Root") known = Object.keys(objectOf(node["x-sources"]));
        const evidence = node["x-evidence"];
        const lifecycle = objectOf(node["x-lifecycle"]);
        const told = [
          ...["x-outcomes", "x-errors"].flatMap((key) => listOf(node[key]).map((rule, i) => ({ rule, at: [key, i] }))),
          ...["charge", "result", "poll"].map((key) => ({ rule: lifecycle[key], at: ["x-lifecycle", key] })),
        ].map(({ rule, at }) => ({ evidence: objectOf(rule).evidence, at: [...at, "evidence"] }));
        const prices = listOf(objectOf(node["x-model"]).prices);
        const named = [
          ...[{ evidence, at: ["x-evidence"] }, ...told].flatMap(({ evidence: one, at }) =>
            listOf(isObject(one) ? one.source : one).map((source) => ({ source, at })),
          ),
          ...prices.flatMap((price, i) =>
            listOf(objectOf(price).source).map((source) => ({ source, at: ["x-model", "prices", i, "source"] })),
          ),
        ];
        for (const { source, at } of named) {
          used.add(source);
          if (!known.includes(String(source)))
            ctx.report({
              message: `No source is named \`${String(source)}\`; x-sources has ${quoted(known)}.`,
              location: ctx.location.child(at).key(),
            });
        }
        // A note may tell of a further one: "Read through platform-study."
        const notes = [evidence, ...told.map((one) => one.evidence), ...Object.values(objectOf(node["x-sources"]))].map(
          (one) => String(objectOf(one).note),
        );
        for (const name of known.filter((one) => notes.some((note) => note.split(/[^\w-]+/).includes(one))))
          used.add(name);
      },
    },
  };
};
