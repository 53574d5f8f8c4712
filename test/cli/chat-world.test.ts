import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { mergePatch } from '../../sandbox/world/merge-patch.js';
import { repository, tempTree } from '../support/temp.js';
import { Child, type Line } from './child.js';
import { run } from './world.js';

/** The first start may build. */
const LONG = 120_000;
const file = join(repository, 'sandbox', 'worlds', 'sp-secret-expired.yaml');
const world: { readonly paste: string } = parse(readFileSync(file, 'utf8'));
const paste = { as: 'dana', say: world.paste };

/** The world with something else in it, as a file. */
const worldFile = (patch: object): string =>
  join(tempTree({ 'world.yaml': stringify(mergePatch(world, patch)) }), 'world.yaml');
const itemsOf = ({ blocks = [] }: Line) =>
  blocks.flatMap((block) => (block.type === 'progress' ? block.items : []));

describe('chat --world --json as a process', () => {
  test('paste, findings as they come, outcome, repair, check again, resolved', {
    timeout: LONG,
  }, async () => {
    const child = new Child(['chat', '--world', file, '--json']);

    const [first = {}, ...rest] = await child.send(paste);
    expect(itemsOf(first).map(({ state }) => state)).toContain('running');
    const progress = rest.filter(({ replaces }) => replaces !== null);
    expect(progress.length).toBeGreaterThan(1);
    expect(new Set(progress.map(({ replaces }) => replaces))).toEqual(new Set([first.id]));
    const seen = progress.map((it) => itemsOf(it).filter(({ state }) => state === 'running').length);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    expect(seen.at(-1)).toBe(0);
    expect(itemsOf(progress.at(-1) ?? {})).toContainEqual(
      expect.objectContaining({ id: 'sp-secret-expiry', state: 'bad' }),
    );
    expect(child.last).toMatchObject({
      outcome: { cause: 'sp-secret-expired', resolved: false },
      to: 'dana',
    });

    // Nothing has changed yet.
    await child.press('dana', 'check-again');
    expect(child.last.outcome).toMatchObject({ cause: 'sp-secret-expired', resolved: false });

    expect(await child.send({ world: { apply: 'fix' } })).toEqual([]);
    await child.press('dana', 'check-again');
    expect(child.last.outcome).toMatchObject({ cause: 'sp-secret-expired', resolved: true });
    expect(itemsOf(child.last)).toContainEqual(
      expect.objectContaining({
        id: 'sp-secret-expiry',
        state: 'ok',
        note: expect.stringContaining('before: '),
      }),
    );

    expect(await child.end()).toEqual({ code: 0, err: '' });
  });

  test('a change that the world does not have is told, and changes nothing', { timeout: LONG }, async () => {
    const child = new Child(['chat', '--world', file, '--json']);
    await child.send(paste);
    const [line] = await child.send({ world: { apply: 'no-such-change' } });
    expect(line?.error).toEqual({
      code: 'bad-change',
      message: expect.stringContaining('no such change; there are: fix, wrong-fix'),
    });
    await child.press('dana', 'check-again');
    expect(child.last.outcome).toMatchObject({ resolved: false });
    expect(await child.end()).toEqual({ code: 0, err: '' });
  });

  test('time of the world goes on: a secret runs out while one talks', { timeout: LONG }, async () => {
    const soon = worldFile({
      servicePrincipals: { 'sp-nightly': { secrets: { green: { expires: '+2h' } } } },
    });
    const child = new Child(['chat', '--world', soon, '--json']);
    await child.send(paste);
    expect(child.last.outcome?.cause).not.toBe('sp-secret-expired');
    expect(await child.send({ clock: '+3h' })).toEqual([]);
    await child.send(paste);
    expect(child.last.outcome?.cause).toBe('sp-secret-expired');
    expect(await child.end()).toEqual({ code: 0, err: '' });
  });
});

describe('a world file that is no good', () => {
  test('each mistake is told with its line, before anybody talks', { timeout: LONG }, async () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.indexOf('  prosewarenightly:') + 2;
    const bad = [...lines.slice(0, at - 1), '    mode: sideways', '    walls: 4', ...lines.slice(at - 1)];
    const broken = join(tempTree({ 'world.yaml': bad.join('\n') }), 'world.yaml');
    const { code, err } = await new Child(['chat', '--world', broken, '--json']).end();
    expect(code).toBe(67);
    expect(err).toContain(broken);
    expect(err).toContain(`line ${at}, registries.prosewarenightly.mode: `);
    expect(err).toContain('unknown: walls');
    expect(err).not.toMatch(/^\s+at /m);
  });

  test.each([
    ['is no YAML', 'cause: [', /line 1\b/],
    ['is empty', '', /expected object/],
    ['names somebody who is not there', stringify(mergePatch(world, { asks: 'nobody' })), /line \d+, asks: /],
  ])('one that %s', async (_what, text, reason) => {
    const broken = join(tempTree({ 'world.yaml': text }), 'world.yaml');
    const { code, out, err } = await run(['chat', '--world', broken, '--json']);
    expect(code).toBe(67);
    expect(out).toBe('');
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('one that is not there', async () => {
    const { code, err } = await run(['chat', '--world', '/no/such/world.yaml', '--json']);
    expect(code).toBe(66);
    expect(err).toContain('/no/such/world.yaml');
  });
});
