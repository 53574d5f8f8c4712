import type { Rows } from './row.js';

/** Who somebody is, on the platforms and in Azure. */
export const identity = {
  T40: {
    abuse: 'requests to the address for Slack that Slack has not signed',
    defence: 'there is no switch for the signature, and no start without its secret',
    state: 'defended',
    removal: {
      file: 'adapters/slack/config.ts',
      from: String.raw`signingSecret: z.string().regex(/^\S{16,}$/)`,
      to: 'signingSecret: z.string()',
      test: 'test/adapters/slack/start.test.ts',
      named: 'refuses a configuration',
    },
  },
  T41: {
    abuse: 'an activity with a token that the channel did not make for this bot',
    defence: 'issuer, audience and signature are looked at before the SDK sees it',
    state: 'defended',
    removal: {
      file: 'adapters/teams/inbound/token.ts',
      from: '  return claims.iss === policy.issuer && claims.aud === policy.appId && ours;',
      to: '  return ours;',
      test: 'test/adapters/teams/inbound/authentication.test.ts',
    },
  },
  T42: {
    abuse: 'an empty app id, with which the SDK asks nobody for a token',
    defence: 'no start without one, but for a test client on this machine',
    state: 'defended',
    removal: {
      file: 'adapters/teams/config.ts',
      from: "  if (settings.appId === '' && !settings.local) throw misconfigured('appId is empty');\n",
      to: '',
      test: 'test/adapters/teams/config.test.ts',
      named: 'it does not start with (security T42)',
    },
  },
  T43: {
    abuse: 'an activity that names another address for the answer',
    defence: 'hosts of the connector only; stored addresses are judged again before each call',
    state: 'defended',
    removal: {
      file: 'adapters/teams/service-url.ts',
      from: '  return hostname === publicHost || serviceHosts.includes(hostname);',
      to: '  return serviceHosts.length >= 0;',
      test: 'test/adapters/teams/outbound/delivery.test.ts',
      named: '(security T43)',
    },
  },
  T44: {
    abuse: 'people of other tenants, guests, and who has joined a meeting by a link',
    defence: 'tenants of a list; the roster says who is a member, and guests see what anybody may see',
    state: 'defended',
    removal: {
      file: 'adapters/teams/outbound/members.ts',
      from: '    (userType === undefined || /^member$/i.test(userType)) &&\n',
      to: '',
      test: 'test/adapters/teams/outbound/members.test.ts',
    },
  },
  T45: {
    abuse: 'strangers in a shared channel, and guests of the workspace',
    defence: 'who is a stranger, restricted, or of another workspace is a guest',
    state: 'defended',
    removal: {
      file: 'adapters/slack/people.ts',
      from: '        user.is_stranger ||\n',
      to: '',
      test: 'test/adapters/slack/people.test.ts',
      named: 'a guest',
    },
  },
  T46: {
    abuse: 'the bot tells of registries that somebody may not know of',
    defence: 'what the policy does not mark answers as one that is not there, for every check and request',
    state: 'defended',
    removal: {
      file: 'src/access/propose-role.ts',
      from: 'found.value === null || !isSeen(config.policy, found.value)',
      to: 'found.value === null',
      test: 'test/access/propose-role.test.ts',
      named: 'T46',
    },
  },
  T47: {
    abuse: 'somebody’s chat account is taken over',
    defence: 'from tier 2 on a fresh sign-in in the browser, with an authentication context where one is set',
    state: 'defended',
    rest: 'authentication contexts are yours to set up in Entra, and were not tried there',
    removal: {
      file: 'src/azure/sign-in/assurance.ts',
      from: "  if (age > maxAge * 1000) return 'freshness';\n",
      to: '',
      test: 'test/azure/sign-in/assurance.test.ts',
    },
  },
  T48: {
    abuse: 'an identity of the bot that may do more than its part',
    defence: 'at the start and each hour it looks at its own rights, and serves nobody with one too many',
    state: 'defended',
    rest: 'rights outside the registries of the policy, and above and below them, are not seen',
    removal: {
      file: 'src/access/identities/flaw.ts',
      from: '  return flaws.every(({ code }) => !blocking.includes(code));',
      to: '  return blocking.length > flaws.length;',
      test: 'test/access/identities/watch.test.ts',
      named: 'T48',
    },
  },
  T49: {
    abuse: 'two bots that answer each other for ever',
    defence:
      'bots are not answered, whichever way a platform says that one wrote; six texts a minute of anybody',
    state: 'defended',
    removal: {
      file: 'adapters/teams/inbound/admit.ts',
      from: "  return from.role === 'bot' || from.id.startsWith('28:') || from.id === recipient?.id;",
      to: '  return from.id === recipient?.id;',
      test: 'test/adapters/teams/inbound/bad-input.test.ts',
    },
  },
} as const satisfies Rows;
