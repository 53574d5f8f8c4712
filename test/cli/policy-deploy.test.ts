import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, tempTree } from '../support/temp.js';
import { run } from './world.js';

const example = join(repository, 'docs', 'examples', 'policy.yaml');
const committed = join(repository, 'deploy', 'example');
const subscription = '33333333-3333-4333-8333-333333333333';

const deploy = (out: string, ...more: readonly string[]) =>
  run(['policy', 'deploy', example, '--out', out, ...more]);

test('what stands in deploy/example is what the example of a policy says', async () => {
  const { code, out } = await deploy(committed, '--check');
  expect([code, out]).toEqual([0, `${committed} holds what the policy says.\n`]);
});

describe('policy deploy', () => {
  test('writes a folder that it then finds in order', async () => {
    const folder = join(tempTree({}), 'new', 'deploy');
    const { code, out, err } = await deploy(folder);
    expect([code, err]).toEqual([0, '']);
    expect(
      out
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim())
        .sort(),
    ).toEqual([
      'README.md',
      'grantor.development.condition.txt',
      'grantor.payments.condition.txt',
      'reader.role.json',
      'rotator-admin-password.role.json',
      'rotator-token-password.role.json',
      'rotator-vault.role.json',
    ]);
    expect((await deploy(folder, '--check')).code).toBe(0);
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      'a role that is wider',
      (folder) => {
        const file = join(folder, 'reader.role.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('registries/read"', '*/read"'));
      },
      'reader.role.json: is another',
    ],
    [
      'a condition of an entry that is gone',
      (folder) => writeFileSync(join(folder, 'grantor.old.condition.txt'), ''),
      'grantor.old.condition.txt: does not follow from the policy: remove it',
    ],
    ['a file that is not there', (folder) => rmSync(join(folder, 'README.md')), 'README.md: is missing'],
  ])('--check names %s, and writes nothing', async (_, change, line) => {
    const folder = tempTree({});
    await deploy(folder);
    change(folder);
    const { code, out } = await deploy(folder, '--check');
    expect([code, out.split('\n')[1]?.trim()]).toEqual([1, line]);
    expect((await deploy(folder, '--check')).code).toBe(1);
  });

  test('a folder that is not there is no folder in order', async () => {
    const { code, out } = await deploy(join(tempTree({}), 'none'), '--check');
    expect([code, out.match(/is missing/g)?.length]).toEqual([1, 7]);
  });

  test('subscriptions beside those of the policy are where roles may be assigned', async () => {
    const folder = tempTree({});
    await deploy(folder, '--subscriptions', subscription.toUpperCase());
    const role = JSON.parse(readFileSync(join(folder, 'reader.role.json'), 'utf8'));
    expect(role.AssignableScopes).toEqual([
      '/subscriptions/22222222-2222-4222-8222-222222222222',
      `/subscriptions/${subscription}`,
    ]);
    const wrong = await deploy(folder, '--subscriptions', 'prod');
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining('"prod" is not the id')]);
  });

  test('a folder that cannot be one, and a policy with mistakes, are told', async () => {
    const root = tempTree({ file: '', 'bad.yaml': 'version: 1' });
    expect((await deploy(join(root, 'file'))).code).toBe(66);
    expect((await deploy(join(root, 'file'), '--check')).code).toBe(66);
    expect((await run(['policy', 'deploy', join(root, 'bad.yaml'), '--out', root])).code).toBe(67);
    expect((await run(['policy', 'deploy'])).code).toBe(64);
  });

  test.each([
    ['de', 'steht, was die Richtlinie verlangt'],
    ['zh-Hans', '中的内容与策略一致'],
  ])('says it in %s', async (lang, words) => {
    expect((await deploy(committed, '--check', '--lang', lang)).out).toContain(words);
  });
});
