import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';
import { viewOf } from '../../../src/diagnosis/recognise/view.js';

const refused =
  '$ docker login contoso.azurecr.io -u kim\nError response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';

describe.each([
  ['role-not-activated', 'Do I have to activate my role in PIM for that?'],
  ['role-not-activated', 'Muss ich dafür meine Rolle in PIM aktivieren?'],
  ['role-not-activated', '我需要先在 PIM 中激活角色吗？'],
  ['cross-tenant', 'Is the registry in another tenant?'],
  ['cross-tenant', 'Liegt die Registry in einem anderen Mandanten?'],
  ['cross-tenant', '会不会是新订阅属于另一个租户？'],
  ['admin-user-disabled', 'Maybe the admin user is disabled.'],
  ['admin-user-disabled', 'Vielleicht ist der Admin-Benutzer deaktiviert.'],
  ['admin-user-disabled', '可能是管理员用户被禁用了。'],
])('a guess at %s: %s', (cause, guess) => {
  const { causes, symptom, stated, quoted } = recognise(`${guess}\n\n${refused}`);

  test("is not before what the program's words speak for, but is kept to be answered", () => {
    expect(causes[0]?.cause).toBe('credentials-invalid');
    const asked = causes.find((it) => it.cause === cause);
    expect(asked?.confidence).toBeLessThan(0.31);
    expect(asked).toBeDefined();
  });

  test('is not what was seen, and is no evidence', () => {
    expect(symptom).toBe('unauthorized');
    expect(stated?.cause).not.toBe(cause);
    const evidence = causes.find((it) => it.cause === cause)?.evidence ?? [];
    expect(evidence.map((id) => quoted[id]).filter((words) => words !== undefined)).toEqual([]);
  });
});

describe.each([
  ['Our role is only eligible in PIM.', 'scope-denied'],
  ['Ich habe meine Rolle in PIM nicht aktiviert.', 'scope-denied'],
  ['我没有激活 PIM 角色。', 'scope-denied'],
])('what a person states: %s', (text, row) => {
  test('ranks first, and what was seen is what the program printed', () => {
    const { causes, symptom, stated, printed } = recognise(`${text}\n\n${refused}`);
    expect(causes[0]?.cause).toBe('role-not-activated');
    expect(stated?.cause).toBe('role-not-activated');
    expect(printed).toMatchObject({ cause: 'credentials-invalid', symptom: 'unauthorized' });
    expect(symptom).toBe('unauthorized');
  });

  test('is all there is where no program speaks', () => {
    const { printed, symptom } = recognise(`ACR. ${text}`);
    expect(printed).toBeNull();
    expect(symptom).toBe(row);
  });
});

test('a guess alone is still a first thought', () => {
  const { causes, stated } = recognise('Is our ACR registry in another tenant?');
  expect(causes[0]?.cause).toBe('cross-tenant');
  expect(stated).toBeNull();
});

test('whatever is shown as evidence stands in the text', () => {
  const folder = new URL('../../fixtures/pastes/', import.meta.url);
  const texts = readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).text),
  );
  let shown = 0;
  for (const text of texts) {
    const read = normalise(text).text;
    const { flat } = viewOf(read);
    for (const words of Object.values(recognise(read).quoted)) {
      const missing = words.split('…').filter((part) => !flat.includes(viewOf(part).flat.trim()));
      expect(missing, text.slice(0, 80)).toEqual([]);
      shown++;
    }
  }
  expect(shown).toBeGreaterThan(1_000);
});
