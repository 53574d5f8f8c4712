import { personOf } from '../chat/person.js';

/** A chat account as the pages name it. */
export interface ChatAccount {
  readonly platform: 'slack' | 'teams' | 'terminal';
  /** What the platform calls the person. Anybody may choose it, so the id stands beside it. */
  readonly name: string;
  readonly id: string;
  readonly workspace: string;
}

/** Longest name that is shown, in characters. */
const LONGEST = 80;

export function accountOf({
  person,
  name,
}: {
  readonly person: string;
  readonly name: string;
}): ChatAccount | null {
  const known = personOf(person);
  if (known === null) return null;
  return { platform: known.platform, name: shownText(name), id: known.id, workspace: known.tenant };
}

/** Without what would be invisible, or would turn the words around it. */
export function shownText(text: string, longest = LONGEST): string {
  const visible = text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const letters = [...visible];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : visible;
}
