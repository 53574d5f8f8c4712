import { redact } from '../../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { Company } from '../company.js';
import type { Somebody } from '../somebody.js';
import { minute } from '../story.js';
import type { Canary, Flock } from './canary.js';
import { hatch } from './hatch.js';
import { shapes } from './shapes.js';

/** What somebody writes into a field, with the canaries in it. */
export interface Words {
  readonly field: Field;
  readonly text: string;
  readonly canaries: readonly Canary[];
}

/** Fields whose words are kept, or shown to others, once secrets in them are replaced; and how much is written at once. */
const room = {
  'reason of a request': 480,
  'question of an approver': 480,
  'answer to it': 480,
  'why it was denied': 480,
  'word beside a vote': 190,
  'note of a handover': 900,
} as const;
export type Field = keyof typeof room;

export function isField(handler: string): handler is Field {
  return Object.hasOwn(room, handler);
}

const PATIENCE_MS = 20_000;
const outdated = 'DOCKER_VERSION_ERROR: your docker client is too old';
const { chat, ui } = textsFor('en');

/** Every shape for a field, as many at once as there is room for; what is longer comes alone. */
export function wordsFor(field: Field, flock: Flock): readonly Words[] {
  const packs: Canary[][] = [[]];
  let used = 0;
  for (const shape of shapes) {
    const canary = hatch(field, shape, 'plain', flock);
    if (used > 0 && used + canary.line.length > room[field]) {
      packs.push([]);
      used = 0;
    }
    packs.at(-1)?.push(canary);
    used += canary.line.length + 1;
  }
  return packs.map((canaries) => ({ field, canaries, text: canaries.map(({ line }) => line).join('\n') }));
}

/** Canaries that a text still holds once what is known for a secret is replaced in it. */
export function survivors({ text, canaries }: Pick<Words, 'text' | 'canaries'>): readonly Canary[] {
  const left = redact(text).text;
  return canaries.filter(
    ({ core, literal }) => left.includes(core) || (literal !== null && left.includes(literal)),
  );
}

/** Fills in all fields, as people do. Gives what was written. */
export async function writeAll(company: Company, flock: Flock): Promise<readonly Words[]> {
  const reasons = wordsFor('reason of a request', flock);
  const questions = wordsFor('question of an approver', flock);
  const answers = wordsFor('answer to it', flock);
  const whys = wordsFor('why it was denied', flock);
  const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
  for (const [i, reason] of reasons.entries()) {
    await request(company, dana, olga, reason.text);
    await askBack(company, dana, olga, questions[i]?.text ?? 'for what?', answers[i]?.text ?? 'builds');
    await deny(dana, olga, whys[i]?.text ?? 'not now');
  }
  const words = wordsFor('word beside a vote', flock);
  for (const [i, { text }] of words.entries()) await vote(company, `U0VOTER${i}`, text);
  const notes = wordsFor('note of a handover', flock);
  for (const [i, { text }] of notes.entries()) await handOver(company, `U0HELPED${i}`, text);
  return [...reasons, ...questions, ...answers, ...whys, ...words, ...notes];
}

/** Asks for the role once more, longer after the last denial than one has to wait. */
async function request({ sandbox }: Company, dana: Somebody, olga: Somebody, reason: string): Promise<void> {
  sandbox.advance(15 * minute);
  await dana.diagnose(sandbox.world().paste, {}, chat.verbs['request-role']);
  await dana.fill({ duration: '2', reason });
  await olga.until(() => olga.channel !== '' && olga.card.buttons.length > 0);
}

async function askBack(
  { sandbox }: Company,
  dana: Somebody,
  olga: Somebody,
  question: string,
  answer: string,
): Promise<void> {
  sandbox.advance(minute);
  await olga.answerCard('Ask back', question);
  await dana.until(() => dana.newest.fields.has('words'));
  await dana.newest.fill({ words: answer });
  await dana.until(() => !dana.newest.fields.has('words'));
  await olga.until(() => olga.card.text.includes('Answer: '));
}

/** Until the requester knows of it: then nothing more is to be told. */
async function deny(dana: Somebody, olga: Somebody, why: string): Promise<void> {
  const told = (): number => dana.read.split('was denied').length;
  const before = told();
  await olga.answerCard('Deny', why);
  await dana.until(() => told() > before);
  await olga.until(() => olga.card.buttons.length === 0);
}

async function vote(company: Company, id: string, word: string): Promise<void> {
  const { slack } = company;
  company.sandbox.advance(1_000);
  slack.user(id, id);
  await slack.say(id, outdated);
  await submit(company, id, chat.verbs.unhelpful, chat.send, word);
  await slack.until(() => !slack.last(id).buttons.includes(chat.send), PATIENCE_MS);
}

async function handOver(company: Company, id: string, note: string): Promise<void> {
  const { slack } = company;
  company.sandbox.advance(1_000);
  slack.user(id, id);
  await slack.say(id, outdated);
  const before = slack.server.callsOf('chat.postMessage').length;
  await submit(company, id, ui.verbs.handover, ui.verbs['send-handover'], note);
  // To the person, and to those who help.
  await slack.until(() => slack.server.callsOf('chat.postMessage').length >= before + 3, PATIENCE_MS);
}

/** Presses what opens a form with one field, fills it in, and sends it. */
async function submit(
  { slack }: Company,
  id: string,
  open: string,
  send: string,
  text: string,
): Promise<void> {
  await slack.until(() => slack.messagesTo(id).some(({ buttons }) => buttons.includes(open)), PATIENCE_MS);
  await slack.press(id, slack.last(id), open);
  await slack.until(() => slack.last(id).buttons.includes(send), PATIENCE_MS);
  const form = slack.last(id);
  await slack.submitForm(id, form, { [form.fields[0] ?? '']: text }, send);
}
