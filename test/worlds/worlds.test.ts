import { describe, expect, test } from 'vitest';
import { type PlayedWorld, playWorld, worldFiles } from './play.js';

const played: PlayedWorld[] = [];
for (const file of worldFiles()) {
  try {
    played.push(await playWorld(file));
  } catch (e) {
    console.log(`ERR ${file} ${(e as Error).stack}`);
  }
}
describe('worlds', () => {
  test('table', () => {
    for (const p of played) {
      const ok = p.first.cause === p.truth;
      console.log(
        `${ok ? 'ok ' : 'BAD'} ${p.truth} [${p.decidedBy}] got ${p.first.cause} ${p.first.confidence} asked ${p.first.asked.join(',')} | ${p.checks.length} checks | decoy ${p.decoy} ${p.decoyRuledOut} | ${p.repaired.resolved ? 'resolved' : `NOT ${p.repaired.cause} asked ${p.repaired.asked.join(',')}`}${ok && p.repaired.resolved ? '' : `\n   ${p.path}\n   ${p.first.findings.map((f) => `${f.check}=${f.verdict}${f.verdict === 'unknown' ? `(${f.why})` : ''}`).join(' ')}`}`,
      );
    }
    expect(played.length).toBe(56);
  });
});
