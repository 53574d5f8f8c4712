import { describe, expect, test } from 'vitest';
import { render, renderRest } from '../../../adapters/terminal/render.js';
import { Sessions } from '../../../adapters/terminal/sessions.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import type { Message } from '../../../src/chat/message.js';
import { languages } from '../../../src/knowledge/language.js';

const message = (parts: Partial<Message>): Message => ({
  to: 'you',
  audience: 'private',
  id: 'm1',
  replaces: null,
  blocks: [],
  ask: null,
  buttons: [],
  form: null,
  outcome: null,
  handover: null,
  ...parts,
});
const plain = { width: 40, colour: false, language: 'en' } as const;

test('commands of several lines stand as they are, so that a copy of them runs', () => {
  const text = "sh <<'E'\necho 1\nE";
  const shown = (code: string) =>
    render(message({ blocks: [{ type: 'code', language: 'bash', text: code }] }), plain);
  expect(shown(text).trimEnd().split('\n')).toEqual(text.split('\n'));
  expect(shown('echo 1')).toBe('  echo 1\n');
});

test('every kind of block at 40 columns', () => {
  const text = render(
    message({
      blocks: [
        { type: 'heading', text: 'What to do' },
        {
          type: 'steps',
          items: [
            { text: 'Look at the role assignments of the registry first.' },
            {
              text: 'Sign in.',
              code: [
                {
                  type: 'code',
                  language: 'bash',
                  text: 'export A=1\naz acr login --name contoso --expose-token --output tsv\n',
                },
                { type: 'code', language: 'powershell', text: '$env:A = 1' },
              ],
            },
          ],
        },
        {
          type: 'facts',
          items: [
            { label: 'Registry', value: 'contoso' },
            { label: 'IP', value: '203.0.113.7' },
          ],
        },
        { type: 'list', items: ['one', 'two'] },
        {
          type: 'progress',
          items: [
            { id: 'dns', label: 'Name', state: 'ok', note: 'public' },
            { id: 'x', label: 'Role', state: 'bad' },
          ],
        },
        { type: 'code', language: 'json', text: '{\n  "a": 1\n}' },
        {
          type: 'links',
          items: [
            { title: 'Private Link', url: 'https://learn.microsoft.com/en-us/azure/container-registry/x' },
          ],
        },
        { type: 'source', text: 'Source: Symptoms' },
      ],
      buttons: [
        { id: 'b1', verb: 'back', label: 'Back' },
        { id: 'b2', verb: 'finish', label: 'Done' },
      ],
    }),
    plain,
  );
  expect(text.split('\n')).toEqual([
    'What to do',
    '1. Look at the role assignments of the',
    '   registry first.',
    '',
    '2. Sign in.',
    '',
    '   bash:',
    '     export A=1',
    '     az acr login --name contoso --expose-token --output tsv',
    '',
    '   PowerShell:',
    '     $env:A = 1',
    '',
    'Registry:  contoso',
    'IP:        203.0.113.7',
    '',
    '- one',
    '- two',
    '',
    '- Name: ok – public',
    '- Role: problem',
    '',
    '{',
    '  "a": 1',
    '}',
    '',
    '- Private Link',
    '  https://learn.microsoft.com/en-us/azure/container-registry/x',
    '',
    'Source: Symptoms',
    '',
    'Type "Back" or "Done".',
    '',
  ]);
});

test('facts stand below their label where they do not fit beside it, unbroken', () => {
  const value = 'a'.repeat(38);
  const text = render(
    message({ blocks: [{ type: 'facts', items: [{ label: 'Application (client) ID', value }] }] }),
    plain,
  );
  expect(text).toBe(`Application (client) ID:\n  ${value}\n`);
});

test('a value cannot drive the terminal', () => {
  const evil = 'x\u001b[2J\u202e\u0007y';
  const text = render(
    message({
      blocks: [
        { type: 'text', text: evil },
        { type: 'code', language: 'bash', text: evil },
        { type: 'facts', items: [{ label: evil, value: evil }] },
        { type: 'links', items: [{ title: evil, url: evil }] },
      ],
    }),
    plain,
  );
  expect(text).toBe('xy\n\n  xy\n\nxy:  xy\n\n- xy\n  xy\n');
});

test('many options come in two parts, their numbers stay', () => {
  const options = Array.from({ length: 20 }, (_, i) => ({ id: `o${i}`, label: `Option ${i + 1}` }));
  const long = message({ ask: { node: 'symptom', options } });
  expect(render(long, plain)).toContain(
    ' 9. Option 9\n... "More" shows 10 further answers.\n20. Option 20\n',
  );
  expect(renderRest(long, plain)).toContain('10. Option 10\n');
  expect(renderRest(long, plain)).not.toContain(' 9. Option 9\n');
});

const pastes = [
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required',
  "denied: client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access. contoso.azurecr.io",
  "ERROR: AADSTS7000222: The provided client secret keys for app 'a' are expired. contoso.azurecr.io",
];

/** Lines that may be wider than the page: commands, addresses, and inline code that is wider by itself. */
const copied = /^ {2,}\S|^`|`\S{20,}`|https:\/\//;

describe.each(languages)('in %s', (language) => {
  test.each([80, 40])('no line of a whole conversation is wider than %i columns but code', async (width) => {
    const sessions = new Sessions({ language, fixedLanguage: true, registry: null });
    const texts: string[] = [];
    const tell = async (messages: AsyncIterable<Message>) => {
      let last: Message | undefined;
      for await (const it of messages) {
        texts.push(render(it, { width, colour: false, language }));
        last = it;
      }
      return last;
    };
    await tell(sessions.take({ kind: 'start', as: 'you' }));
    for (const text of pastes) {
      let last = await tell(sessions.take({ kind: 'say', as: 'you', text }));
      for (let i = 0; i < 12 && last?.ask != null; i++) {
        const option = last.ask.options[0]?.id ?? 'unknown';
        last = await tell(
          sessions.take({
            kind: 'answer',
            as: 'you',
            node: last.ask.node,
            option: last.ask.input ? 'contoso' : option,
          }),
        );
      }
    }
    const wide = texts
      .join('')
      .split('\n')
      .filter((line) => widthOf(line) > width && !copied.test(line));
    expect(wide).toEqual([]);
    expect(texts.length).toBeGreaterThan(5);
  });
});
