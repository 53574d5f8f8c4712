import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '../../knowledge/language.js';
import { packageFolder } from '../package-folder.js';

/** A situation that can be tried. */
export interface Situation {
  readonly file: string;
  readonly title: Readonly<Record<Language, string>>;
}

/**
 * What a first visitor is offered: each another place where one can be locked out, by another way of signing in; the
 * bot decides some by looking itself, some by asking.
 */
const chosen = [
  'ip-not-allowed',
  'abac-ignores-legacy-role',
  'sp-secret-expired',
  'aks-identity-missing-role',
  'public-access-disabled',
  'repo-token-disabled',
  'role-not-activated',
  'anonymous-pull-stale-login',
];

/** How many are shown at first. */
export const CHOSEN = chosen.length;

/** All situations that come with the program: the chosen ones first. Empty where the program came without them. */
export async function situations(): Promise<readonly Situation[]> {
  const folder = join(packageFolder(), 'sandbox', 'worlds');
  const names = await readdir(folder).catch(() => []);
  // Loaded only here: nothing else of the program knows the sandbox.
  const { titleIn } = await import('../../../sandbox/world/title.js');
  const read = names
    .filter((name) => name.endsWith('.yaml'))
    .map(async (name) => {
      const file = join(folder, name);
      const title = titleIn(await readFile(file, 'utf8'));
      return title === null ? [] : [{ file, title }];
    });
  return inOrder((await Promise.all(read)).flat());
}

/** Ordered by the English title, which begins with the place: a number stays the same in every language. Pure. */
export function inOrder(all: readonly Situation[]): readonly Situation[] {
  const rank = ({ file }: Situation): number => {
    const at = chosen.indexOf(basename(file, '.yaml'));
    return at < 0 ? chosen.length : at;
  };
  return [...all].sort((a, b) => rank(a) - rank(b) || a.title.en.localeCompare(b.title.en, 'en'));
}
