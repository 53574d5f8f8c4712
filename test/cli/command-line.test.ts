import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { Sessions } from '../../adapters/terminal/sessions.js';
import { widthOf } from '../../adapters/terminal/words.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { cliTexts } from '../../src/cli/texts/index.js';
import { runCli } from '../../src/cli.js';
import { languages } from '../../src/knowledge/language.js';
import { repository } from '../support/temp.js';
import { firewall, run } from './world.js';

describe('help', () => {
  test.each(languages)('fits the screen and names every exit code in %s', async (language) => {
    const { code, out, err } = await run(['--help', '--lang', language]);
    expect([code, err]).toEqual([0, '']);
    for (const number of Object.values(exitCodes)) expect(out).toMatch(new RegExp(`^ +${number}  \\S`, 'm'));
    for (const command of ['diagnose', 'chat', 'sandbox', 'demo'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    const { options } = cliTexts(language);
    const chat = await run(['chat', '--help', '--lang', language], { columns: 200 });
    expect(chat.out.replace(/\s+/g, '')).toContain(options.chatJson.replace(/\s+/g, ''));
  });

  test('is what "help" gives, too, and no row of its own', async () => {
    const asked = await run(['help']);
    expect(asked).toEqual(await run(['--help']));
    expect(asked.code).toBe(0);
    expect(asked.out).not.toMatch(/^ {2}help /m);
  });

  test('at 40 columns the description stands below its term', async () => {
    const { out } = await run(['diagnose', '-h'], { columns: 40 });
    expect(out).toContain('  --jsonl\n      For each line {"id","text"} one\n');
  });
});

test('version is that of the package', async () => {
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('a wrong command line gets one sentence and 64', () => {
  test.each([
    [['bogus'], 'There is no command "bogus".'],
    [[], 'A command is missing.'],
    [['diagnose', '--foo'], 'There is no option "--foo" here.'],
    [['chat', '--registry'], 'The option "--registry" needs a value.'],
    [['diagnose', 'a', 'b'], 'There are more arguments than this command takes.'],
    [['diagnose', '--json', '--jsonl'], 'Choose one of --json and --jsonl.'],
    [['chat', '--lang', 'fr'], 'There is no language "fr": choose en, de or zh-Hans.'],
    [['chat', '--registry', 'a b'], '"a b" is not a registry name'],
  ])('%j', async (argv, sentence) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(64);
    expect(out).toBe('');
    expect(err.startsWith(sentence)).toBe(true);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('in German', async () => {
    expect((await run(['nix'], { env: { LANG: 'de_AT.UTF-8' } })).err).toBe(
      'Es gibt keinen Befehl „nix“. „acr-help --help“ zeigt, was es gibt.\n',
    );
  });
});

describe('chat', () => {
  test('a world that is not there is told by its file name', async () => {
    const { code, err } = await run(['chat', '--world', 'x.yaml', '--json']);
    expect([code, err]).toEqual([66, 'There is no file "x.yaml".\n']);
  });

  test('--registry is known from the beginning', async () => {
    const say = { as: 'dana', say: "denied: client with IP '203.0.113.7' is not allowed access. azurecr.io" };
    const { out } = await run(['chat', '--json', '--registry', 'fabrikam'], {
      input: `${JSON.stringify(say)}\n`,
    });
    expect(out).toContain('--name fabrikam');
  });

  test('--json speaks the protocol and ends with the input', async () => {
    const { code, out } = await run(['chat', '--json'], { input: '{"as":"dana","start":true}\nx\n' });
    expect(code).toBe(0);
    const kinds = out
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]);
    expect(kinds).toEqual(['to', 'idle', 'error', 'idle']);
  });

  test('as text in a pipe', async () => {
    const { code, out } = await run(['chat', '--lang', 'de'], { input: `${firewall}\n\nfertig\n` });
    expect(code).toBe(0);
    expect(out).toContain('203.0.113.7');
    expect(out.endsWith('Auf Wiedersehen.\n')).toBe(true);
  });
});

test('demo off a terminal answers standard input like diagnose', async () => {
  const [demo, diagnose] = [
    await run(['demo'], { input: firewall }),
    await run(['diagnose'], { input: firewall }),
  ];
  expect(demo).toEqual(diagnose);
  expect((await run(['demo'])).code).toBe(3);
});

describe('failures inside', () => {
  test('are one sentence and 70; where, only for ACR_HELP_DEBUG=1', async () => {
    const spy = vi.spyOn(Sessions.prototype, 'take').mockImplementation(() => {
      throw new Error('boom');
    });
    const quiet = await run(['chat'], { input: 'hello\n' });
    const loud = await run(['chat'], { input: 'hello\n', env: { ACR_HELP_DEBUG: '1' } });
    spy.mockRestore();
    expect(quiet).toMatchObject({
      code: 70,
      err: expect.stringMatching(/^Something went wrong inside acr-help\.[^\n]*\n$/),
    });
    expect(loud.err).toMatch(/boom\n\s+at /);
  });

  test('a reader that goes away ends it quietly', async () => {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })));
    const line = `${JSON.stringify({ id: 'a', text: 'x' })}\n`;
    const stdin = Readable.from(Array.from({ length: 1000 }, () => line));
    const code = await runCli(['diagnose', '--jsonl'], {
      stdin,
      stdout,
      stderr,
      env: {},
      onInterrupt: () => () => {},
    });
    expect(code).toBe(141);
    expect(stderr.read()).toBeNull();
  });
});

test('npm run -s acr-help: standard output is the answer alone', { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, [join(repository, 'bin', 'acr-help.mjs'), 'diagnose', '--json'], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  child.stdin.end(firewall);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(JSON.parse(out).causes[0].id).toBe('ip-not-allowed');
});
