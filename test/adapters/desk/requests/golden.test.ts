import { expect, test } from 'vitest';
import { rendered } from '../../../../adapters/slack/render/message.js';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import { messageBlocks } from '../../../fakes/slack/limits.js';
import { requestSamples } from '../../../support/request-samples.js';
import { lint } from '../../teams/cards/lint.js';

/** In English the goldens of both platforms have every kind. */
const inOthers = (['de', 'zh-Hans'] as const).flatMap((language) =>
  [
    'role-form',
    'approver-card',
    'settled-card',
    'secret-form-client-secret',
    'secret-card-admin-password',
    'secret-in-vault',
  ].map((kind) => [kind, language] as const),
);

/** What approvers and requesters see, as files: a change of wording or layout is seen in them. */
test.each(inOthers)('%s in %s', async (kind, language) => {
  const message = requestSamples(language)[kind];
  if (message === undefined) throw new Error(`no ${kind}`);
  const slack = rendered(message, language);
  const teams = cardsOf(message, language);
  for (const blocks of slack.pages) expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
  for (const card of teams) expect(lint(card)).toEqual([]);
  for (const [platform, payload] of Object.entries({ slack, teams })) {
    const file = `${JSON.stringify(payload, null, 2)}\n`;
    await expect(file).toMatchFileSnapshot(`golden/${kind}.${platform}.${language}.json`);
  }
});
