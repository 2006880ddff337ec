// @ts-check
import { answersOf, at, listOf, membersOf, objectOf, operationsOf, quoted, placeOf } from "../document.js";

/** Every name in x-lifecycle leads somewhere, and every submit says what its answers mean. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const operations = operationsOf(ctx, root);
    const lifecycle = objectOf(node["x-lifecycle"]);
    const { submit, read, webhooks, representations, upload, balance } = lifecycle;
    const location = ctx.location.child(["x-lifecycle"]);

    /** @type {(kind: string, name: unknown, known: Iterable<string>, ...at: string[]) => void} */
    const check = (kind, name, known, ...at) => {
      if (name !== undefined && ![...known].includes(String(name)))
        ctx.report({
          message: `No ${kind} is named \`${String(name)}\`; there are ${quoted(known)}.`,
          location: location.child(at).key(),
        });
    };
    const ids = operations.map(({ id }) => id);
    const forms = Object.keys(objectOf(representations));
    const reads = Object.keys(objectOf(read));

    for (const [group, entries] of Object.entries({ submit, read, upload, balance }))
      for (const [id, entry] of Object.entries(objectOf(entries))) {
        const one = objectOf(entry);
        check("operation", id, ids, group, id);
        check("representation", one.as, forms, group, id, "as");
        check("read", one.read, reads, group, id, "read");
        check("read", one.next, reads, group, id, "next");
      }
    for (const [id, entry] of Object.entries(objectOf(upload))) {
      const operation = operations.find((one) => one.id === id);
      const examples = operation ? answersOf(ctx, operation).map(({ name }) => name) : [];
      for (const [why, name] of Object.entries(objectOf(objectOf(entry).refuses)))
        check("example", name, examples, "upload", id, "refuses", why);
    }
    for (const [name, entry] of Object.entries(objectOf(webhooks))) {
      check("webhook", name, Object.keys(objectOf(node.webhooks)), "webhooks", name);
      check("representation", objectOf(entry).as, forms, "webhooks", name, "as");
    }

    for (const operation of operations.filter(({ id }) => reads.includes(id))) {
      const { with: filled, url } = objectOf(objectOf(read)[operation.id]);
      const handles = Object.values(objectOf(submit)).flatMap((entry) => Object.keys(objectOf(objectOf(entry).handle)));
      check("capture", url, handles, "read", operation.id, "url");
      const parameters = [operation.item, operation]
        .flatMap((holder) => membersOf(ctx, at(ctx, holder, "parameters")))
        .map(({ node: parameter }) => objectOf(parameter));
      const places = parameters.map((one) => `${String(one.in)}.${String(one.name)}`);
      for (const [place, captures] of Object.entries(objectOf(filled))) {
        if (!place.startsWith("$")) check("parameter", place, places, "read", operation.id, "with", place);
        for (const capture of listOf(captures)) check("capture", capture, handles, "read", operation.id, "with", place);
      }
      const missing = url ? [] : places.filter((place) => place.startsWith("path.") && !(place in objectOf(filled)));
      for (const place of missing)
        ctx.report({
          message: `Say in \`with\` what is sent as \`${place}\`.`,
          location: location.child(["read", operation.id]).key(),
        });
    }

    for (const operation of operations) {
      const isSubmit = operation.id in objectOf(submit);
      if (isSubmit && !operation.node["x-outcomes"])
        ctx.report({
          message: `\`${operation.id}\` costs money; say in x-outcomes what each answer means for it.`,
          location: operation.location.key(),
        });
      const isKnown = [submit, read, upload].some((group) => operation.id in objectOf(group));
      if (operation.key === "post" && !isKnown)
        ctx.report({
          message: `\`${operation.id}\` is a POST that x-lifecycle does not know; put it under \`submit\`, for it may cost money, or under \`read\` or \`upload\`.`,
          location: operation.location.key(),
        });
      if (!isSubmit && operation.node["x-outcomes"])
        ctx.report({
          message: `\`${operation.id}\` is no submit of x-lifecycle; use x-errors.`,
          location: operation.location.child(["x-outcomes"]).key(),
        });
    }
  },
});
