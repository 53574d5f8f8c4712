import { textsFor } from '../../../src/knowledge/texts/index.js';
import { BOT_TOKEN, SIGNING_SECRET } from '../../fakes/slack/fake-slack.js';
import type { Company, Plot } from '../company.js';
import { rolePlot } from '../role-plot.js';
import { type Canary, Flock } from './canary.js';
import { askOddly, pasteAll } from './paste-all.js';
import { leaksIn, type Sink, valuesIn } from './search.js';
import { isField, survivors, type Words, writeAll } from './words.js';

/** A company with everything that text can be brought to, and somebody to hand cases over to. */
export function plotWith(env: Readonly<Record<string, string>> = {}): Plot {
  return rolePlot(1, { env: { HANDOVER_SLACK_CHANNEL: 'C0GENERAL1', ...env } });
}

/** What came of an exercise. */
export interface Exercise {
  readonly flock: Flock;
  readonly words: readonly Words[];
  /** What the deliveries were answered with. */
  readonly answers: readonly Sink[];
}

/** Brings canaries through every handler: pastes, requests that no platform makes, and fields of forms. */
export async function exercise(company: Company, together?: number): Promise<Exercise> {
  const flock = new Flock();
  const answers = [...(await pasteAll(company, flock, together)), ...(await askOddly(company, flock))];
  const words = await writeAll(company, flock);
  return { flock, words, answers };
}

/** What was found where, in the words of a person who reads the test's output. */
export interface Verdict {
  /** Of what was pasted: nothing of it may be anywhere. */
  readonly pasted: readonly string[];
  /** Of words in fields: what redaction does not know for a secret may be where such words belong. */
  readonly words: readonly string[];
  /** Secrets of Azure and of the bot itself. */
  readonly values: readonly string[];
}

/** Judges all sinks of an exercise. */
export function judged(
  { flock, words }: Pick<Exercise, 'flock' | 'words'>,
  sinks: readonly Sink[],
  company: Company,
): Verdict {
  const left = new Set<Canary>(words.flatMap(survivors));
  const isWord = ({ handler }: Canary): boolean => isField(handler);
  const leaks = sinks.flatMap((sink) => leaksIn(sink, flock));
  const told = (found: typeof leaks): readonly string[] => [
    ...new Set(
      found.map(({ sink, canary }) => `${sink}: ${canary === null ? 'of none known' : nameOf(canary)}`),
    ),
  ];
  return {
    pasted: told(leaks.filter(({ canary }) => canary === null || !isWord(canary))),
    words: told(
      leaks.filter(({ sink, canary: it }) => it !== null && isWord(it) && !(left.has(it) && belongs(sink))),
    ),
    values: sinks.flatMap((sink) =>
      valuesIn(sink, secretsOf(company)).map((value) => `${sink.name}: ${value}`),
    ),
  };
}

/** Words are for people and for the record: never for the log, or for whoever asked. */
function belongs(sink: string): boolean {
  return !/^(?:log|answers)/.test(sink);
}

export const clean: Verdict = { pasted: [], words: [], values: [] };

/** How much was looked for, and where. */
export function figures(
  { flock, words }: Pick<Exercise, 'flock' | 'words'>,
  sinks: readonly Sink[],
  company: Company,
): string {
  const handlers = new Set(flock.all.map(({ handler }) => handler));
  const bytes = sinks.reduce((sum, it) => sum + it.bytes.length, 0);
  const left = words.flatMap(survivors);
  return [
    `${flock.all.length} canaries through ${handlers.size} handlers, and ${secretsOf(company).length} secrets of Azure and of the bot,`,
    `searched for in ${sinks.length} sinks of ${Math.round(bytes / 1024)} KiB: ${sinks.map(({ name }) => name).join(', ')}.`,
    `Of ${words.flatMap(({ canaries }) => canaries).length} canaries in words, redaction left ${left.length}: ${left.map(nameOf).join('; ')}.`,
  ].join('\n');
}

/** Values made by Azure – those that a rotation makes among them – and what the bot itself signs in with. */
function secretsOf({ sandbox }: Company): readonly string[] {
  return [...sandbox.secrets(), SIGNING_SECRET, BOT_TOKEN];
}

function nameOf({ handler, shape, encoding }: Canary): string {
  return `${handler}, ${shape}, ${encoding}`;
}

/** Texts that stand in for a message where others may see them (security T19). */
export function previewsIn({ slack, teams }: Company): readonly string[] {
  const said = [
    ...slack.server.calls.filter(({ method }) => method.startsWith('chat.')).map(({ args }) => args['text']),
    ...slack.workspace.messages.map(({ text }) => text),
    ...teams.connector.calls.flatMap(({ body }) => [body['summary'], body['text'], ...fallbacksIn(body)]),
  ];
  return [...new Set(said.filter((it) => typeof it === 'string'))];
}

function fallbacksIn(body: unknown): readonly unknown[] {
  return [...JSON.stringify(body).matchAll(/"fallbackText":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    JSON.parse(text),
  );
}

/** All that such a text may be. */
export function constantTexts(): readonly string[] {
  const { chat } = textsFor('en');
  return [chat.fallback, chat.channelLine, chat.noDirect, chat.continued];
}
