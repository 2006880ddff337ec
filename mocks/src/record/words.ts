import {
  classify,
  readError,
  readTask,
  select,
  type Answer,
  type Contract,
  type Source,
  type Where,
} from "@omni-contracts/core/language";
import {
  fixturesOf,
  isObject,
  operationsOf,
  requestContent,
  objectAt,
  resolved,
  type Document,
  type Json,
} from "@omni-contracts/specs";

/** The words of a contract that no schema lists: codes of errors, ids of models. */
export interface Words {
  /** The code of the error that an answer tells of, where the contract has none like it. */
  unknownCode(operation: string, answer: Answer): string | undefined;
  /** The code of the error that an answer tells of, in the provider's word. */
  codeOf(operation: string, answer: Answer): string | undefined;
  /** Those that the contract's examples and rules have. */
  readonly codes: readonly string[];
  /** The model that an answer names, where neither the contract nor `asked` has it. */
  unknownModel(operation: string, answer: Answer, asked: ReadonlySet<string>): string | undefined;
  readonly models: readonly string[];
  /** The provider's word for a state that the contract does not have. */
  unknownState(operation: string, answer: Answer): string | undefined;
  readonly states: readonly string[];
}

const pathsOf = (source: Source = []): string[] => [source].flat().filter((one) => typeof one === "string");
const textsIn = (body: unknown, source: Source | undefined): string[] =>
  pathsOf(source)
    .flatMap((path) => select(body, path))
    .flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));

/** The code of an error that an answer tells of, in the provider's word. */
function codeIn(contract: Contract, id: string, answer: Answer): string | undefined {
  if (id in contract.lifecycle.submit) {
    const outcome = classify(contract, id, answer);
    return outcome.outcome === "accepted" ? undefined : outcome.error.rawCode;
  }
  if (id in contract.lifecycle.read) {
    const { task, error } = readTask(contract, id, answer);
    return (task?.error ?? error)?.rawCode;
  }
  return readError(contract, id, answer)?.rawCode;
}

function modelsOf(document: Document): string[] {
  const mapped = operationsOf(document).flatMap(({ operation }) => {
    const schema = resolved(document, requestContent(document, operation, "application/json").schema);
    const unions = [schema, ...[schema.anyOf ?? []].flat().map((one) => resolved(document, one))];
    return unions.flatMap(({ discriminator }) => Object.keys(objectAt(objectAt(discriminator).mapping)));
  });
  return [...new Set(mapped)];
}

/** Literals that rules look for at one of the paths. */
function literalsIn(value: Json | undefined, paths: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => literalsIn(one, paths));
  if (!isObject(value)) return [];
  const where: Where = isWhere(value.where) ? value.where : {};
  const own = Object.entries(where).flatMap(([path, listed]) =>
    paths.has(path) ? listed.filter((one) => typeof one !== "object").map(String) : [],
  );
  return [...own, ...Object.values(value).flatMap((one) => literalsIn(one, paths))];
}

const isWhere = (value: unknown): value is Record<string, never> & Where =>
  isObject(value) && Object.values(value).every(Array.isArray);

export function createWords(document: Document, contract: Contract): Words {
  const { lifecycle } = contract;
  const forms = Object.values(lifecycle.representations);
  const codePlaces = [lifecycle.errors?.code, ...forms.map(({ error }) => error?.code)];
  const codePaths = new Set(codePlaces.flatMap((one) => pathsOf(one)));
  const fixtures = fixturesOf(document);
  const codes = new Set([
    ...fixtures.flatMap(({ body }) => codePlaces.flatMap((place) => textsIn(body, place))),
    ...literalsIn(document.root, codePaths),
  ]);
  const models = new Set([
    ...modelsOf(document),
    ...fixtures.flatMap(({ body }) => forms.flatMap(({ model }) => textsIn(body, model))),
  ]);
  const states = [lifecycle.states, ...forms.flatMap(({ states: own }) => own ?? [])].flatMap((one) =>
    Object.values(one).flat(),
  );
  return {
    codes: [...codes],
    models: [...models],
    states: [...new Set(states)],
    codeOf: (operation, answer) => codeIn(contract, operation, answer),
    unknownCode(operation, answer) {
      const code = codeIn(contract, operation, answer);
      // Some providers repeat the HTTP status there.
      return code === undefined || codes.has(code) || code === String(answer.status) ? undefined : code;
    },
    unknownModel(operation, answer, asked) {
      const as = lifecycle.read[operation]?.as ?? lifecycle.submit[operation]?.as ?? "";
      return textsIn(answer.body, lifecycle.representations[as]?.model).find(
        (one) => !models.has(one) && !asked.has(one),
      );
    },
    unknownState(operation, answer) {
      const submit = lifecycle.submit[operation];
      if (submit) {
        if (classify(contract, operation, answer).outcome !== "accepted") return undefined;
        // A receipt may know fewer words than a read; what a read knows is no news.
        const [word] = textsIn(answer.body, lifecycle.representations[submit.as ?? ""]?.state);
        return word === undefined || states.includes(word) ? undefined : word;
      }
      if (!(operation in lifecycle.read)) return undefined;
      const { task } = readTask(contract, operation, answer);
      return task?.drift ? task.rawStatus : undefined;
    },
  };
}
