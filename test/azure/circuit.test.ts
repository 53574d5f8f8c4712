import { describe, expect, test } from 'vitest';
import { Circuit, type CircuitState, type Ended } from '../../src/azure/circuit.js';

function circuit() {
  let time = 0;
  const states: CircuitState[] = [];
  const made = new Circuit(
    () => time,
    (state) => states.push(state),
  );
  const call = (how: Ended): string => {
    const entered = made.enter();
    if (entered.kind === 'pass') entered.ended(how);
    return entered.kind;
  };
  return {
    states,
    call,
    enter: () => made.enter(),
    calls: (...all: readonly Ended[]) => all.map(call),
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const failures = (count: number): readonly Ended[] => Array.from({ length: count }, () => 'failed');

describe('a circuit', () => {
  test('opens with the fifth failure in a row, and not with the fourth', () => {
    const { calls, call } = circuit();
    calls(...failures(4));
    expect(call('failed')).toBe('pass');
    expect(call('answered')).toBe('open');
  });

  test('an answer between starts the count anew', () => {
    const { calls, call } = circuit();
    calls(...failures(4), 'answered', ...failures(4));
    expect(call('answered')).toBe('pass');
  });

  test('opens where half of the last twenty failed', () => {
    const { calls, states } = circuit();
    for (let i = 0; i < 9; i++) calls('failed', 'answered');
    calls('answered');
    expect(states).toEqual([]);
    calls('failed');
    expect(states).toEqual(['open']);
  });

  test('what says nothing of the host counts for nothing', () => {
    const { calls, call } = circuit();
    calls(...failures(4), ...Array.from({ length: 30 }, () => 'unknown' as const));
    expect(call('failed')).toBe('pass');
    expect(call('failed')).toBe('open');
  });

  test('says why it is open, and for how long yet', () => {
    const { calls, enter, wait } = circuit();
    calls(...failures(4), 'throttled');
    wait(10_000);
    expect(enter()).toEqual({ kind: 'open', because: 'throttled', waitMs: 20_000 });
  });

  test('after half a minute one call tries; all others wait for what becomes of it', () => {
    const { calls, enter, call, wait, states } = circuit();
    calls(...failures(5));
    wait(29_999);
    expect(call('answered')).toBe('open');
    wait(1);
    const trial = enter();
    expect(trial.kind).toBe('pass');
    expect(call('answered')).toBe('open');
    if (trial.kind === 'pass') trial.ended('answered');
    expect(call('answered')).toBe('pass');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  test('a trial that fails opens it for another half minute', () => {
    const { calls, call, wait, states } = circuit();
    calls(...failures(5));
    wait(30_000);
    call('failed');
    expect(call('answered')).toBe('open');
    wait(30_000);
    expect(call('answered')).toBe('pass');
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  test('a trial that nobody waited for is followed by another', () => {
    const { calls, call, wait } = circuit();
    calls(...failures(5));
    wait(30_000);
    call('unknown');
    expect(call('answered')).toBe('pass');
    expect(call('answered')).toBe('pass');
  });

  test('what began before it opened neither closes it nor keeps it open', () => {
    const { calls, enter, call, wait } = circuit();
    const early = [enter(), enter()];
    calls(...failures(5));
    const [first, second] = early;
    if (first?.kind === 'pass') first.ended('answered');
    expect(call('answered')).toBe('open');
    wait(30_000);
    call('answered');
    if (second?.kind === 'pass') second.ended('failed');
    expect(call('answered')).toBe('pass');
  });
});
