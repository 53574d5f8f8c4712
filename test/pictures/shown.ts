import { dressed, forOthers, frozen } from '../../adapters/desk/dress.js';
import { handedOver } from '../../adapters/desk/handing-over.js';
import type { Message } from '../../src/chat/message.js';
import type { Place } from '../../src/chat/place.js';
import type { Surface } from '../../src/chat/surface.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { silent } from '../../src/observe/log.js';
import { roleAsking } from '../support/request-samples.js';
import { samples } from '../support/samples.js';

/** What stands together on a sheet. */
export const asks = [
  'greeting',
  'question, account not linked',
  'question, answered',
  'check by hand',
  'typed question',
  'wrong answer',
];
export const answers = ['progress', 'outcome', 'resolved', 'handover, preview'];
export const looks = [
  'look from where it fails, offered',
  'where it fails',
  'how to look, shell not known',
  'how to look in a pipeline',
];
export const rest = [
  'resolved, after a vote and sharing',
  'outcome, shared with others',
  'long outcome',
  'handed over',
  'case in the channel of the team',
  'form with choices',
];
export const onPhone = ['question, account not linked', 'outcome'];

const channel: Place = { kind: 'channel', id: 'general', thread: null, shared: false };

/** The messages as people get them from the desk, in the order of a case. */
export async function shownMessages(language: Language): Promise<readonly (readonly [string, Message])[]> {
  const texts = textsFor(language);
  const all = new Map(Object.entries(await samples(language)));
  const bare = (name: string): Message => {
    const message = all.get(name);
    if (message === undefined) throw new Error(`no sample of ${name}`);
    return message;
  };
  const usual = {
    texts,
    said: 'nothing',
    shared: false,
    asking: null,
    asked: null,
    mayWithdraw: false,
    mayRequest: [],
    origin: null,
    standing: 'known',
    tellStanding: false,
  } as const;
  const dress = (name: string, more = {}): Message => dressed(bare(name), { ...usual, ...more });
  const toTeam = await caseForTeam(bare('handed-over'), language);
  const answer = texts.chat.answered.replace('{answer}', () => bare('question').ask?.options[0]?.label ?? '');
  return [
    ['greeting', dress('greeting')],
    ['question, account not linked', dress('question', { standing: 'may-link', tellStanding: true })],
    ['question, answered', frozen(dress('question'), answer)],
    ['check by hand', dress('check-by-hand')],
    ['typed question', dress('typed-question')],
    ['progress', dress('progress')],
    ['outcome', dress('outcome', { origin: channel })],
    ['outcome, shared with others', forOthers(bare('outcome'), texts)],
    ['long outcome', dress('long-outcome')],
    ['resolved', dress('resolved')],
    ['resolved, after a vote and sharing', dress('resolved', { said: 'unhelpful', shared: true })],
    ['handover, preview', dress('handover-preview')],
    ['handed over', dressed(toTeam.person, usual)],
    ['case in the channel of the team', toTeam.team],
    ['look from where it fails, offered', dress('offer-to-look')],
    ['where it fails', dress('where-it-fails')],
    ['how to look, shell not known', dress('how-to-look-in-either-shell')],
    ['how to look in a pipeline', dress('how-to-look')],
    ['wrong answer', dress('wrong-answer')],
    ['form with choices', dress('choice-form')],
    ['outcome, role being asked for', dress('outcome', { asking: roleAsking(language) })],
  ];
}

/** What the person and what the team gets when a case is handed over. */
async function caseForTeam(
  message: Message,
  language: Language,
): Promise<{ readonly person: Message; readonly team: Message }> {
  const posted: Message[] = [];
  const surface: Pick<Surface, 'nameOf' | 'post'> = {
    nameOf: async () => 'Dana Dev – Contoso',
    post: async (_channel, post) => {
      posted.push(post);
      return { ok: true, ref: 'posted' };
    },
  };
  const office = { handoverTo: { slack: 'C0HELP' }, log: silent };
  const dana = { platform: 'slack', tenant: 'T1', id: 'dana', objectId: null, guest: false } as const;
  const visit = { surface, person: dana, language };
  const person = await handedOver(office, visit, textsFor(language), message);
  const [team] = posted;
  if (team === undefined) throw new Error('nothing was posted to the team');
  return { person, team };
}
