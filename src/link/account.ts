import { personOf } from '../chat/person.js';
import type { SignIn } from '../store/store.js';

/** A chat account as the pages name it. */
export interface ChatAccount {
  readonly platform: 'slack' | 'teams' | 'terminal';
  /** What the platform calls the person. Anybody may choose it, so the id stands beside it. */
  readonly name: string;
  readonly id: string;
  readonly workspace: string;
}

/** Longest name that is shown. */
const LONGEST = 80;

export function accountOf({ person, name }: Pick<SignIn, 'person' | 'name'>): ChatAccount | null {
  const known = personOf(person);
  if (known === null) return null;
  return { platform: known.platform, name: shownName(name), id: known.id, workspace: known.tenant };
}

/** Without what would be invisible, or would turn the words around it. */
export function shownName(name: string): string {
  const visible = name
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const letters = [...visible];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : visible;
}
