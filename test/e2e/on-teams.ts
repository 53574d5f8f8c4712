import { z } from 'zod';
import { execute } from '../fakes/teams/activities.js';
import { inputsOf } from '../fakes/teams/inputs.js';
import type { TeamsUser } from '../fakes/teams/people.js';
import { choicesIn, choicesOf, isAction, isField, partsOf, type Shown } from '../fakes/teams/shown.js';
import type { FakeTeams } from '../fakes/teams/teams.js';
import { beginning, type View } from './somebody.js';

type Did = <T>(done: Promise<T>) => Promise<T>;
type Inputs = Readonly<Record<string, string>>;

/** What a button of the adapter carries: `k` says what it is. */
const data = z.looseObject({ k: z.string(), n: z.string().optional(), o: z.string().optional() });
const action = z.looseObject({
  type: z.string(),
  title: z.string(),
  verb: z.string().optional(),
  url: z.string().optional(),
  data: data.optional(),
});
type Action = z.output<typeof action>;

/**
 * A message on Teams, and what somebody can do with it.
 *
 * @param channel where it stands; null: in their chat with the bot
 */
export function onTeams(
  teams: FakeTeams,
  user: TeamsUser,
  message: Shown,
  channel: string | null,
  did: Did,
): View {
  const parts = partsOf(message.activity);
  const actions = parts.filter(isAction).map((it) => action.parse(it));
  const inputs = parts.filter(isField);
  const press = (is: (it: Action) => boolean, entered: Inputs = {}) => {
    const found = actions.find((it) => it.url === undefined && is(it));
    if (found === undefined) throw new Error(`nothing to press: ${message.buttons.join(' | ')}`);
    return did(pressed(teams, user, message, found, channel, entered));
  };
  return {
    text: message.text,
    buttons: actions.filter(({ url }) => url === undefined).map(({ title }) => title),
    pages: new Map(actions.flatMap(({ title, url }) => (url === undefined ? [] : [[title, url]]))),
    question: questionIn(message, actions),
    fields: new Map(inputs.map((it) => [idOf(it), choicesIn(it).map(({ title }) => title)])),
    press: (label) => press(({ title }) => title === label),
    answer: (label) => {
      const choice = choicesOf(message.activity).find(({ title }) => title === label);
      if (choice === undefined) return press(({ title }) => title === label);
      return press((it) => it.data?.k === 'choice', { 'i:choice': choice.value });
    },
    fill: (values) => {
      const entered = inputs.flatMap((it) => {
        const value = values[idOf(it)];
        if (value === undefined) return [];
        const choices = choicesIn(it).map(({ title }) => title);
        return [[idOf(it), choices.length === 0 ? value : beginning(choices, value)]];
      });
      return press((it) => it.data?.k === 'form', inputsOf(message.activity, Object.fromEntries(entered)));
    },
  };
}

function pressed(
  teams: FakeTeams,
  user: TeamsUser,
  message: Shown,
  found: Action,
  channel: string | null,
  entered: Inputs,
) {
  const { type, verb, data: held } = found;
  // Teams adds the values of inputs to what the card says.
  const sent = { type, verb, data: { ...held, ...entered } };
  const activity = execute(user, teams.serviceUrl, message.id, sent);
  if (channel === null) return teams.deliver(activity);
  return teams.deliver({
    ...activity,
    conversation: {
      ...{ isGroup: true, conversationType: 'channel', tenantId: user.tenant },
      id: `${channel};messageid=${message.id}`,
    },
    channelData: {
      tenant: { id: user.tenant },
      channel: { id: channel },
      team: { id: '19:team@thread.tacv2' },
    },
  });
}

function questionIn(message: Shown, actions: readonly Action[]): View['question'] {
  const list = actions.find((it) => it.data?.k === 'choice');
  if (list !== undefined) {
    const options = choicesOf(message.activity).map(({ title, value }) => [value, title] as const);
    return { node: list.data?.n ?? '', options: new Map(options) };
  }
  const answers = actions.flatMap(({ title, data: held }) =>
    held?.k === 'answer' ? [{ node: held.n ?? '', option: held.o ?? '', title }] : [],
  );
  const [first] = answers;
  if (first === undefined) return null;
  return { node: first.node, options: new Map(answers.map(({ option, title }) => [option, title])) };
}

function idOf(input: Readonly<Record<string, unknown>>): string {
  const id = String(input['id']);
  return id.slice(id.indexOf(':') + 1);
}
