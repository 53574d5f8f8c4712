import { matchesOf, type Paste } from './paste.js';

/**
 * Command lines that a paste shows, each up to the end of its line. The patterns take the whole line, so that a
 * text of nothing but commands is still read once.
 */
export const commands = {
  acr: /\baz acr ([^\n|;]{1,400})/g,
  azLogin: /\baz login\b([^\n|;]{0,400})/g,
  registryLogin:
    /\b(?:docker|podman|nerdctl|buildah|skopeo|oras|helm registry|az acr) login ([^\n;]{1,400})/g,
  powershell: /\bConnect-AzContainerRegistry ([^\n|;]{1,400})/g,
} as const;

/** Argument lists of all commands of a kind, in order. */
export function argumentsOf(command: RegExp, paste: Paste): readonly string[] {
  return Array.from(matchesOf(command, paste), (match) => match[1] ?? '');
}

const user = /(?:^|\s)(?:-u|--username)[ =]['"]?([\w.@-]{1,120})/;

/** The user name that a command line gives, or null. */
export function userOf(argumentList: string): string | null {
  return user.exec(argumentList)?.[1] ?? null;
}
