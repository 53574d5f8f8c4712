import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { describe, expect, test } from 'vitest';
import { repository } from '../../support/temp.js';
import { defined } from './defined.js';

const { teamsPackage } = (await import(
  pathToFileURL(join(repository, 'scripts', 'package-teams.mjs')).href
)) as { teamsPackage(environment: Readonly<Record<string, string>>): Buffer };

const environment = {
  TEAMS_APP_ID: '22222222-2222-4222-8222-222222222222',
  PUBLIC_URL: 'https://acr-help.contoso.example/',
};
const files = unzip(teamsPackage(environment));
const manifest = JSON.parse(defined(files.get('manifest.json')).toString());

/** Reads an archive by its central directory, as the administration centre does. */
function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06');
  const found = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i += 1) {
    expect(archive.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.toString('latin1', local, local + 4)).toBe('PK\x03\x04');
    expect(archive.toString('utf8', local + 30, local + 30 + nameLength)).toBe(name);
    const start = local + 30 + nameLength + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)));
    expect(content.length).toBe(archive.readUInt32LE(at + 24));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    found.set(name, content);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return found;
}

test('the package holds the manifest, both icons and the languages, at its root', () => {
  expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png', 'de.json', 'zh-Hans.json']);
  expect(teamsPackage(environment)).toEqual(teamsPackage(environment));
});

test('the manifest is one, and names this bot and host', async () => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  expect(JSON.stringify(manifest)).not.toContain('${');
  expect(manifest).toMatchObject({
    id: environment.TEAMS_APP_ID,
    bots: [{ botId: environment.TEAMS_APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
    composeExtensions: [{ commands: [{ id: 'diagnose', context: ['message'], fetchTask: true }] }],
    validDomains: ['acr-help.contoso.example'],
  });
});

test('the validation sees what is wrong', async () => {
  expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, icons: undefined })).not.toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['no id', { TEAMS_APP_ID: '' }],
  ['an id that is none', { TEAMS_APP_ID: 'x' }],
  ['no address', { PUBLIC_URL: '' }],
  ['an address without TLS', { PUBLIC_URL: 'http://acr-help.contoso.example' }],
])('with %s there is no package', (_, more) => {
  expect(() => teamsPackage({ ...environment, ...more })).toThrow(/TEAMS_APP_ID|PUBLIC_URL/);
});

describe.each(['de.json', 'zh-Hans.json'])('%s', (file) => {
  const words = JSON.parse(defined(files.get(file)).toString()) as Readonly<Record<string, string>>;

  test('has a word for everything that is shown', () => {
    const { $schema: _, ...translated } = words;
    expect(Object.keys(translated).sort()).toEqual(shownOf(manifest).sort());
  });

  test('keeps to the limits, and to the words that the bot understands', () => {
    for (const [key, word] of Object.entries(words)) {
      if (key.endsWith('.short')) expect(word.length).toBeLessThanOrEqual(key.startsWith('name') ? 30 : 80);
      if (key.endsWith('.description')) expect(word.length).toBeLessThanOrEqual(128);
      if (/^bots.*title$/.test(key)) expect(word).toMatch(/^(?:help|status|language|link|forget)$/);
      if (/^composeExtensions.*title$/.test(key)) expect(word.length).toBeLessThanOrEqual(32);
    }
  });
});

/** Paths of the texts that somebody sees. */
function shownOf(whole: typeof manifest): string[] {
  const paths: string[] = ['name.short', 'name.full', 'description.short', 'description.full'];
  const lists: readonly { commands: readonly unknown[] }[] = whole.bots[0].commandLists;
  for (const [i, { commands }] of lists.entries())
    for (const j of commands.keys())
      for (const field of ['title', 'description'])
        paths.push(`bots[0].commandLists[${i}].commands[${j}].${field}`);
  return [...paths, 'composeExtensions[0].commands[0].title', 'composeExtensions[0].commands[0].description'];
}

test.each([
  ['color.png', 192],
  ['outline.png', 32],
])('%s is a picture of %i pixels each way', (name, size) => {
  const png = defined(files.get(name));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test('the outline is white on nothing', () => {
  const png = readFileSync(join(repository, 'manifest', 'teams', 'outline.png'));
  const start = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const pixels = Array.from({ length: 32 * 32 }, (_, i) => {
    const at = Math.floor(i / 32) * 129 + 1 + (i % 32) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  const drawn = pixels.filter(([, , , alpha]) => alpha !== 0);
  expect(drawn.length).toBeGreaterThan(100);
  expect(drawn.length).toBeLessThan(700);
  for (const [red, green, blue] of drawn) expect([red, green, blue]).toEqual([255, 255, 255]);
});
