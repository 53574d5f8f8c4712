import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRow, genesis, purgedEvent, verifyAudit } from '../../src/access/audit.js';
import type { AuditRow } from '../../src/access/ledger.js';

const at = 1_800_000_000_000;

/** Rows that follow on each other. */
function chain(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let i = 0; i < length; i++) {
    const facts = { request: `r${i}`, by: { objectId: 'o', tenant: null }, n: i };
    rows.push(auditRow(rows.at(-1) ?? genesis, 'request.submitted', at + i, facts));
  }
  return rows;
}

function changed(rows: readonly AuditRow[], index: number, change: Partial<AuditRow>): AuditRow[] {
  return rows.map((row, i) => (i === index ? { ...row, ...change } : row));
}

describe('the audit’s chain', () => {
  const rows = chain(9);

  it('is the SHA-256 of what was before, the number and the canonical body', () => {
    expect(auditRow(genesis, 'e', 1, { b: 2, a: 'ä' })).toEqual({
      seq: 1,
      at: 1,
      event: 'e',
      body: '{"a":"ä","at":1,"b":2,"event":"e"}',
      previous: '0'.repeat(64),
      // printf '%s|1|{"a":"ä","at":1,"b":2,"event":"e"}' $(printf '0%.0s' {1..64}) | sha256sum
      hash: '6a0eba4bd6c17b699062f39ec9863af1cded0ecf0dd88b62828a1c7eee3f8bb0',
    });
  });

  it('that nobody has touched is right, and says where it ends', () => {
    expect(verifyAudit(rows)).toEqual({ ok: true, last: { seq: 9, hash: rows[8]?.hash } });
    expect(verifyAudit([])).toEqual({ ok: true, last: null });
  });

  it('goes on from an anchor, and only from that one', () => {
    const [first, ...rest] = rows;
    if (first === undefined) throw new Error('no row');
    expect(verifyAudit(rest, first)).toMatchObject({ ok: true, last: { seq: 9 } });
    expect(verifyAudit([], first)).toEqual({ ok: true, last: first });
    expect(verifyAudit(rest, genesis)).toEqual({ ok: false, seq: 1, why: 'missing' });
    expect(verifyAudit(rest, { ...first, hash: 'x' })).toEqual({ ok: false, seq: 2, why: 'previous' });
    expect(verifyAudit(rows.slice(2), first)).toEqual({ ok: false, seq: 2, why: 'missing' });
  });

  it.each([
    ['its body', { body: rows[4]?.body.replace('r4', 'r5') ?? '' }, 'hash'],
    ['its hash', { hash: 'f'.repeat(64) }, 'hash'],
    ['what it follows on', { previous: rows[2]?.hash ?? '' }, 'previous'],
    ['its time', { at: at + 5 }, 'body'],
    ['its event', { event: 'request.denied' }, 'body'],
  ] as const)('names a row when somebody changes %s', (_, change, why) => {
    expect(verifyAudit(changed(rows, 4, change))).toEqual({ ok: false, seq: 5, why });
  });

  it('names the next row when one is made anew with a hash that is right', () => {
    const forged = auditRow(rows[3] ?? genesis, 'request.submitted', at, { request: 'forged' });
    expect(verifyAudit(changed(rows, 4, forged))).toEqual({ ok: false, seq: 6, why: 'previous' });
  });

  it.each(['{}', 'null', 'x', `{ "at":${at},"event":"e"}`])(
    'names a row with a right hash whose body is %s',
    (body) => {
      const hash = createHash('sha256').update(`${genesis.hash}|1|${body}`).digest('hex');
      const row = { ...auditRow(genesis, 'e', at, {}), body, hash };
      expect(verifyAudit([row])).toEqual({ ok: false, seq: 1, why: 'body' });
    },
  );

  it('names the row that is missing, and one that is there twice', () => {
    expect(verifyAudit(rows.toSpliced(4, 1))).toEqual({ ok: false, seq: 5, why: 'missing' });
    expect(verifyAudit(rows.toSpliced(0, 1))).toEqual({ ok: false, seq: 1, why: 'missing' });
    expect(verifyAudit(rows.toSpliced(4, 0, ...rows.slice(3, 4)))).toEqual({
      ok: false,
      seq: 4,
      why: 'order',
    });
  });

  it('names any one row of which any one character was changed, and any that changed places', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.constantFrom('body', 'previous', 'hash', 'event'),
        fc.nat(),
        (index, field, position) => {
          const text = rows[index]?.[field] ?? '';
          const i = position % text.length;
          const flipped = String.fromCharCode(text.charCodeAt(i) ^ 1);
          const touched = text.slice(0, i) + flipped + text.slice(i + 1);
          expect(verifyAudit(changed(rows, index, { [field]: touched }))).toMatchObject({
            ok: false,
            seq: index + 1,
          });
        },
      ),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 1 }), (shuffled) => {
        const broken = shuffled.findIndex((row, i) => row.seq !== i + 1);
        expect(verifyAudit(shuffled)).toMatchObject(
          broken === -1 ? { ok: true } : { ok: false, seq: expect.any(Number) },
        );
      }),
    );
  });

  describe('of which old rows were let go of', () => {
    const through = rows[3] ?? genesis;
    const facts = { through: through.seq, hash: through.hash };
    const purged = auditRow(rows[8] ?? genesis, purgedEvent, at, facts);

    it('is right where it says so itself', () => {
      expect(verifyAudit([...rows.slice(4), purged])).toMatchObject({ ok: true, last: { seq: 10 } });
      expect(verifyAudit([...rows, purged])).toMatchObject({ ok: true });
    });

    it('is broken where it does not, or says it of other rows', () => {
      expect(verifyAudit(rows.slice(4))).toEqual({ ok: false, seq: 1, why: 'missing' });
      expect(verifyAudit([...rows.slice(5), purged])).toEqual({ ok: false, seq: 1, why: 'missing' });
      const other = auditRow(rows[8] ?? genesis, purgedEvent, at, { ...facts, hash: 'x' });
      expect(verifyAudit([...rows.slice(4), other])).toEqual({ ok: false, seq: 1, why: 'missing' });
    });
  });
});
