import type { Language } from '../../knowledge/language.js';
import type { GrantorFinding, GrantorFlaw } from './self-check.js';

/** "{role}", "{scope}". */
const sentences: Readonly<Record<Language, Readonly<Record<GrantorFlaw, string>>>> = {
  en: {
    everything: 'The identity that gives roles has “{role}” on {scope}: it could change anything there.',
    'manages-access':
      'The identity that gives roles has “{role}” on {scope}: it could change roles and give itself any.',
    unconditioned:
      'The identity that gives roles has “{role}” on {scope} without a condition: it could give anybody any role, Owner too.',
    'condition-too-wide':
      'The condition of “{role}” on {scope} lets the identity that gives roles give others than those that may be asked for, or cannot be read by me.',
    'removes-any':
      'The condition of “{role}” on {scope} lets the identity that gives roles remove any assignment.',
    'cannot-grant': 'The identity that gives roles may give none on {scope}.',
  },
  de: {
    everything:
      'Die Identität, die Rollen vergibt, hat „{role}“ auf {scope}: Sie könnte dort alles verändern.',
    'manages-access':
      'Die Identität, die Rollen vergibt, hat „{role}“ auf {scope}: Sie könnte Rollen verändern und sich selbst jede geben.',
    unconditioned:
      'Die Identität, die Rollen vergibt, hat „{role}“ auf {scope} ohne Bedingung: Sie könnte jedem jede Rolle geben, auch Owner.',
    'condition-too-wide':
      'Die Bedingung von „{role}“ auf {scope} erlaubt der Identität, die Rollen vergibt, andere als die anfragbaren, oder ich kann sie nicht lesen.',
    'removes-any':
      'Die Bedingung von „{role}“ auf {scope} erlaubt der Identität, die Rollen vergibt, jede Zuweisung zu entfernen.',
    'cannot-grant': 'Die Identität, die Rollen vergibt, darf auf {scope} keine vergeben.',
  },
  'zh-Hans': {
    everything: '负责授予角色的标识在 {scope} 上拥有“{role}”：它可以更改那里的一切。',
    'manages-access': '负责授予角色的标识在 {scope} 上拥有“{role}”：它可以更改角色，并授予自己任何角色。',
    unconditioned:
      '负责授予角色的标识在 {scope} 上拥有不带条件的“{role}”：它可以向任何人授予任何角色，包括 Owner。',
    'condition-too-wide':
      '{scope} 上“{role}”的条件允许负责授予角色的标识授予不可申请的角色，或者该条件无法解读。',
    'removes-any': '{scope} 上“{role}”的条件允许负责授予角色的标识删除任何角色分配。',
    'cannot-grant': '负责授予角色的标识不能在 {scope} 上授予任何角色。',
  },
};

/** A finding as a sentence for whoever runs the bot. */
export function grantorSentence({ flaw, role, scope }: GrantorFinding, language: Language): string {
  return sentences[language][flaw].replace('{role}', () => role ?? '').replace('{scope}', () => scope);
}
