// A video from pictures of this machine: at the first of several models that takes them, with the trace of who did not.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { OmniError } from "@omni-contracts/core";
import { firstAvailable } from "@omni-contracts/core/first-available";
import { budgetOf, HOME, pathOf, readArgs, run, SHARED, SHARED_HELP } from "./shared/cli.js";
import { journalOf, lockFolder, standingOf } from "./shared/folder.js";
import { InputError } from "./shared/input-error.js";
import { estimateOf, isPriced, shown, usdOf } from "./shared/money.js";
import { verdictOf } from "./shared/outcome.js";
import { readPicture, whyNotTaken } from "./shared/pictures.js";
import { keyOf, modelsOf, problemsOf, quoteFor } from "./shared/plan.js";
import { connector, PROVIDERS, untyped } from "./shared/providers.js";
import { table } from "./shared/table.js";
import { finishJobs, type Begun } from "./shared/work.js";

const MODELS = {
  "first-frame": [
    "toapis/gemini-omni-1.1-flash-preview-official",
    "apimart/Omni-Flash-Ext",
    "atlascloud/google/gemini-omni-flash/image-to-video-developer",
  ],
  references: [
    "toapis/gemini-omni-1.1-flash-preview-official",
    "apimart/gemini-omni-1.1-flash",
    "atlascloud/google/gemini-omni-flash/reference-to-video-developer",
  ],
};
const USAGE = `Usage: npm run -w @omni-contracts/recipes reference-to-video -- --prompt <text> --budget <USD> [options]

Makes a video from pictures. Checks types, sizes and prices first; then asks one model after the other, and the next one only
after a refusal that is free. Run it again after Ctrl-C or a crash: it goes on with what was ordered.

  --prompt <text>     required
  --image <file>      PNG, JPEG or WebP; may be there several times; default: the three in pictures/ of this package
  --as <what>         first-frame: the video begins with it (one picture); references: what things look like (one or more);
                      default: first-frame for one picture, references for more
  --models <list>     provider/model,provider/model,… in the order in which they are asked
  --duration <s>      default: left to the model
${SHARED_HELP}`;

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const OPTIONS = {
  ...SHARED,
  ...{ prompt: text, image: texts, as: text, models: text, duration: text },
} as const;

const DRAWINGS = ["lighthouse", "keeper", "stairs"].map((name) => join(HOME, `pictures/${name}.png`));

await run(USAGE, async (args, signal) => {
  const options = readArgs(() => parseArgs({ args, options: OPTIONS }));
  const budget = budgetOf(options.budget);
  const out = options.out === undefined ? join(HOME, "out/reference-to-video") : pathOf(options.out);
  const connect = connector(options["base-url"], process.env);
  const { prompt = "", duration } = options;
  if (prompt.trim() === "") throw new InputError("--prompt is missing; say what the video shows.");

  const pictures = await Promise.all((options.image?.map(pathOf) ?? DRAWINGS).map(readPicture));
  const use = options.as ?? (pictures.length === 1 ? "first-frame" : "references");
  if (use !== "first-frame" && use !== "references")
    throw new InputError(`--as ${use} is neither first-frame nor references.`);
  if (use === "first-frame" && pictures.length > 1)
    throw new InputError(
      `A video has one first frame, and there are ${pictures.length} pictures; use --as references.`,
    );
  const [first] = pictures;
  const media = pictures.map(({ bytes }) => bytes);
  const given =
    use === "first-frame"
      ? { frameImages: [{ image: first?.bytes, frameType: "first_frame" }] }
      : { inputReferences: media };
  const request = { prompt, ...given, ...(duration !== undefined && { duration: Number(duration) }) };

  const role = use === "first-frame" ? "firstFrame" : "inputReferences";
  const choices = modelsOf(options.models?.split(",") ?? MODELS[use]).map(({ provider, model }) => {
    const quote = quoteFor({ provider, model, request }, connect);
    const known = PROVIDERS[provider];
    const refusals = known ? pictures.flatMap((one) => whyNotTaken(one, known, model, role) ?? []) : [];
    const dear = usdOf([quote]) > budget ? ["the budget does not last"] : [];
    const open = isPriced(quote) || options["allow-unpriced"] ? [] : ["no price; --allow-unpriced asks it"];
    const problems = quote.issues.length > 0 ? [problemsOf(quote)] : [];
    const [why] = [...problems, ...refusals, ...dear, ...open];
    return { provider, model, quote, why };
  });
  const names = pictures.map(({ name }) => name).join(", ");
  console.log(`${use === "first-frame" ? "Begins with" : "Refers to"} ${names}.\n`);
  const rows = choices.map(({ provider, model, quote, why }) => [
    ...[provider, model, estimateOf(quote), why === undefined ? "yes" : `no: ${why}`],
  ]);
  console.log(`${table(["PROVIDER", "MODEL", "ESTIMATE", "MAY BE ASKED"], rows)}\n`);
  const fit = choices.filter(({ why }) => why === undefined);
  if (fit.length === 0) throw new InputError("None of them can be asked. Nothing was ordered.");

  await lockFolder(out);
  const key = keyOf("video", [use, prompt, duration, pictures.map(({ sha256 }) => sha256)]);
  const begin = async (): Promise<Begun> => {
    if ((await standingOf(out, key)).state !== "new") return { key, name: "video" };
    const journal = journalOf(out, key);
    const models = fit.flatMap(({ provider, model }) => connect(provider, { journal }).find(model) ?? []);
    try {
      await firstAvailable(untyped(request), models, {
        abortSignal: signal,
        onHop: ({ provider, outcome, code, why }) => {
          console.log([provider, outcome, code, why].filter(Boolean).join("  "));
        },
      });
      return { key, name: "video", startedAt: performance.now() };
    } catch (error) {
      if (!OmniError.isInstance(error)) throw error;
      return { key, name: "video", error };
    }
  };
  const [outcome] = await finishJobs([await begin()], { connect, out, signal, tell: console.log });
  if (!outcome) return 1;
  const { state, note, advice } = verdictOf(outcome, out);
  const cost = outcome.ended?.cost;
  console.log(`\n${state}: ${note}${advice === undefined ? "" : `\n${advice}`}`);
  if (outcome.standing.state === "task") console.log(`by ${outcome.standing.provider}, ${outcome.standing.model}`);
  if (state === "saved") console.log(`in ${out}; cost as told: ${cost ? shown(cost) : "not told"}`);
  return state === "saved" ? 0 : 1;
});
