import type { Block, Step } from '../../src/chat/message.js';
import type { LogLook } from '../../src/checks/login-events/log-look.js';
import { type PlaceholderValues, renderCommand } from '../../src/knowledge/fixes/commands.js';
import type { Language } from '../../src/knowledge/language.js';
import { linkUrl } from '../../src/knowledge/links.js';
import { logCommands } from '../../src/knowledge/login-events.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { commandBlocks } from './code.js';
import { fill } from './fill.js';
import { besideTheCase } from './logged-beside.js';
import { readingsOf, rowsOf, timeOf } from './logged-rows.js';
import { placeholderBlocks } from './placeholders.js';

export interface LogParts {
  readonly texts: Texts;
  readonly language: Language;
  readonly look: LogLook;
  /** Values of the case for commands. */
  readonly values: PlaceholderValues;
}

/** What a look at the registry's log gave, or why it gave nothing, with what to do about that. Pure. */
export function logBlocks({ texts, language, look, values }: LogParts): readonly Block[] {
  const { loginEvents: log } = texts;
  const source: readonly Block[] = [
    {
      type: 'links',
      items: [{ title: texts.links['registry-logs'], url: linkUrl('registry-logs', language) }],
    },
  ];
  switch (look.kind) {
    case 'events':
      return [{ type: 'heading', text: log.title }, ...eventBlocks(texts, look, language), ...source];
    case 'not-collected': {
      const known = { ...values, registryId: look.registryId };
      const steps: readonly Step[] = [
        { text: log.switchOn.command, code: commandBlocks(renderCommand(logCommands.collect, known)) },
        { text: log.switchOn.portal },
        { text: log.switchOn.after },
      ];
      return [
        text(log.notCollected[look.why]),
        { type: 'heading', text: log.switchOn.title },
        ...withPlaceholders(texts, steps),
        ...source,
      ];
    }
    case 'nothing-own': {
      const list = renderCommand(logCommands.list, values);
      return [
        text(log.nothingOwn),
        ...withPlaceholders(texts, [{ text: log.ownerLooks, code: commandBlocks(list) }]),
      ];
    }
    case 'denied': {
      const { principal, workspace } = look;
      const known = {
        ...values,
        ...(principal === null ? {} : { principalId: principal }),
        ...(workspace === null ? {} : { workspaceResource: workspace }),
      };
      const grant = commandBlocks(renderCommand(logCommands.grant, known));
      return [text(log.denied[look.whose]), ...withPlaceholders(texts, [{ text: log.grant, code: grant }])];
    }
    case 'unseen': {
      const seconds = look.retryAfterSeconds;
      const again =
        seconds === null ? [] : [text(fill(log.tryAgainIn, { seconds: String(Math.ceil(seconds)) }))];
      return [text(log.unseen[look.why]), ...again];
    }
    case 'not-linked':
      return [text(log.notLinked)];
    case 'no-registry':
      return [text(log.noRegistry)];
  }
}

/** Where nobody of ours can look: who can, and how. */
export function logByHand({ texts, values }: Pick<LogParts, 'texts' | 'values'>): readonly Block[] {
  const list = commandBlocks(renderCommand(logCommands.list, values));
  return [
    text(texts.loginEvents.noAccess),
    ...withPlaceholders(texts, [{ text: texts.loginEvents.ownerLooks, code: list }]),
  ];
}

function eventBlocks(
  texts: Texts,
  look: Extract<LogLook, { kind: 'events' }>,
  language: Language,
): readonly Block[] {
  const { loginEvents: log } = texts;
  const { sees, from, to, events, more, partial, collected } = look;
  const ofCase = events.filter(({ match }) => match !== null);
  const others = events.filter(({ match }) => match === null);
  const section = (title: string, items: readonly string[]): readonly Block[] =>
    items.length === 0
      ? []
      : [
          { type: 'heading', text: title, about: 'evidence' },
          { type: 'list', items },
        ];
  const sentences = [
    ...(events.length === 0 ? [log.none] : ofCase.length === 0 ? [log.noneOfCase] : []),
    ...(ofCase.length === 0 ? [log.absence] : []),
    ...besideTheCase(log, look, language),
    ...(more ? [log.more] : []),
    ...(partial ? [log.partial] : []),
    ...(collected === null ? [log.settingsUnseen] : collected ? [] : [log.settingGone]),
    log.explainsOnly,
  ];
  return [
    text(fill(log.window, { from: timeOf(from), to: timeOf(to) })),
    ...(sees === 'own' ? [text(log.ownOnly)] : []),
    ...section(log.ofCase, rowsOf(log, ofCase)),
    ...section(log.others, rowsOf(log, others)),
    ...list(readingsOf(events).map((reading) => log.readings[reading])),
    ...sentences.map(text),
  ];
}

function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

function text(sentence: string): Block {
  return { type: 'text', text: sentence };
}

function withPlaceholders(texts: Texts, steps: readonly Step[]): readonly Block[] {
  return [
    { type: 'steps', items: steps },
    ...placeholderBlocks(
      texts,
      steps.flatMap(({ code = [] }) => code),
    ),
  ];
}
