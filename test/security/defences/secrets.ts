import type { Rows } from './row.js';

/** Secrets: those that people paste, and those that the bot makes new. */
export const secrets = {
  T14: {
    abuse: 'a pasted secret comes back in what the bot says',
    defence: 'answers are made of facts; where words of people are passed on, secrets in them are replaced',
    state: 'defended',
    removal: {
      file: 'adapters/desk/redacting.ts',
      from: '  return text;',
      to: "  return words ?? '';",
      test: 'test/adapters/desk/requests/secret-asking.test.ts',
      named: 'T14',
    },
  },
  T15: {
    abuse: 'a secret in the store, the log, a metric or a trace',
    defence:
      'only facts are kept; fields of the log are listed, and the finished line is looked through once more',
    state: 'defended',
    removal: {
      file: 'src/observe/json-log.ts',
      from: 'destination.write(scrubbed(line))',
      to: 'destination.write(line)',
      test: 'test/observe/scrub.test.ts',
    },
  },
  T16: {
    abuse: 'secrets inside of errors of an SDK',
    defence: 'errors become codes at the edge; of what an SDK says the log has the severity alone',
    state: 'defended',
    removal: {
      file: 'adapters/slack/sdk-log.ts',
      from: "error: () => log.warn('slack.sdk', { severity: 'error' }),",
      to: "error: (...said) => log.warn('slack.sdk', { severity: said.join(' ') }),",
      test: 'test/adapters/slack/sdk-log.test.ts',
    },
  },
  T17: {
    abuse: 'Azure answers with both passwords, and the wrong one goes on',
    defence: 'the one of the slot that was asked for is taken by its name, the other is dropped there',
    state: 'defended',
    removal: {
      file: 'src/azure/rotator-wire.ts',
      from: 'all.filter(({ name }) => name === slot)',
      to: 'all.slice(0, 1)',
      test: 'test/azure/rotator.test.ts',
    },
  },
  T18: {
    abuse: 'a new secret is posted where others read',
    defence: 'a message has no field for one, and whatever prints one prints a word in its place',
    state: 'defended',
    removal: {
      file: 'src/access/secret.ts',
      from: "  toJSON(): string {\n    return '[secret]';",
      to: '  toJSON(): string {\n    return this.#value;',
      test: 'test/access/delivery/seal.test.ts',
      named: 'is a secret again, which nobody prints',
    },
  },
  T19: {
    abuse: 'a notification shows on a locked screen what was asked',
    defence: 'what stands in for a message is one constant sentence',
    state: 'defended',
    removal: {
      file: 'adapters/slack/render/message.ts',
      from: '    text: texts.chat.fallback,',
      to: '    text: JSON.stringify(said),',
      test: 'test/adapters/slack/golden.test.ts',
    },
  },
  T20: {
    abuse: 'a one-time link is used up by a preview, guessed, or used twice',
    defence: 'looking uses nothing up; who has signed in takes it, and it is deleted in the same statement',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/deliveries.ts',
      from: '    .set({ ciphertext: null, claimed_at: now })',
      to: '    .set({ claimed_at: null })',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'of twenty at once one gets it',
    },
  },
  T21: {
    abuse: 'a secret that was deleted is read in the files of the database',
    defence: 'what is deleted is overwritten, and the journal cut off',
    state: 'defended',
    rest: 'your backups keep what they have',
    removal: {
      file: 'src/store/sqlite.ts',
      from: "      'secure_delete = ON',",
      to: "      'secure_delete = OFF',",
      test: 'test/store/scrub.test.ts',
    },
  },
  T22: {
    abuse: 'a secret reaches somebody else, the approver included',
    defence: 'it is for the object id of the requester; others use nothing up',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/deliveries.ts',
      from: "  if (row.recipient !== objectId.toLowerCase()) return { kind: 'not-yours' };\n",
      to: '',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'nobody else gets it',
    },
  },
  T23: {
    abuse: 'the bot tries a pasted credential',
    defence: 'a reading tells the kind and the number of secrets; no part gets to see one',
    state: 'defended',
    removal: {
      file: 'src/diagnosis/diagnose.ts',
      from: '    reading: readingOf(parts, secrets, truncated),',
      to: '    reading: { ...readingOf(parts, secrets, truncated), ...{ raw } },',
      test: 'test/fuzz/paste.test.ts',
    },
  },
  T24: {
    abuse: 'a secret is fetched twice, or never',
    defence: 'both are rows of the audit and alerts; what nobody has fetched is made worthless',
    state: 'defended',
    removal: {
      file: 'src/store/ledger/deliveries.ts',
      from: "    await note(db, 'secret.second-claim', { request }, now);\n",
      to: '',
      test: 'test/store/ledger-sqlite.test.ts',
      named: 'coming twice is told',
    },
  },
} as const satisfies Rows;
