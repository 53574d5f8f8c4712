import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { tempTree } from '../support/temp.js';
import { firewall, run, unauthorized } from './world.js';

const de = { LANG: 'de_DE.UTF-8' };
const zh = { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' };
const stackTrace = /\n\s+at .*:\d+:\d+/;

describe('diagnose as text', () => {
  test('names cause, how sure, evidence, fix, whom to ask, links and source', async () => {
    const { code, out, err } = await run(['diagnose'], { input: firewall });
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const part of [
      'firewall',
      'What speaks for it',
      'What to do',
      'az acr network-rule add --name contoso --ip-address 203.0.113.7',
      'Who can do it',
      'https://learn.microsoft.com/en-us/',
      'Source:',
    ]) {
      expect(out).toContain(part);
    }
    expect(out).not.toContain('\u001b');
  });

  test('offers no look from where it fails: there is nothing to press', async () => {
    const input = 'dial tcp: lookup contoso.azurecr.io on 10.0.0.2:53: no such host';
    const { out } = await run(['diagnose'], { input });
    expect(out).toContain('nslookup contoso.azurecr.io');
    for (const words of Object.values(textsFor('en').vantage.look.offer))
      expect(out.replaceAll(/\s+/g, ' ')).not.toContain(words);
  });

  test('asks what would make it exact', async () => {
    const { out, code } = await run(['diagnose', '-'], { input: unauthorized });
    expect(code).toBe(0);
    expect(out).toContain('To be exact, I would need to know:\nHow do you sign in to the registry?');
    expect(out).toContain('acr-help chat');
    expect(out).toContain('What to do');
  });

  test('in the language of the environment, or the one asked for', async () => {
    expect((await run(['diagnose'], { input: firewall, env: de })).out).toContain('Was zu tun ist');
    expect((await run(['diagnose'], { input: firewall, env: zh })).out).toContain('\u89e3\u51b3\u65b9\u6cd5');
    expect((await run(['diagnose', '--lang', 'de'], { input: firewall, env: zh })).out).toContain(
      'Was zu tun ist',
    );
  });

  test('prose is answered in its language, unless another was asked for', async () => {
    const input = 'Ich kann mich nicht bei meiner Azure Container Registry anmelden. Was ist zu tun?';
    const german = await run(['diagnose'], { input });
    expect(german.code).toBe(1);
    expect(german.out).toContain('Ich sehe darin keine Fehlermeldung');
    expect(german.out).toContain('acr-help chat');
    expect((await run(['diagnose', '--lang', 'en'], { input })).out).toContain('I see no error message');
  });
});

describe('what is no error about a registry', () => {
  const jwt = `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'c2lnbmF0dXJl'.repeat(4)}`;
  const cases: readonly (readonly [string, string | Buffer, number])[] = [
    ['empty', '', 3],
    ['blank', ' \n\n', 3],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 3],
    ['a secret only', jwt, 3],
    ['a greeting', 'hello', 3],
    ['too large', 'just a log line\n'.repeat(70_000), 3],
    ['another registry', 'denied: requested access to the resource is denied: ghcr.io/contoso/app', 2],
    ['another program', "TypeError: Cannot read properties of undefined (reading 'x')", 2],
  ];
  test.each(cases)('%s', async (_name, input, expected) => {
    const text = await run(['diagnose'], { input });
    expect(text.code).toBe(expected);
    // A sentence first: what happened, and what to do.
    expect(text.out).toMatch(/^[A-Z][^.!]+[.!]\s/);
    expect(text.out + text.err).not.toMatch(stackTrace);
    expect(text.out).not.toContain('eyJ');
    const json = await run(['diagnose', '--json'], { input });
    expect(json.code).toBe(expected);
    expect(JSON.parse(json.out)).toMatchObject({ aboutAcr: false, causes: { 0: { id: 'not-acr' } } });
  });
});

