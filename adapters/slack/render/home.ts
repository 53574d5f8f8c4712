import type { types } from '@slack/bolt';
import type { AskedFor, CaseSummary, Home, Standing } from '../../../src/chat/home.js';
import { type Language, locales } from '../../../src/knowledge/language.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import { blocksOf, bullets, paragraphs, rich } from './blocks.js';
import { controlsOf } from './controls.js';
import { limits } from './limits.js';

const SHOWN = 20;

/** The bot's own page: cases in words, requests, how to start, the account. Pure. */
export function homeView({ cases, requests, standing, buttons }: Home, language: Language): types.HomeView {
  const texts = textsFor(language);
  const { chat, ui } = texts;
  const head = (text: string): readonly types.KnownBlock[] => blocksOf({ type: 'heading', text }, ui);
  const say = (...lines: readonly string[]): readonly types.KnownBlock[] => rich(lines.flatMap(paragraphs));
  const list = cases.slice(0, SHOWN).flatMap((one) => paragraphs(caseLine(one, texts, language)));
  const blocks = [
    ...head(chat.homeStart),
    ...say(chat.welcome, chat.commands),
    ...head(chat.homeCases),
    ...(list.length === 0 ? say(chat.homeNone) : rich([bullets(list)])),
    ...head(chat.homeRequests),
    ...(requests.length === 0
      ? say(chat.homeNoRequests)
      : rich([
          bullets(requests.slice(0, SHOWN).flatMap((one) => paragraphs(requestLine(one, texts, language)))),
        ])),
    ...head(chat.homeAccount),
    ...say(...account(standing, texts)),
    ...controlsOf({ ask: null, buttons, form: null }, texts),
  ];
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) };
}

function requestLine(
  { what, registry, state, until }: AskedFor,
  { requests }: Texts,
  language: Language,
): string {
  const end = until === null ? '' : dayOf(until, language);
  return [`\`${what}\``, `\`${registry}\``, requests.states[state].replace('{until}', () => end)].join(' – ');
}

function dayOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language].intl, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

function account(standing: Standing, { chat }: Texts): readonly string[] {
  const sentences: Readonly<Record<Standing, readonly string[]>> = {
    known: [chat.alreadyLinked],
    guest: [chat.guest],
    'may-link': [chat.notLinked, chat.linkHint],
    unknown: [chat.linkUnavailable],
  };
  return sentences[standing];
}

function caseLine(
  { registry, cause, resolved, updatedAt }: CaseSummary,
  texts: Texts,
  language: Language,
): string {
  const day = dayOf(updatedAt, language);
  const { title } = texts.causes[cause ?? 'unknown'];
  const name = registry === null ? null : `\`${registry}\``;
  const state = resolved ? texts.chat.resolvedState : texts.chat.openState;
  return [name, title, `**${state}**`, day].filter((part) => part !== null).join(' – ');
}
