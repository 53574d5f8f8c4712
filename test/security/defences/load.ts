import type { Rows } from './row.js';

/** What is shown, how much comes in, and what the bot stands on. */
export const load = {
  T50: {
    abuse: 'mentions, links and markup in what an error or a name says',
    defence: 'elements that show text as it is; where Slack reads markup its three characters are escaped',
    state: 'defended',
    removal: {
      file: 'adapters/slack/render/inline.ts',
      from: "  return { type: 'plain_text', text: cut(unmarked(text), limit), emoji: false };",
      to: "  return { type: 'mrkdwn', text: cut(unmarked(text), limit), emoji: false };",
      test: 'test/adapters/slack/render.test.ts',
      named: 'whatever a fact holds comes out inert',
    },
  },
  T51: {
    abuse: 'characters that drive a terminal, break a line of the log or turn the reading direction',
    defence: 'taken out of whatever is shown; the log is JSON, an object a line',
    state: 'defended',
    removal: {
      file: 'adapters/terminal/clean.ts',
      from: ".replace(escapes, '').replace(controls, '')",
      to: '',
      test: 'test/adapters/terminal/render.test.ts',
      named: 'a value cannot drive the terminal',
    },
  },
  T52: {
    abuse: 'words in a paste that steer a language model',
    defence: 'there is none: pastes are read by grammars and tables',
    state: 'not applicable',
    why: 'no model is asked for anything',
  },
  T53: {
    abuse: 'a paste that is huge, or made to cost time',
    defence: '48 KB and 16 KB of a message, windows of a file; every pattern is linear',
    state: 'defended',
    removal: {
      file: 'src/diagnosis/normalise/cap.ts',
      from: 'if (raw.length <= head + tail)',
      to: 'if (raw.length >= 0)',
      test: 'test/diagnosis/normalise/normalise.test.ts',
      named: 'keeps the beginning and the end of a long text',
    },
  },
  T54: {
    abuse: 'a flood of requests, or of large ones',
    defence: 'no body beyond 256 KB, the signature before the content, lines of bounded length',
    state: 'defended',
    rest: 'a limit for each address is for your ingress',
    removal: {
      file: 'src/http/body.ts',
      from: 'export const BODY_LIMIT = 256 * 1024;',
      to: 'export const BODY_LIMIT = 4096 * 1024;',
      test: 'test/adapters/slack/receiver.test.ts',
      named: 'a body over 256 KB is not read',
    },
  },
  T55: {
    abuse: 'unsigned tokens that make the SDK remember each tenant',
    defence: 'a token that names a tenant which is not ours never reaches the SDK',
    state: 'defended',
    removal: {
      file: 'adapters/teams/inbound/token.ts',
      from: 'const ours = tenant === undefined || policy.allowedTenants.some((allowed) => allowed === tenant);',
      to: 'const ours = true;',
      test: 'test/adapters/teams/inbound/flood.test.ts',
    },
  },
  T56: {
    abuse: 'people use up what Azure lets the bot ask',
    defence: 'six texts a minute of a person; eight calls at once; what has just been read is asked once',
    state: 'defended',
    rest: 'other programs of the same identity use the same limits of Azure',
    removal: {
      file: 'adapters/desk/desk.ts',
      from: '  texts: { burst: 6, perMinute: 6 },',
      to: '  texts: { burst: 600, perMinute: 600 },',
      test: 'test/adapters/desk/desk.test.ts',
      named: 'too much is answered once',
    },
  },
  T57: {
    abuse: 'the record is changed afterwards',
    defence: 'a chain of hashes, written with what it tells; an anchor that is kept elsewhere tells of a cut',
    state: 'defended',
    rest: 'a cut at the end shows only with an anchor that you keep',
    removal: {
      file: 'src/access/audit.ts',
      from: "  if (row.hash !== hashOf(previous, seq, body)) return { seq, why: 'hash' };\n",
      to: '',
      test: 'test/access/audit.test.ts',
    },
  },
  T58: {
    abuse: 'the policy is changed under way, or read although it is wrong',
    defence: 'read at the start only; a file with a mistake is none; its hash is in each decision',
    state: 'defended',
    removal: {
      file: 'src/access/policy/load.ts',
      from: "  if (findings.length === 0) return { kind: 'policy', policy };",
      to: "  if (findings.length >= 0) return { kind: 'policy', policy };",
      test: 'test/access/policy/load.test.ts',
    },
  },
  T59: {
    abuse: 'a package that is exchanged, or runs something when it is installed',
    defence: 'exact versions with their hashes; nothing that runs needs an install script',
    state: 'defended',
    rest: 'who has published a package is not checked',
    removal: {
      file: 'package.json',
      from: '    "zod": "',
      to: '    "zod": "^',
      test: 'test/security/supply-chain.test.ts',
    },
  },
  T60: {
    abuse: 'clocks that differ let something expire too late',
    defence: 'all processes go by the clock of the database; between two looks by one that nobody sets',
    state: 'defended',
    removal: {
      file: 'src/store/clock.ts',
      from: '    base = time - (asked + answered) / 2;',
      to: '    base = Date.now() - (asked + answered) / 2;',
      test: 'test/store/clock.test.ts',
    },
  },
} as const satisfies Rows;
