/** The probe as one file that the bot serves. */
export interface ProbeFile {
  /** Over HTTPS, or on this machine; of letters, digits and `.:/[]-`, so that it can stand in a command. */
  readonly url: string;
  /** 64 hex digits, lower case. */
  readonly sha256: string;
}

/** How people come by the probe where a conversation is held, beside the snippets that are always there. */
export interface ProbeMeans {
  /** Null where the bot has no public address, or the file was not built. */
  readonly file: ProbeFile | null;
  /** Image of the pod's snippet; null for the usual one. */
  readonly podImage: string | null;
  /** Whether the conversation is held by acr-help on the person's own terminal. */
  readonly command: boolean;
}

export const snippetsOnly: ProbeMeans = { file: null, podImage: null, command: false };

const address = /^https?:\/\/[a-z0-9.:[\]-]+$/;

/**
 * The file at the bot's public address; null where nobody could reach it, or where the address holds what a shell might
 * understand. Pure.
 */
export function probeFileAt(publicUrl: string | null, path: string, sha256: string | null): ProbeFile | null {
  const origin = publicUrl?.toLowerCase() ?? '';
  return sha256 === null || !address.test(origin) ? null : { url: `${origin}${path}`, sha256 };
}
