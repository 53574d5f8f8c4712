import { expect, test } from 'vitest';
import { readCaseFile } from '../../adapters/desk/case-file.js';
import { readCardId, readOwnId } from '../../adapters/desk/requests/ids.js';
import { redeem } from '../../adapters/desk/tickets.js';
import { AuditCheck, auditRow, genesis } from '../../src/access/audit.js';
import { specHashOf } from '../../src/access/request.js';
import { personKey } from '../../src/chat/person.js';
import { madeFrom, partyFrom, specFrom } from '../../src/store/ledger/spec.js';
import { StoreError } from '../../src/store/store-error.js';
import { DeskTalk, dana } from '../adapters/desk/desk-talk.js';
import { specOf } from '../store/ledger-samples.js';
import { holds } from './hold.js';
import { wildJson, wildText } from './wild.js';

/** What stands in a store may be of another release, or changed by somebody. */
test('a case is read, or begun anew', async () => {
  const talk = await DeskTalk.open();
  await talk.say(
    'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required',
  );
  const stored = (await talk.store.conversation(personKey(dana)))?.state;
  expect(readCaseFile(stored)).not.toBeNull();
  holds(wildJson(stored), (json) => {
    let state: unknown = null;
    try {
      state = JSON.parse(json);
    } catch {}
    return readCaseFile(state);
  });
});

test('a request is the one that was hashed, or damaged', () => {
  const spec = specOf();
  const hash = specHashOf(spec);
  expect(specFrom(JSON.stringify(spec), hash)).toEqual(spec);
  holds(wildJson(spec, { objectId: 'x' }, { kept: { kind: 'vault', id: 'x' } }), (json) =>
    [() => specFrom(json, hash), () => partyFrom(json), () => madeFrom(json)].map((read) => {
      try {
        return read();
      } catch (error) {
        expect(error).toBeInstanceOf(StoreError);
        return null;
      }
    }),
  );
});

test('a row of the audit whose body is anything is a flaw, never a fault', () => {
  const good = auditRow(genesis, 'request.submitted', 1_780_000_000_000, { request: 'r1' });
  holds(
    wildText(good.body, 'null', '[]'),
    (body) => {
      const check = new AuditCheck();
      check.add([{ ...good, body }]);
      return check.verdict();
    },
    (verdict) => expect(verdict).toHaveProperty('ok'),
  );
});

test('ids that come back from a press', () => {
  const id = wildText(
    `req.${'a'.repeat(22)}.${'0'.repeat(32)}.approve`,
    `mine.${'a'.repeat(22)}.works`,
    'abc.b1',
  );
  holds(id, (it) => [readCardId(it), readOwnId(it), redeem(null, it)]);
});
