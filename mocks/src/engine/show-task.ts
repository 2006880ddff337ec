import {
  locate,
  putAt,
  valueAt,
  type Location,
  type Representation,
  type Source,
  type TimeSource,
} from "@omni-contracts/core/language";
import { isLink, pathsOf, removeAt, STAMPS } from "./places.js";
import type { Price } from "./price.js";

/** What is true of a task, for the places where a body shows it. */
export interface TaskFacts {
  readonly id: string | undefined;
  readonly model: unknown;
  readonly price: Price | undefined;
  /** From 0 to 1. */
  readonly progress: number;
  /** It ended without a result: the progress that is documented for such an end is shown, which may be 0. */
  readonly hasFailed: boolean;
  readonly runSeconds: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seconds for which the result's link works after completion. */
  readonly lifetime: number;
  /** Where the result lies; its videos are numbered below. */
  readonly file: string;
}

/** Makes a copy of an example show a task in the place of the example's. */
export type TaskShower = (copy: unknown, facts: TaskFacts) => void;

const completionOf = ({ createdAt, runSeconds }: TaskFacts): number => createdAt + runSeconds * 1000;

/**
 * Where an example shows what is true of its task: the example gives the shape, the contract the places. They are looked for
 * once, and are the same in every copy of the example.
 */
export function taskShower(example: unknown, form: Representation): TaskShower {
  const found = (source: Source | undefined, current?: Location): Location[] =>
    pathsOf(source).flatMap((path) => locate(example, path, current));

  function put(source: Source | undefined, valueOf: (facts: TaskFacts) => unknown, current?: Location): TaskShower[] {
    return found(source, current).map((location) => (copy, facts) => {
      putAt(copy, location, valueOf(facts));
    });
  }

  const putTime = (source: TimeSource | undefined, timeOf: (facts: TaskFacts) => number, current?: Location) =>
    source ? put(source.at, (facts) => STAMPS[source.format](timeOf(facts)), current) : [];

  /** As text where the example has text: `100`, `"100"` or `"100%"`. */
  function putLike(source: Source | undefined, numberOf: (facts: TaskFacts) => number): TaskShower[] {
    return found(source).map((location) => {
      const shown = valueAt(example, location);
      const unit = typeof shown === "string" && shown.endsWith("%") ? "%" : "";
      return (copy, facts) => {
        const number = numberOf(facts);
        putAt(copy, location, typeof shown === "string" ? `${number}${unit}` : number);
      };
    });
  }

  function putLinks(source: Source | undefined, linkOf: (facts: TaskFacts) => string, current: Location): TaskShower[] {
    const links = found(source, current).filter((location) => isLink(valueAt(example, location)));
    return links.map((location) => (copy, facts) => {
      putAt(copy, location, linkOf(facts));
    });
  }

  const ids = put(form.id, ({ id }) => id);
  const models = put(form.model, ({ model }) => model);
  const progress = putLike(form.progress?.at, (facts) => Math.round(facts.progress * (form.progress?.of ?? 100)));
  const always = [
    ...ids,
    ...put(form.estimatedSeconds, ({ runSeconds }) => runSeconds),
    ...put(form.elapsedSeconds, (facts) => Math.round(facts.progress * facts.runSeconds)),
    ...putTime(form.createdAt, ({ createdAt }) => createdAt),
    ...putTime(form.completedAt, completionOf),
    ...(form.videos ?? []).flatMap(({ each = "$", url, expiresAt }) =>
      locate(example, each).flatMap((current, i) => [
        ...putTime(expiresAt, (facts) => completionOf(facts) + facts.lifetime * 1000, current),
        ...putLinks(url, ({ file }) => `${file}/${i + 1}.mp4`, current),
      ]),
    ),
  ];
  const costs = (form.cost ?? []).map(({ at, currency }) => ({
    currency,
    shows: putLike(at, ({ price }) => price?.amount ?? 0),
    // From the end, so that what is left of a list keeps its place.
    places: found(at).toReversed(),
  }));

  return (copy, facts) => {
    for (const show of always) show(copy, facts);
    if (facts.model !== undefined) for (const show of models) show(copy, facts);
    if (!facts.hasFailed) for (const show of progress) show(copy, facts);
    for (const { currency, shows, places } of costs) {
      if (facts.price?.currency === currency) for (const show of shows) show(copy, facts);
      // What the example cost is not what this task costs.
      else for (const place of places) removeAt(copy, place);
    }
  };
}
