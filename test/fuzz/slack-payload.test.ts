import { expect, test } from 'vitest';
import { draftOfEvent } from '../../adapters/slack/draft-event.js';
import {
  draftOfAction,
  draftOfCommand,
  draftOfPaste,
  draftOfShortcut,
} from '../../adapters/slack/draft-interaction.js';
import { readRef } from '../../adapters/slack/ref.js';
import { directMessage, eventCallback, mention } from '../fakes/slack/payloads.js';
import { holds } from './hold.js';
import { wildJson, wildText } from './wild.js';

const dana = 'U0DANA0001';
const events = [
  eventCallback('Ev1', directMessage(dana, 'D0DANA0001', '1780000000.000100', 'unauthorized')),
  eventCallback('Ev2', mention(dana, 'C0GENERAL1', '1780000000.000200', '<@U0ACRHELP1> help')),
  eventCallback('Ev3', { type: 'app_home_opened', user: dana, channel: 'D0DANA0001', tab: 'home' }),
];
const team = { id: 'T0CONTOSO1', domain: 'contoso' };
const interactions = [
  {
    type: 'block_actions',
    trigger_id: '1.2.abc',
    team,
    user: { id: dana, team_id: team.id },
    channel: { id: 'D0DANA0001' },
    container: { type: 'message', message_ts: '1780000000.000100', channel_id: 'D0DANA0001' },
    actions: [{ type: 'button', action_id: 'press/abc.b1', value: 'abc.b1', action_ts: '1780000001.000100' }],
    state: { values: { a: { 'field/reason': { type: 'plain_text_input', value: 'because' } } } },
    response_url: 'https://hooks.slack.com/actions/T0/1/abc',
  },
  {
    type: 'view_submission',
    team,
    user: { id: dana, team_id: team.id },
    view: {
      id: 'V1',
      hash: 'h',
      callback_id: 'paste',
      private_metadata: '{"channel":"C0GENERAL1"}',
      state: { values: {} },
    },
  },
  {
    type: 'message_action',
    callback_id: 'diagnose',
    team,
    user: { id: dana },
    channel: { id: 'C0GENERAL1' },
    message: {
      text: 'denied',
      ts: '1780000000.000100',
      files: [{ id: 'F1', mimetype: 'text/plain', size: 3 }],
    },
    message_ts: '1780000000.000100',
    action_ts: '1780000000.000100',
    response_url: 'https://hooks.slack.com/app/T0/1/abc',
    trigger_id: '1.2.abc',
  },
  {
    command: '/acr-help',
    text: 'unauthorized',
    team_id: team.id,
    user_id: dana,
    channel_id: 'C0GENERAL1',
    trigger_id: '1.2.abc',
    response_url: 'https://hooks.slack.com/commands/T0/1/abc',
  },
];
const words = ['unexpected-shape', 'no-team', 'unknown-event', 'not-for-us', 'unknown-action'];

test('a payload becomes a draft with ids of Slack, or a word why not', () => {
  const readers = [draftOfEvent, draftOfAction, draftOfCommand, draftOfShortcut, draftOfPaste];
  holds(
    wildJson(...events, ...interactions),
    (json) => {
      let body: unknown;
      try {
        body = JSON.parse(json);
      } catch {
        return [];
      }
      return readers.map((read) => read(body));
    },
    (drafts) => {
      for (const draft of Array.isArray(drafts) ? drafts : []) {
        if (typeof draft === 'string') expect(words).toContain(draft);
        else
          expect(draft).toMatchObject({
            team: expect.stringMatching(/^T/),
            user: expect.stringMatching(/^[UW]/),
          });
      }
    },
  );
});

test('each of the seeds is one that a reader takes', () => {
  const taken = [
    ...events.map(draftOfEvent),
    draftOfAction(interactions[0]),
    draftOfCommand(interactions[3]),
  ];
  for (const draft of taken) expect(draft).toMatchObject({ user: dana });
});

test('stored references are read again as what they were, or not', () => {
  holds(
    wildText(
      'C0GENERAL1/1780000000.000100',
      'C0GENERAL1/1780000000.000100/1780000000.000200',
      '{"channel":"C1","ts":"1.2","replies":[]}',
    ),
    readRef,
  );
});
