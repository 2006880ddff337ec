// What docs/mutation.md says of the mutants that were tried. Rates are killed ÷ (killed + survived); the compiler's refusals are not
// counted, and neither is what a busy machine left unclear.
const isKilled = ({ outcome }) => outcome.startsWith("killed");
const isSurvivor = ({ outcome }) => outcome === "survived";
const isRefused = ({ outcome }) => outcome === "refused by the compiler";
const isCounted = (one) => isKilled(one) || isSurvivor(one);

const percent = (killed, all) => (all === 0 ? "–" : `${Math.floor((killed / all) * 1000) / 10} %`);

function groups(list, keyOf) {
  const found = new Map();
  for (const one of list) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found].toSorted(([a], [b]) => a.localeCompare(b));
}

function table(head, rows) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => String(row[i]).length)));
  const line = (row) => `| ${row.map((cell, i) => String(cell).padEnd(widths[i])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const tally = (list) => {
  const counted = list.filter(isCounted);
  const killed = counted.filter(isKilled).length;
  return [counted.length, killed, percent(killed, counted.length)];
};

const code = (text) =>
  `\`${text.replaceAll("`", "'").replaceAll("|", "¦").replaceAll(/\s+/g, " ").slice(0, 120) || "nothing"}\``;
const changeOf = ({ before, after }) => `${code(before)} → ${code(after)}`;

const noteOf = (notes, { id }) => notes[id] ?? { kind: "unexplained", note: "Nobody has looked at it yet." };

export function summaryOf({ seed, date, results }) {
  const areas = groups(results, ({ area }) => area).map(([area, own]) => {
    const [counted, killed, rate] = tally(own);
    return [area, { counted, killed, rate, refused: own.filter(isRefused).length }];
  });
  const short = results.map(({ id, file, place, operator, outcome, by }) => ({
    id,
    file,
    place,
    operator,
    outcome,
    by,
  }));
  return { date, seed, areas: Object.fromEntries(areas), mutants: short };
}

export function pageOf({ seed, date, results, pools, notes }) {
  const counted = results.filter(isCounted);
  const survivors = results.filter(isSurvivor);
  const since = results.filter(({ survivedFirst }) => survivedFirst);
  const unclear = results.filter(({ outcome }) => outcome === "unclear");
  const [all, killed, rate] = tally(results);
  const first = counted.length - survivors.length - since.length;
  const list = (ones) =>
    ones.map((one) => {
      const { kind, note } = noteOf(notes, one);
      return `- \`${one.id}\` ${one.file}, ${one.place}, ${one.operator}: ${changeOf(one)}. **${kind}**: ${note}`;
    });
  const left = Object.entries(pools).flatMap(([area, { excluded }]) =>
    Object.entries(excluded).map(([rule, count]) => [area, rule, count]),
  );
  const repeat = `\`npm run mutation -- --seed ${seed} --sample ${Math.max(all, 64)}\``;
  const sentences = [
    `${date}, seed ${seed}: **${killed} of ${all} killed, ${rate}**.`,
    since.length > 0 && `Before the tests that survivors asked for were written: ${first}, ${percent(first, all)}.`,
    `The compiler refused ${results.filter(isRefused).length} more, which are not counted.`,
    unclear.length > 0 && `${unclear.length} are unclear: the machine was too busy to tell.`,
  ];
  const headline =
    all === 0 ? `**No sample has been measured yet.** There is no rate to show.` : sentences.filter(Boolean).join(" ");
  return `# Mutation

What the tests notice. One thing is changed in a contract, an adapter, the interpreter or the mock engine; the tests run, the nearest
first; the first red one kills the mutant. ${repeat} draws and tries a sample, \`-- --mutant <id>\` one
mutant; \`-- --report\` writes this page. How it is done: [ADR 0014](decisions/0014-mutation.md).

${headline}

## By area

${table(
  ["Area", "Mutants there are", "Tried", "Killed", "Rate", "Refused by the compiler"],
  Object.entries(pools).map(([area, { mutants }]) => {
    const own = results.filter((one) => one.area === area);
    return [area, mutants.length, ...tally(own), own.filter(isRefused).length];
  }),
)}

Adapters are what turns common words into a provider's: each client's own file, the mapping and uploads of core, and the generator of
the tables that they read. The tables themselves come from the contracts, and are mutated there.

## By operator

${table(
  ["Operator", "Tried", "Killed", "Rate"],
  groups(counted, ({ operator }) => operator).map(([operator, own]) => [operator, ...tally(own)]),
)}

## By what killed them

${table(
  ["Killed by", "Mutants"],
  groups(counted.filter(isKilled), ({ by, outcome }) => (outcome === "killed" ? by : outcome)).map(([by, own]) => [
    by,
    own.length,
  ]),
)}

## Survivors

${all === 0 ? "Nothing was tried." : survivors.length === 0 ? "None." : list(survivors).join("\n")}
${since.length === 0 ? "" : `\n## Killed since, by a test written for it\n\n${list(since).join("\n")}\n`}
## Left out

What no test should have to notice is no mutant.

${table(["Area", "Rule", "Places"], left)}
`;
}
