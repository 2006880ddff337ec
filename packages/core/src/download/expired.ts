import type { Settings } from "./settings.js";

const seconds = (count: number): string => (count % 3600 === 0 ? `${count / 3600} h` : `${count} s`);

/** What is known of how long the link works. */
export function lifeOf({ video, access, clock }: Settings): string {
  const { expiresAt } = video;
  const { lifetime } = access?.contract.lifecycle.result ?? {};
  if (expiresAt && expiresAt.getTime() <= clock.now()) return ` The link expired at ${expiresAt.toISOString()}.`;
  return lifetime === undefined ? "" : ` Links of this provider work for ${seconds(lifetime)}.`;
}

/** A link to the video, what was found instead, or why nothing was. */
export type Fresh = { readonly url: URL } | { readonly why: string; readonly mayPass: boolean };

/** Looks at the task once more: a provider may sign a link anew at each look. Costs nothing. */
export async function findFreshLink(settings: Settings, known: URL): Promise<Fresh> {
  const { client, handle, index, abortSignal, reporter } = settings;
  if (handle === undefined)
    return { why: " Look for a fresh link with `status(handle)`: pass the task, or what that gives.", mayPass: false };
  if (!client)
    return { why: " Pass `client`, or look for a fresh link with `client.status(handle)` yourself.", mayPass: false };
  try {
    const { videos } = await client.status(handle, { abortSignal });
    const { url } = videos[index] ?? {};
    if (url !== undefined && URL.canParse(url) && new URL(url).href !== known.href) return { url: new URL(url) };
    return { why: " `status(handle)` gives no other link: the video is no longer to be had there.", mayPass: false };
  } catch (error) {
    const told = error instanceof Error ? reporter.redact(error.message) : "";
    return { why: ` The look for a fresh link failed: ${told}`, mayPass: true };
  }
}
