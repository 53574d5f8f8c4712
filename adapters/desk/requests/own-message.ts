import type { Verified } from '../../../src/access/executor/verify.js';
import type { Question } from '../../../src/access/ledger.js';
import { type AccessRequest, isForRole, type RotationRequest } from '../../../src/access/request.js';
import type { Block, Button, Message } from '../../../src/chat/message.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { note } from '../dress.js';
import { ownId } from './ids.js';
import { alertFor, endingFor, mayDistrust, outcomeFor, workingFor } from './outcome.js';
import { portalUrl } from './portal.js';
import { askedFor, quoted } from './words.js';

/** What became of a request, with what its requester can do about it; null where there is nothing to say. Pure. */
export function outcomeMessage(request: AccessRequest, secretUrl: string | null): Message | null {
  const sentence = outcomeFor(request);
  if (sentence === null) return null;
  if (!isForRole(request)) {
    return request.state === 'rotated' ? newSecret(request, sentence, secretUrl) : plain(request, sentence);
  }
  const isOver = request.state === 'removed' || request.state === 'expired';
  return plain(request, sentence, isOver ? [button(request, 'again')] : []);
}

/** That a granted role counts by now; null for what is no role. Pure. */
export function workingMessage(request: AccessRequest, how: Verified['how']): Message | null {
  const sentence = workingFor(request, how);
  return sentence === null ? null : plain(request, sentence);
}

/** A while before a role ends, or after a secret was made new. Pure. */
export function endingMessage(request: AccessRequest): Message {
  const buttons = isForRole(request)
    ? [button(request, 'again')]
    : [button(request, 'works'), button(request, 'distrust')];
  return plain(request, endingFor(request), buttons);
}

/** An event about a new secret; null where there is none. Pure. */
export function alertMessage(request: AccessRequest): Message | null {
  const sentence = alertFor(request);
  if (sentence === null) return null;
  return plain(request, sentence, mayDistrust(request) ? [button(request, 'distrust')] : []);
}

/** What an approver wants to know, with the form to answer in. Pure. */
export function questionMessage(request: AccessRequest, { words }: Question): Message {
  const texts = textsFor(request.spec.requester.language);
  const { askedBack, yourAnswer, sendAnswer } = texts.requests;
  const about = askedFor(request.spec, texts);
  return {
    ...plain(request, `${askedBack.replace('{words}', () => quoted(words))} (${about})`),
    form: {
      id: ownId(request.id, 'answer'),
      title: yourAnswer,
      fields: [{ kind: 'text', id: 'words', label: yourAnswer, multiline: true }],
      submit: sendAnswer,
    },
  };
}

/** Where the new value is, never the value itself (security T18): an address in the team's vault, or a page of the bot. */
function newSecret(request: RotationRequest, sentence: string, secretUrl: string | null): Message {
  const { requester } = request.spec;
  const { rotations, chat } = textsFor(requester.language);
  const kept = request.made?.kept;
  const isInVault = kept?.kind === 'vault';
  const command: readonly Block[] = isInVault
    ? [
        {
          type: 'code',
          language: 'bash',
          text: `az keyvault secret show --id ${kept.id} --query value --output tsv`,
        },
      ]
    : [];
  const url = isInVault ? portalUrl(kept.id, requester.tenant) : secretUrl;
  const label = isInVault ? rotations.whereInVault : chat.verbs['open-secret'];
  const open: readonly Button[] =
    url === null ? [] : [{ id: 'open-secret', verb: 'open-secret', label, url }];
  const buttons = [...open, button(request, 'works'), button(request, 'distrust')];
  const message = plain(request, sentence, buttons);
  return { ...message, blocks: [...message.blocks, ...command, { type: 'text', text: rotations.next }] };
}

function plain({ spec }: AccessRequest, sentence: string, buttons: readonly Button[] = []): Message {
  return { ...note(spec.requester.person, sentence), buttons };
}

function button({ id, spec }: AccessRequest, press: 'works' | 'distrust' | 'again'): Button {
  const verb = press === 'again' ? 'ask-again' : press;
  const { verbs } = textsFor(spec.requester.language).chat;
  return { id: ownId(id, press), verb, label: verbs[verb] };
}
