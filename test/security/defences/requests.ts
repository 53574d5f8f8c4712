import type { Rows } from './row.js';

/** Requests for roles and secrets, and who approves them. */
export const requests = {
  T25: {
    abuse: 'a button comes back with another content',
    defence: 'it carries an id with 128 random bits of its own message; all else is read from the store',
    state: 'defended',
    removal: {
      file: 'adapters/desk/tickets.ts',
      from: 'shown === null || !id.startsWith(',
      to: 'shown === null || id === (',
      test: 'test/adapters/desk/desk.test.ts',
      named: 'twice, late, made up',
    },
  },
  T26: {
    abuse: 'a signed request is sent again, or was signed for later',
    defence: 'five minutes before and after; each event is let in once, whoever asks',
    state: 'defended',
    removal: {
      file: 'adapters/slack/signature.ts',
      from: 'Math.abs(Math.floor(now / 1000) - Number(timestamp)) > WINDOW_S',
      to: 'Math.floor(now / 1000) - Number(timestamp) > WINDOW_S',
      test: 'test/adapters/slack/receiver.test.ts',
      named: 'refuses, without a word',
    },
  },
  T27: {
    abuse: 'somebody approves their own request, from another account or as the owner of the identity',
    defence: 'object ids are compared, in the statement that decides and before anything is written',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/decide.ts',
      from: "    .where('requester', '<>', who)\n",
      to: '',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'is refused to the requester',
    },
  },
  T28: {
    abuse: 'a request is changed after its card was shown',
    defence: 'the verdict names the hash of what was on the card, and the statement compares it',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/decide.ts',
      from: "    .where('spec_hash', '=', specHash)\n",
      to: '',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'refuse a verdict with a hash of another spec',
    },
  },
  T29: {
    abuse: 'an approval of long ago is carried out',
    defence: 'a day to decide, an hour to carry out, by the clock of the database',
    state: 'defended',
    removal: {
      file: 'src/access/executor/still-allowed.ts',
      from: "  if (now - approved > APPROVAL_LASTS_MS) return no('approved-long-ago');\n",
      to: '',
      test: 'test/access/executor/void.test.ts',
      named: 'the decision',
    },
  },
  T30: {
    abuse: 'the approver loses the right between the press and the grant',
    defence: 'policy and directory are asked again before anything is written',
    state: 'defended',
    removal: {
      file: 'src/access/executor/still-allowed.ts',
      from: "    if (may.kind === 'refused') return no('approver-lost-right', may.reason);\n",
      to: '',
      test: 'test/access/executor/void.test.ts',
      named: 'between approval and grant',
    },
  },
  T31: {
    abuse: 'approve and deny at the same moment',
    defence: 'one statement decides what is still pending; whoever comes second changes nothing',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/decide.ts',
      from: "    .where('state', '=', 'pending')\n    .where('spec_hash'",
      to: "    .where('spec_hash'",
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'is over after the first verdict',
    },
  },
  T32: {
    abuse: 'an event that is delivered twice makes two assignments',
    defence: 'one open request of the same; the name of an assignment follows from what it gives',
    state: 'defended',
    removal: {
      file: 'src/access/executor/assignment-name.ts',
      from: '.update(name)',
      to: '.update(name + Math.random())',
      test: 'test/access/executor/wish.test.ts',
      named: 'is the same for the same',
    },
  },
  T33: {
    abuse: 'the process ends between approval and grant',
    defence:
      'jobs are leased and taken up again; a write without an answer is looked for before it is sent again',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/claim.ts',
      from: "or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)])",
      to: "or([eb('leased_until', 'is', null)])",
      test: 'test/store/ledger-sqlite.test.ts',
    },
  },
  T34: {
    abuse: 'the process ends between making a secret and keeping it',
    defence: 'what an attempt has left behind is removed, or made new once more; never guessed',
    state: 'defended',
    removal: {
      file: 'src/access/executor/rotation/make-client-secret.ts',
      from: '    if (displayName !== clientSecretName(request)) continue;',
      to: '    if (displayName !== request) continue;',
      test: 'test/access/executor/rotation/lost.test.ts',
      named: 'T34 with two answers lost when it is made',
    },
  },
  T35: {
    abuse: 'a role that gives more: Owner, delete, giving roles',
    defence: 'roles of a short list, in the policy and in a condition that Azure itself judges',
    state: 'defended',
    rest: 'that Azure refuses by the condition is shown against the simulated Azure',
    removal: {
      file: 'src/access/deploy/condition.ts',
      from: "[clause('write', 'Request', offer), clause('delete', 'Resource', offer)]",
      to: "[clause('delete', 'Resource', offer)]",
      test: 'test/access/deploy/condition.test.ts',
      named: 'the condition that is made of a policy',
    },
  },
  T36: {
    abuse: 'a name that widens the scope or gets out of the condition',
    defence:
      'the scope is that of Resource Manager; a repository passes the grammar of OCI before it is quoted',
    state: 'defended',
    removal: {
      file: 'src/access/executor/condition.ts',
      from: 'const repository = parseRepository(name);',
      to: 'const repository: string | null = name;',
      test: 'test/access/executor/wish.test.ts',
      named: 'is never made of what is no repository',
    },
  },
  T37: {
    abuse: 'somebody of the same name or e-mail',
    defence: 'people are object ids; a roster or a link says which, and nothing else does',
    state: 'defended',
    removal: {
      file: 'adapters/teams/outbound/members.ts',
      from: '    objectId?.toLowerCase() === person.objectId\n',
      to: '    objectId !== null\n',
      test: 'test/adapters/teams/outbound/members.test.ts',
    },
  },
  T38: {
    abuse: 'an approval by text, or by a page that somebody else has made',
    defence: 'only presses of cards, and pages that signed in: the post must come from a page of our own',
    state: 'defended',
    removal: {
      file: 'src/pages/web/same-origin.ts',
      from: "  return site === 'same-origin' && (",
      to: "  return site !== '' && (",
      test: 'test/pages/same-origin.test.ts',
    },
  },
  T39: {
    abuse: 'requests until somebody approves one to have peace',
    defence: 'five open ones of a person, twenty of a registry in an hour, ten minutes after a denial',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/submit.ts',
      from: '    Number(ofPerson.count) >= mostOpenOfPerson ||\n',
      to: '',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'a person has five open at most',
    },
  },
} as const satisfies Rows;