describe('input', () => {
  test('is read up to a cap, and says so', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024, 'a line of a log that never ends\n');
    }
    const text = await run(['diagnose'], { input: endless() });
    expect(text.out).toContain('larger than 16 MB');
    expect(text.code).toBe(3);
  });

  test('from a file; UTF-16 of PowerShell too', async () => {
    const root = tempTree({ 'error.log': firewall });
    expect((await run(['diagnose', join(root, 'error.log')])).code).toBe(0);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(firewall, 'utf16le')]);
    expect(JSON.parse((await run(['diagnose', '--json'], { input: utf16 })).out).causes[0].id).toBe(
      'ip-not-allowed',
    );
  });

  test('that cannot be read gets a sentence and 66', async () => {
    const root = tempTree({ 'a/b.log': 'x' });
    expect(await run(['diagnose', join(root, 'none.log')])).toEqual({
      code: 66,
      out: '',
      err: `There is no file "${join(root, 'none.log')}".\n`,
    });
    expect((await run(['diagnose', join(root, 'a')], { env: de })).err).toContain('ist ein Ordner');
    expect((await run(['diagnose', '--jsonl', join(root, 'none.jsonl')])).code).toBe(66);
    chmodSync(join(root, 'a/b.log'), 0);
    // Root may read everything.
    if (process.getuid?.() !== 0) expect((await run(['diagnose', join(root, 'a/b.log')])).code).toBe(66);
  });
});

describe('diagnose as JSON', () => {
  test('has the keys of the contract', async () => {
    const { out, code } = await run(['diagnose', '--json'], { input: firewall });
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out)).toEqual({
      aboutAcr: true,
      causes: expect.arrayContaining([
        {
          id: 'ip-not-allowed',
          family: 'network',
          confidence: expect.any(Number),
          evidence: expect.any(Array),
        },
      ]),
      entities: {
        registry: 'contoso',
        login_server: 'contoso.azurecr.io',
        repository: 'team/api',
        ip: '203.0.113.7',
        error_code: 'DENIED',
      },
      authMethod: null,
      operation: 'pull',
      environment: null,
      client: 'docker',
      secrets: [],
      outputs: [],
      redactedText: firewall,
      truncated: false,
      next: { kind: 'check', node: 'network-rules' },
    });
  });

  test('next asks where the text leaves it open', async () => {
    const { next } = JSON.parse((await run(['diagnose', '--json'], { input: unauthorized })).out);
    expect(next).toEqual({ kind: 'ask', node: 'auth-method' });
  });

  test('next is the cause where nothing is open', async () => {
    const input =
      'This command requires running the docker daemon, which is not supported in Azure Cloud Shell.';
    const { next } = JSON.parse((await run(['diagnose', '--json'], { input })).out);
    expect(next).toEqual({ kind: 'outcome', node: 'cloud-shell-no-daemon' });
  });
});

describe('diagnose --jsonl', () => {
  const lines = async (input: string) => {
    const { out, code } = await run(['diagnose', '--jsonl'], { input });
    return {
      code,
      answers: out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  test('answers line by line, in order, ids as they came', async () => {
    const ids = ['a', 7, 'with "quotes"', ''];
    const { answers, code } = await lines(
      ids.map((id) => `${JSON.stringify({ id, text: firewall })}\r\n`).join(''),
    );
    expect(code).toBe(0);
    expect(answers.map((it) => it.id)).toEqual(ids);
    expect(Object.keys(answers[0])).toEqual([
      'id',
      'aboutAcr',
      'causes',
      'entities',
      'authMethod',
      'operation',
      'environment',
      'client',
      'secrets',
      'outputs',
      'redactedText',
      'truncated',
      'next',
    ]);
  });

  test('a bad line keeps its place, and the exit code says so', async () => {
    const good = JSON.stringify({ id: 'x', text: '\u2028 a paste with a line separator' }).replace(
      '\\u2028',
      '\u2028',
    );
    const { answers, code } = await lines(
      ['{', '{"id":"b"}', '', '[1]', '{"id":{"a":1},"text":2}', good].join('\n'),
    );
    expect(code).toBe(65);
    expect(answers.slice(0, 5)).toEqual(
      [null, 'b', null, null, null].map((id) => ({
        id,
        error: { code: 'bad-line', message: expect.any(String) },
      })),
    );
    expect(answers[5].id).toBe('x');
    expect(answers).toHaveLength(6);
  });

  test('a character divided between chunks stays whole', async () => {
    const bytes = Buffer.from(`${JSON.stringify({ id: '\u6ce8\u518c', text: 'x' })}\n`);
    const { out } = await run(['diagnose', '--jsonl'], {
      input: [...bytes].map((byte) => Buffer.from([byte])),
    });
    expect(JSON.parse(out).id).toBe('\u6ce8\u518c');
  });
});
