// @ts-check
import { placeOf } from "../document.js";
import { lifecycleOf, looksOf, readAs } from "../lifecycle.js";
import { matches } from "../reader.js";

/** Each word for a state, each `first` and each `failures` rule has an example. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const lifecycle = lifecycleOf(root);
    const looks = looksOf(ctx, root).map((look) => ({
      ...look,
      task: readAs(lifecycle, look.form, look.answer, look.rules).task,
    }));
    const location = ctx.location.child(["x-lifecycle"]);

    // A word that a representation repeats need not be shown there once more: an event tells of the end only.
    /** @type {(states: typeof lifecycle.states, at: string[]) => void} */
    const checkStates = (states, at) => {
      for (const [state, words] of Object.entries(states))
        for (const [i, word] of words.entries())
          if (!looks.some(({ task }) => task?.rawStatus === word && task.status === state))
            ctx.report({
              message: `No example shows a task that is \`${word}\`; add one.`,
              location: location.child([...at, state, i]),
            });
    };
    checkStates(lifecycle.states, ["states"]);
    for (const [name, form] of Object.entries(lifecycle.representations)) {
      const shown = looks.filter((look) => look.form === form);
      checkStates(form.states ?? {}, ["representations", name, "states"]);

      const first = shown.flatMap(({ answer }) => [
        form.first?.findIndex((rule) => matches(rule, answer)),
        form.first?.findIndex((rule) => rule.within === undefined && matches(rule, answer)),
      ]);
      // Each rule is given its index as its code, so that the reader tells which one it took.
      const marked = /** @type {typeof form} */ ({
        ...form,
        failures: form.failures?.map((one, i) => ({ ...one, error: String(i) })),
      });
      const failures = shown.map(({ answer, rules }) => readAs(lifecycle, marked, answer, rules).task?.error?.code);
      for (const i of form.first?.keys() ?? [])
        if (!first.includes(i))
          ctx.report({
            message: "No example shows a state by this rule; add one, or take the rule out.",
            location: location.child(["representations", name, "first", i]),
          });
      for (const i of form.failures?.keys() ?? [])
        if (!failures.some((code) => code === String(i)))
          ctx.report({
            message: "No example shows this failure; add one, or take the rule out.",
            location: location.child(["representations", name, "failures", i]),
          });
    }
  },
});
