import type { LoginServer } from '../../src/diagnosis/reading.js';
import type { Environment, Shell, SnippetPlace } from '../../src/knowledge/vocabulary.js';
import { caseOf } from '../case.js';
import { answersOf, type Conversation } from '../conversation/state.js';
import { loginServerOf } from './subject.js';

/** Where to look from; `either` is a computer of which the shell is not known. */
export type LookPlace = SnippetPlace | 'either';

/** A place as the tree's question has it, and the shell there. */
interface Whereabouts {
  readonly environment: Environment;
  readonly shell: Shell | null;
}

/** What choosing a place says. */
export const whereabouts: Readonly<Record<SnippetPlace, Whereabouts>> = {
  laptop: { environment: 'workstation', shell: 'posix' },
  windows: { environment: 'workstation', shell: 'powershell' },
  pod: { environment: 'kubernetes', shell: null },
  'azure-devops': { environment: 'azure-devops', shell: null },
  'github-actions': { environment: 'github-actions', shell: null },
  'cloud-shell': { environment: 'cloud-shell', shell: null },
};

/** Where it fails, as far as paste and answers tell and something can be run there; null where that is to be asked. Pure. */
export function lookPlaceOf(conversation: Conversation): LookPlace | null {
  const { environment } = caseOf(conversation.reading, answersOf(conversation));
  const shell = conversation.shell ?? conversation.reading?.shell ?? null;
  switch (environment) {
    case 'kubernetes':
      return 'pod';
    case 'azure-devops':
    case 'github-actions':
    case 'cloud-shell':
      return environment;
    case 'workstation':
      return shell === null ? 'either' : computers[shell];
    case null:
      return shell === null ? null : computers[shell];
    case 'azure-service':
    case 'portal':
      return null;
  }
}

const computers: Readonly<Record<Shell, SnippetPlace>> = { posix: 'laptop', powershell: 'windows' };

/** The registry that is looked at; null while it is not known. Pure. */
export function registryToLookAt(conversation: Conversation): LoginServer | null {
  return loginServerOf(answersOf(conversation));
}
