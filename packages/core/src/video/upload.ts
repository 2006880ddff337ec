import { readError } from "../language/read-task.js";
import { textAt } from "../language/match.js";
import { ask } from "./ask.js";
import { failed, isPassing, type Context } from "./context.js";
import { dataUrlOf, refusalOf, sniffed, type PendingMedia } from "./media.js";
import type { Input } from "./model.js";

export interface UploadOptions {
  /** Stops the upload; nothing was paid. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Sent besides those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** How long an upload may take, in milliseconds. */
const LIMIT = 600_000;

/** The upload of the contract that takes such a file; the first where none says what it takes. */
function uploadFor({ contract }: Context, { type }: Blob) {
  const uploads = Object.entries(contract.lifecycle.upload ?? {});
  const fitting = uploads.find(([, { media }]) => media?.types?.includes(type));
  return fitting ?? uploads.find(([, { media }]) => !media?.types) ?? uploads[0];
}

/**
 * What turns a file into an address; nothing is sent before it is called.
 *
 * @throws {OmniError} `unsupported_feature` where the contract has no upload, `invalid_request` for a file that it refuses
 */
export function planUpload(context: Context, file: PendingMedia, inputs: readonly Input[] = []) {
  const { contract, emit } = context;
  const { provider } = contract.service;
  const [id = "", upload] = uploadFor(context, file.blob) ?? [];
  const limits = inputs.filter(({ role }) => role === file.role).map(({ media }) => media);
  const refused = (message: string) => failed(context, "invalid_request", { phase: "upload", message });
  const [tooMuch] = limits.some((one) => !refusalOf(file, one)) ? [] : limits.map((one) => refusalOf(file, one));
  if (tooMuch !== undefined) throw refused(tooMuch);

  const takesData = limits.some((one) => one?.schemes?.includes("data"));
  const isUploadable = upload !== undefined && refusalOf(file, upload.media) === undefined;
  if (takesData && (file.isData || !isUploadable)) return () => dataUrlOf(file.blob);

  const operation = contract.operations[id];
  if (!upload || !operation) {
    const message = `\`${file.field}\`: ${provider} takes no uploads; give an address.`;
    throw failed(context, "unsupported_feature", { phase: "upload", message });
  }
  const refusal = refusalOf(file, upload.media);
  if (refusal !== undefined) throw refused(refusal);

  return async ({ abortSignal, headers }: UploadOptions = {}): Promise<string> => {
    const body = { [upload.file]: file.blob };
    const failure = { phase: "upload", message: `\`${file.field}\` was not uploaded.` } as const;
    const answer = await ask(context, operation, { body, headers }, { failure, abortSignal, limit: LIMIT });
    const told = readError(contract, id, answer);
    const url = told ? undefined : textAt(upload.url, answer);
    if (url === undefined || !/^https?:\/\/\S+$/i.test(url)) {
      const message = `${failure.message} ${told?.message ?? `HTTP ${answer.status} without an address`}`;
      const code = told?.code ?? "contract_violation";
      throw failed(context, code, { ...failure, message, answer, told, isRetryable: isPassing(code) });
    }
    emit({ type: "uploaded", provider, field: file.field, url });
    return url;
  };
}

/** The addresses that stand for files, by their placeholders. Every file is looked at before the first is sent. */
export async function uploadAll(
  context: Context,
  media: readonly PendingMedia[],
  inputs: readonly Input[],
  options: UploadOptions,
): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(media.map(sniffed));
  const links = new Map<string, string>();
  for (const [file, upload] of files.map((one) => [one, planUpload(context, one, inputs)] as const)) {
    links.set(file.placeholder, await upload(options));
  }
  return links;
}
