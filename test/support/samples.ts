import type { Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { snippetsOnly } from '../../src/probe/means.js';
import { finding, found, LiveTalk, linked, refusedPrincipal } from '../dialogs/live/live-talk.js';
import { logSamples } from './log-samples.js';
import { requestSamples } from './request-samples.js';
import { Talk } from './talk.js';

const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const firewalled =
  "Error response from daemon: denied: client with IP '203.0.113.7' is not allowed access, refer https://aka.ms/acr/firewall to grant access";

const unreachable =
  'docker: Error response from daemon: Get "https://contoso.azurecr.io/v2/": dial tcp: lookup contoso.azurecr.io: i/o timeout';
const inPipeline = `##[error]${unreachable}`;

/** Where the bot serves the probe. */
function withFile(talk: Talk, paste: string): Talk {
  const file = { url: 'https://bot.example.com/probe.mjs', sha256: '5f'.repeat(32) };
  talk.conversation = { ...talk.conversation, means: { ...snippetsOnly, file } };
  return talk.say(paste);
}

/** One message of every kind that the conversation makes, by what it is, for the renderers of all platforms. */
export async function samples(language: Language): Promise<Readonly<Record<string, Message>>> {
  const talk = (): Talk => new Talk(language);
  const good = [
    found('service-state', 'healthy'),
    found('registry-lookup', 'here'),
    found('permission-mode', 'legacy'),
    found('sp-application', 'found'),
    found('sp-secret-expiry', 'current'),
  ];
  const logged: [string, Message][] = [];
  for (const [name, log] of Object.entries(logSamples)) {
    const looking = new LiveTalk(linked, finding(...good, found('roles-legacy', 'none')));
    looking.conversation = { ...looking.conversation, language };
    await looking.say(refusedPrincipal);
    looking.log = log;
    logged.push([name, (await looking.press('login-events')).last]);
  }
  const live = new LiveTalk(linked, finding(...good, found('roles-legacy', 'none')));
  live.conversation = { ...live.conversation, language };
  await live.say(refusedPrincipal);
  const progress = live.messages.findLast(({ replaces }) => replaces !== null);
  const outcome = live.last;
  live.run = finding(...good, found('roles-legacy', 'covers'));
  await live.press('check-again');
  const resolved = live.last;
  const preview = talk().say(firewalled).press('handover').last;
  if (progress === undefined) throw new Error('no progress was shown');
  return {
    greeting: talk().start().last,
    question: talk().say(unauthorized).last,
    'check-by-hand': talk().say(unauthorized).answer('auth-method', 'admin-user').last,
    'typed-question': talk().say(firewalled).last,
    progress,
    outcome,
    'long-outcome': talk().say('DOCKER_VERSION_ERROR: your docker client is too old').last,
    resolved,
    'handover-preview': preview,
    ...Object.fromEntries(logged),
    'offer-to-look': talk().say(unreachable).last,
    'where-it-fails': talk().say(unreachable).press('look-there').last,
    'how-to-look': withFile(talk(), inPipeline).press('look-there').last,
    'how-to-look-in-either-shell': withFile(talk(), unreachable)
      .answer('environment', 'workstation')
      .press('look-there').last,
    'handed-over': talk().say(firewalled).press('handover').press('send-handover').last,
    'choice-form': choiceForm(language),
    ...requestSamples(language),
    'wrong-answer': talk().say(firewalled).say('no idea what you mean').last,
  };
}

/** A form with all that fields can be: chosen or not, begun or not. */
function choiceForm(language: Language): Message {
  const { asks, requests, chat } = textsFor(language);
  const optionsOf = (question: 'auth-method' | 'operation') =>
    Object.entries(asks[question].options).map(([id, label]) => ({ id, label }));
  const message = new Talk(language).start().last;
  const label = requests.durationLabel.day.replace('{most}', '14');
  return {
    ...message,
    blocks: message.blocks.slice(0, 1),
    ask: null,
    form: {
      id: 'choice-form',
      title: asks['auth-method'].question,
      fields: [
        {
          kind: 'choice',
          id: 'auth-method',
          label: asks['auth-method'].question,
          options: optionsOf('auth-method'),
        },
        {
          kind: 'choice',
          id: 'operation',
          label: asks.operation.question,
          options: optionsOf('operation'),
          chosen: 'push',
        },
        { kind: 'text', id: 'duration', label, multiline: false, value: '7' },
        { kind: 'text', id: 'reason', label: requests.reasonLabel, multiline: true },
      ],
      submit: chat.send,
    },
  };
}
