// @ts-check
import { answersOf, listOf, objectOf, operationsOf, placeOf } from "../document.js";
import { errorsOf, lifecycleOf, looksOf } from "../lifecycle.js";
import { locate, select, textAt } from "../reader.js";

/** @import {Answer} from "../../../packages/core/src/language/match.js" */
/** @import {Source} from "../../../packages/core/src/language/contract.js" */

/** A source, or that of a time. @type {(shown: unknown) => Source} */
const sourceOf = (shown) => /** @type {Source} */ ("at" in objectOf(shown) ? objectOf(shown).at : shown);

/** Each place from which x-lifecycle reads is one where some example has something. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const { representations, webhooks = {}, upload = {}, balance = {}, errors = {} } = lifecycleOf(root);
    const looks = looksOf(ctx, root);
    const operations = operationsOf(ctx, root);

    /** @type {(isThere: boolean, ...at: string[]) => void} */
    const check = (isThere, ...at) => {
      if (!isThere)
        ctx.report({
          message: `No example has something where \`${at.join(".")}\` looks; correct the place, or add an example.`,
          location: ctx.location.child(["x-lifecycle", ...at]).key(),
        });
    };
    /** @type {(source: Source | undefined, answers: Answer[]) => boolean} */
    const stands = (source, answers) =>
      source === undefined || answers.some((answer) => textAt(source, answer) !== undefined);

    for (const [name, form] of Object.entries(representations)) {
      const answers = looks.filter(({ as }) => as === name).map(({ answer }) => answer);
      if (answers.length === 0 || (form.decode ?? []).length > 0) continue;
      for (const member of /** @type {const} */ (["state", "id"]))
        check(stands(form[member], answers), "representations", name, member);
      for (const member of /** @type {const} */ (["progress", "createdAt", "completedAt"]))
        check(stands(form[member]?.at, answers), "representations", name, member);
      const videos = (form.videos ?? []).filter(
        ({ each = "$", url, body }) =>
          answers.some(({ body: content }) =>
            locate(content, each).some((current) =>
              listOf(url).some((place) => typeof place === "string" && select(content, place, current).length > 0),
            ),
          ) || body === true,
      );
      check((form.videos ?? []).length === 0 || videos.length > 0, "representations", name, "videos");
      check(stands(form.error?.message, answers), "representations", name, "error");
    }
    for (const [group, entries, member] of /** @type {const} */ ([
      ["upload", upload, "url"],
      ["balance", balance, "amount"],
    ]))
      for (const [id, entry] of Object.entries(entries)) {
        const operation = operations.find((one) => one.id === id);
        const answers = operation ? answersOf(ctx, operation).map(({ answer }) => answer) : [];
        const source = /** @type {Source} */ (objectOf(entry)[member]);
        if (answers.length > 0) check(stands(source, answers), group, id);
        for (const [name, shown] of Object.entries(objectOf(objectOf(entry).shows)))
          if (answers.length > 0) check(stands(sourceOf(shown), answers), group, id, "shows", name);
      }
    for (const [name, event] of Object.entries(webhooks)) {
      const answers = looks.filter(({ as }) => as === event.as).map(({ answer }) => answer);
      // Headers are examples of their own, which \`rule/header-example\` holds.
      const shown = Object.entries(objectOf(objectOf(event).shows));
      for (const [member, place] of shown)
        for (const one of listOf(sourceOf(place)))
          if (typeof one === "string" && answers.length > 0)
            check(stands(one, answers), "webhooks", name, "shows", member);
    }
    const refusals = errorsOf(ctx, root).map(({ answer }) => answer);
    if (refusals.length > 0) check(stands(errors.message, refusals), "errors");
  },
});
