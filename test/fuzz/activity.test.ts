import { expect, test } from 'vitest';
import { pressedOf } from '../../adapters/teams/cards/data.js';
import { parseActivity } from '../../adapters/teams/inbound/activity.js';
import { isBot, refusalOf } from '../../adapters/teams/inbound/admit.js';
import {
  isJoining,
  keyOf,
  messageOf,
  placeOf,
  senderOf,
  shortcutOf,
} from '../../adapters/teams/inbound/event.js';
import { textOfHtml } from '../../adapters/teams/inbound/html-text.js';
import { readRef, readReference } from '../../adapters/teams/outbound/reference.js';
import { isTrustedService } from '../../adapters/teams/service-url.js';
import { holds } from './hold.js';
import { wildJson, wildText } from './wild.js';

const tenant = '11111111-2222-4333-8444-555555555555';
const seed = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  from: { id: '29:dana', aadObjectId: tenant, name: 'Dana' },
  recipient: { id: '28:bot' },
  conversation: { id: '19:abc@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: tenant },
  text: '<at>acr-help</at> docker push says unauthorized',
  attachments: [{ contentType: 'text/html', content: '<div><at id="0">acr-help</at> hello<br>there</div>' }],
  entities: [{ type: 'mention', text: '<at>acr-help</at>', mentioned: { id: '28:bot' } }],
  channelData: { tenant: { id: tenant }, team: { id: '19:team' }, channel: { id: '19:abc', type: 'shared' } },
  value: { v: 1, k: 'answer', n: 'abc.auth-method', o: 'service-principal', 'i:reason': 'x' },
};
const policy = { allowedTenants: [tenant], serviceHosts: [], local: false };

test('an activity is read or refused, and everything that is made of it can be made', () => {
  holds(wildJson(seed, { ...seed, type: 'invoke', name: 'adaptiveCard/action' }), (json) => {
    const activity = parseActivity(Buffer.from(json));
    if (activity === null) return null;
    const refusal = refusalOf(activity, policy);
    if (refusal === null && !isBot(activity)) {
      expect(isTrustedService(activity.serviceUrl, policy)).toBe(true);
      expect(senderOf(activity)?.tenant).toBe(tenant);
    }
    return [
      placeOf(activity),
      keyOf(activity),
      messageOf(activity),
      shortcutOf(activity.value),
      isJoining(activity),
    ];
  });
});

test('an activity that is deeper than the stack is refused, whatever it would be', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const json = JSON.stringify({ ...seed, value: 'here' }).replace('"here"', deep);
  expect(parseActivity(Buffer.from(json))).toBeNull();
});

test('what a card carries is ids of this version, or nothing', () => {
  const data = wildJson(
    seed.value,
    { v: 1, k: 'press', b: 'abc.b1' },
    { v: 1, k: 'form', f: 'f', 'c:slot': 'two' },
  );
  holds(data, (json) => {
    try {
      return pressedOf(JSON.parse(json));
    } catch (error) {
      // Only the test's own reading of the JSON may fail.
      expect(error).toBeInstanceOf(SyntaxError);
      return null;
    }
  });
});

test('HTML of a message becomes text', () => {
  holds(
    wildText(
      '<div><at id="0">acr-help</at>&nbsp;a<br>b</div>',
      '<pre>x &lt; y</pre><script>alert(1)</script>',
      '<div>'.repeat(200),
    ),
    (it) => textOfHtml(it, ['acr-help']),
  );
});

test('stored addresses are read again as what they were, or not', () => {
  const stored = wildJson({ serviceUrl: seed.serviceUrl, conversation: 'a:1', activities: ['1', '2'] });
  holds(stored, (it) => [readRef(it), readReference(it)]);
});

test('no address but a connector of Teams is trusted', () => {
  holds(
    wildText(
      'https://smba.trafficmanager.net/teams/',
      'https://smba.trafficmanager.net.evil/',
      'http://127.0.0.1:80/',
    ),
    (it) => isTrustedService(it, policy),
    (trusted, it) => {
      if (trusted) expect(it).toMatch(/^https:\/\/smba\.trafficmanager\.net(?:[/?#]|$)/i);
    },
  );
});
