import { describe, expect, test } from 'vitest';
import { checkItems } from '../../../dialogs/compose/answers.js';
import { sentenceOf, toldOf, withUnseenFacts } from '../../../dialogs/compose/found.js';
import { comparison } from '../../../dialogs/conversation/present.js';
import type { Finding } from '../../../src/checks/check.js';
import { checkFacts } from '../../../src/knowledge/checks.js';
import { languages } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { found, unseen } from '../live/live-talk.js';

const en = textsFor('en');
const privately: Finding = {
  ...found('dns', 'private-address'),
  facts: { aliases: 'contoso.privatelink.azurecr.io → a.example', addresses: '10.1.2.4, 10.1.2.5' },
};
const dns = (findings: readonly Finding[], language = en) =>
  toldOf(language, 'dns', 'private-address', findings);

describe('what a check told', () => {
  test('is the sentence for what was seen, and the way to the addresses', () => {
    expect(dns([privately])).toBe(
      'Resolves to a private address: `contoso.privatelink.azurecr.io` → `a.example` → `10.1.2.4`, `10.1.2.5`',
    );
    expect(dns([privately], textsFor('zh-Hans'))).toBe(
      '解析为专用地址：`contoso.privatelink.azurecr.io` → `a.example` → `10.1.2.4`、`10.1.2.5`',
    );
  });

  test('has the address of a rule right behind the sentence', () => {
    const rules: Finding = {
      ...found('network-rules', 'ip-not-listed'),
      facts: { ip: '203.0.113.7', trustedServices: 'denied' },
    };
    expect(toldOf(en, 'network-rules', 'ip-not-listed', [rules])).toBe(
      'Only some networks are allowed, and not this address: `203.0.113.7`; trusted services: not allowed',
    );
  });

  test('is the answer that was chosen where no finding gave it', () => {
    expect(dns([])).toBe('A private address');
    expect(dns([{ ...privately, ...found('dns', 'public-address') }])).toBe('A private address');
    expect(toldOf(en, 'roles-legacy', 'none', [found('private-endpoint', 'none')])).toBe(
      'No role for this registry',
    );
    expect(toldOf(en, 'dns', 'unknown', [unseen('dns', 'deadline')])).toBe("I don't know");
    expect(sentenceOf(en, 'operation', 'push', [privately])).toBe(en.asks.operation.options.push);
  });

  test('is the answer that was chosen where only a person can look', () => {
    expect(toldOf(en, 'name-form', 'malformed', [found('name-form', 'malformed')])).toBe(
      en.checks['name-form'].verdicts.malformed,
    );
  });

  test('has every other fact behind its label, in the order of the table', () => {
    const session: Finding = {
      ...found('entra-session', 'still-refused'),
      facts: { state: 'Updating', lacking: 'push' },
    };
    expect(toldOf(en, 'entra-session', 'still-refused', [session])).toBe(
      'Signed in to Azure, but the registry refuses; the token lacks: `push`; state: `Updating`',
    );
    expect(sentenceOf(en, 'entra-session', 'still-refused', [session])).toBe(
      'Signed in to Azure, but the registry refuses',
    );
  });

  test.each(languages)('%s: dates are days, switches are words', (language) => {
    const secret: Finding = {
      ...found('sp-secret-expiry', 'expired'),
      facts: { expires: '2026-01-20T08:00:00Z' },
    };
    expect(toldOf(textsFor(language), 'sp-secret-expiry', 'expired', [secret])).toMatch(/`2026-01-20`$/);
    const rules: Finding = {
      ...found('network-rules', 'public-access-off'),
      facts: { trustedServices: 'allowed' },
    };
    const { allowed } = textsFor(language).ui.foundFacts.switches;
    expect(toldOf(textsFor(language), 'network-rules', 'public-access-off', [rules])).toMatch(
      new RegExp(`[:：] ?${allowed}$`),
    );
  });

  test('a name that is no switch is shown as it is, whatever it is called', () => {
    const tags: Finding = {
      ...found('image-exists', 'missing'),
      facts: { tags: 'enabled', repositories: 'constructor', trustedServices: 'constructor' },
    };
    const shown = toldOf(en, 'image-exists', 'missing', [tags]);
    expect(shown).toContain(
      'other tags: `enabled`; repositories with a similar name: `constructor`; trusted services: `constructor`',
    );
  });

  test('no markup of a value counts', () => {
    const roles: Finding = { ...found('roles-legacy', 'none'), facts: { roles: 'a`b**c, ` , d' } };
    expect(toldOf(en, 'roles-legacy', 'none', [roles])).toMatch(/; roles: `ab\*\*c`, `d`$/);
  });

  test.each(languages)('%s: every fact has its words', (language) => {
    for (const fact of checkFacts) {
      const one: Finding = { ...found('dns', 'not-found'), facts: { [fact]: 'value' } };
      const shown = toldOf(textsFor(language), 'dns', 'not-found', [one]);
      expect(shown.endsWith('`value`'), fact).toBe(true);
      expect(shown).not.toMatch(/undefined|[{}]/);
    }
  });
});

test('what was seen although there is no verdict stands behind the reason', () => {
  const reason = en.ui.unknownWhy['other-vantage'];
  expect(withUnseenFacts(en, reason, { addresses: '10.1.2.4', issuer: 'Proxy Inc.' })).toBe(
    `${reason} (\`10.1.2.4\`; certificate issued by: \`Proxy Inc.\`)`,
  );
  expect(withUnseenFacts(en, reason, {})).toBe(reason);
});

describe('where checks are listed', () => {
  const path = [
    { node: 'docker-daemon', question: 'docker-daemon', answer: 'available' },
    { node: 'permission-mode', question: 'permission-mode', answer: 'legacy' },
  ] as const;

  test('a finding tells its own, the person theirs', () => {
    const notes = checkItems(en, path, [found('permission-mode', 'legacy')], {}).map(({ note }) => note);
    expect(notes).toEqual([en.checks['docker-daemon'].verdicts.available, '`RBAC Registry Permissions`']);
  });

  test('before and after each tell what their own round found', () => {
    const was: Finding = { ...found('permission-mode', 'abac'), facts: { state: 'Updating' } };
    const before = { by: 'bot', findings: [was] } as const;
    expect(comparison(en, before, path, [found('permission-mode', 'legacy')])).toContainEqual({
      type: 'progress',
      items: [
        expect.objectContaining({
          note: 'before: `RBAC Registry + ABAC Repository Permissions`; state: `Updating` – now: `RBAC Registry Permissions`',
        }),
      ],
    });
  });

  test('what has not changed is told once', () => {
    const seen = [found('permission-mode', 'legacy')];
    const before = { by: 'person', answers: { 'permission-mode': 'legacy' } } as const;
    const item = expect.objectContaining({ note: 'unchanged: `RBAC Registry Permissions`' });
    expect(comparison(en, before, path, seen)).toContainEqual({ type: 'progress', items: [item] });
    expect(comparison(en, null, path, seen)).toEqual([]);
  });
});
