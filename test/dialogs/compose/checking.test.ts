import { describe, expect, test } from 'vitest';
import { checkingDraft } from '../../../dialogs/compose/checking.js';
import type { Work } from '../../../dialogs/live/work.js';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { unknownReasons } from '../../../src/knowledge/checks.js';
import { languages } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { found, unseen } from '../live/live-talk.js';

const en = textsFor('en');

function work(...checks: Work['checks']): Work {
  const loginServer = parseLoginServer('contoso.azurecr.io');
  if (loginServer === null) throw new Error('no login server');
  const nothing = { repository: null, reference: null, operation: null, subscription: null } as const;
  const nobody = {
    clientIp: null,
    identity: { kind: 'unknown' },
    federation: null,
    cluster: null,
    platform: null,
  } as const;
  return { subject: { loginServer, ...nothing, ...nobody }, checks };
}

const itemsOf = (...it: Parameters<typeof checkingDraft>) =>
  checkingDraft(...it).blocks.flatMap((block) => (block.type === 'progress' ? block.items : []));

describe('checks under way', () => {
  test('each has a line, in the order of the work, that runs until its verdict is there', () => {
    const all = work('dns', 'permission-mode', 'roles-legacy');
    expect(itemsOf(en, all, []).map(({ id, state }) => [id, state])).toEqual([
      ['dns', 'running'],
      ['permission-mode', 'running'],
      ['roles-legacy', 'running'],
    ]);
    const seen = [found('roles-legacy', 'none'), found('permission-mode', 'legacy')];
    expect(itemsOf(en, all, seen).map(({ id, state }) => [id, state])).toEqual([
      ['dns', 'running'],
      ['permission-mode', 'ok'],
      ['roles-legacy', 'bad'],
    ]);
  });

  test('what could not be seen is told at the end, with the role that would mend it', () => {
    const all = work('permission-mode', 'roles-legacy', 'network-rules', 'dns');
    const blind = [
      unseen('permission-mode', 'missing-right', 'Reader'),
      unseen('network-rules', 'missing-right', 'Reader'),
      unseen('roles-legacy', 'throttled'),
    ];
    expect(itemsOf(en, all, blind).filter(({ state }) => state === 'unknown')).toEqual([]);
    const items = itemsOf(en, all, [...blind, found('dns', 'public-address')]);
    expect(items.filter(({ state }) => state === 'running')).toEqual([]);
    const unknown = items.filter(({ state }) => state === 'unknown');
    expect(unknown.map(({ note }) => note)).toEqual([
      'Not checked: I lack the right to look. The role `Reader` would allow it.',
      'Not checked: Azure asks to wait.',
    ]);
    expect(unknown[0]?.label).toContain('Permission mode of the registry');
    expect(unknown[0]?.label).toContain('Network rules of the registry');
  });

  test('rights to manage are missed only by who manages', () => {
    const { subject, checks } = work('management-rights');
    const none = [found('management-rights', 'no-access')];
    const stateOf = (operation: 'pull' | 'manage') =>
      itemsOf(en, { checks, subject: { ...subject, operation } }, none)[0]?.state;
    expect(stateOf('pull')).toBe('ok');
    expect(stateOf('manage')).toBe('bad');
  });

  test.each(languages)('%s: every reason has its words, and every placeholder is filled', (language) => {
    for (const why of unknownReasons) {
      const items = itemsOf(textsFor(language), work('roles-legacy'), [
        unseen('roles-legacy', why, 'Reader'),
      ]);
      for (const { label, note } of items) expect(`${label} ${note}`).not.toMatch(/undefined|\{\w+\}/);
    }
  });

  test.each([
    ['en', 'Azure Resource Manager has not answered for a while. I ask again in 30 seconds at the earliest.'],
    [
      'de',
      'Azure Resource Manager hat seit einer Weile nicht geantwortet. Ich frage frühestens in 30 Sekunden',
    ],
    ['zh-Hans', 'Azure 资源管理器 已有一段时间没有响应。我最早会在 30 秒后再次查询。'],
  ] as const)('%s: a service that is let alone is named once, and for how long', (language, words) => {
    const letAlone = (seconds: number) => ({ letAlone: { service: 'resource-manager' as const, seconds } });
    const items = itemsOf(textsFor(language), work('permission-mode', 'roles-legacy'), [
      { ...unseen('permission-mode', 'circuit-open'), ...letAlone(27) },
      { ...unseen('roles-legacy', 'circuit-open'), ...letAlone(26) },
    ]);
    expect(items).toHaveLength(1);
    expect(items[0]?.note).toContain(words);
  });

  test('nothing is asked, and no outcome told, while checks run', () => {
    expect(checkingDraft(en, work('dns'), [])).toMatchObject({ ask: null, outcome: null, form: null });
  });
});
