import { expect, test } from 'vitest';
import { rendered } from '../../../../adapters/slack/render/message.js';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import { languages } from '../../../../src/knowledge/language.js';
import { messageBlocks } from '../../../fakes/slack/limits.js';
import { lint } from '../../teams/cards/lint.js';
import { messages, onPlatforms } from './rendered.js';

const kinds = Object.keys(messages('en')).flatMap((kind) =>
  languages.map((language) => [kind, language] as const),
);

/** What approvers and requesters see, as files: a change of wording or layout is seen in them. */
test.each(kinds)('%s in %s', async (kind, language) => {
  const message = messages(language)[kind];
  if (message === undefined) throw new Error(`no ${kind}`);
  for (const blocks of rendered(message, language).pages)
    expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
  for (const card of cardsOf(message, language)) lint(card);
  for (const [platform, render] of Object.entries(onPlatforms)) {
    const file = `${JSON.stringify(render(message, language), null, 2)}\n`;
    await expect(file).toMatchFileSnapshot(`golden/${kind}.${platform}.${language}.json`);
  }
});
