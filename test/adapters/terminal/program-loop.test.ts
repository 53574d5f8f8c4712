import { describe, expect, test, vi } from 'vitest';
import { programLoop } from '../../../adapters/terminal/program-loop.js';
import { Sessions } from '../../../adapters/terminal/sessions.js';
import type { Message } from '../../../src/chat/message.js';

type Out = Partial<Message> & { readonly error?: { code: string; message: string }; readonly idle?: true };

const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';

/** Drives the protocol; each line may depend on what was answered before. */
async function drive(...lines: readonly (string | object | ((out: readonly Out[]) => object))[]) {
  const out: Out[] = [];
  let advanced = 0;
  const sessions = new Sessions({ language: 'en', fixedLanguage: false, registry: null });
  async function* feed() {
    for (const line of lines) {
      if (typeof line === 'string') yield line;
      else yield JSON.stringify(typeof line === 'function' ? line(out) : line);
    }
  }
  const failed = vi.fn();
  const sound = await programLoop(sessions, 'en', {
    lines: feed(),
    write: async (text) => {
      for (const it of text.trimEnd().split('\n')) out.push(JSON.parse(it) as Out);
    },
    advance: (milliseconds) => {
      advanced += milliseconds;
    },
    apply: null,
    failed,
  });
  return { out, sound, advanced, failed };
}

const buttonOf = (out: readonly Out[], to: string, verb: string) =>
  out.findLast((it) => it.to === to)?.buttons?.find((it) => it.verb === verb)?.id;
const idle = { idle: true };

describe('the protocol', () => {
  test('says nothing by itself, answers a paste with messages and idle', async () => {
    expect((await drive()).out).toEqual([]);
    const { out } = await drive({ as: 'dana', say: unauthorized });
    expect(out.map((it) => it.to ?? 'idle')).toEqual(['dana', 'idle']);
    expect(Object.keys(out[0] ?? {})).toEqual([
      'to',
      'audience',
      'id',
      'replaces',
      'blocks',
      'ask',
      'buttons',
      'form',
      'outcome',
    ]);
    expect(out[0]?.ask?.node).toBe('auth-method');
  });

  test('greets on start only', async () => {
    const { out } = await drive({ as: 'dana', start: true });
    expect(out[0]?.ask?.node).toBe('situation');
    expect(out[1]).toEqual(idle);
  });

  test('goes on with an answer, to an outcome', async () => {
    const next = (out: readonly Out[]) => {
      const ask = out.findLast((it) => it.ask)?.ask;
      return {
        as: 'dana',
        answer: { node: ask?.node, option: ask?.input ? 'contoso' : (ask?.options[0]?.id ?? '') },
      };
    };
    const { out } = await drive({ as: 'dana', say: unauthorized }, ...Array.from({ length: 10 }, () => next));
    expect(out.some((it) => it.outcome?.resolved === false)).toBe(true);
  });

  test('holds one conversation a person; ids are unique among them', async () => {
    const { out } = await drive(
      { as: 'dana', say: unauthorized },
      { as: 'ari', start: true },
      { as: 'dana', say: 'back' },
    );
    const messages = out.filter((it) => it.id !== undefined);
    expect(messages.map((it) => it.to)).toEqual(['dana', 'ari', 'dana']);
    const ids = messages.flatMap((it) => [it.id, ...(it.buttons ?? []).map((button) => button.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("somebody else's button is refused and changes nothing", async () => {
    const { out } = await drive(
      { as: 'dana', say: unauthorized },
      (it) => ({ as: 'ari', press: buttonOf(it, 'dana', 'restart') }),
      (it) => ({ as: 'dana', press: buttonOf(it, 'dana', 'dont-know') }),
    );
    expect(out[2]).toMatchObject({ to: 'ari', ask: null, buttons: [] });
    expect(JSON.stringify(out[2]?.blocks)).toContain('somebody else');
    expect(out[4]?.to).toBe('dana');
    expect(out[4]?.ask?.node).not.toBe('situation');
  });

  test('a late press is answered with where we are', async () => {
    const { out } = await drive(
      { as: 'dana', say: unauthorized },
      { as: 'dana', answer: { node: 'auth-method', option: 'service-principal' } },
      { as: 'dana', press: 'b1' },
      { as: 'dana', press: 'never-issued' },
    );
    for (const late of [out[4], out[6]]) {
      expect(JSON.stringify(late?.blocks)).toContain('earlier step');
      expect(late?.ask?.node).toBe(out[2]?.ask?.node);
    }
  });

  test('a form gives the note of the handover', async () => {
    const { out } = await drive({ as: 'dana', say: unauthorized }, { as: 'dana', say: 'human' }, (it) => ({
      as: 'dana',
      form: { id: it.findLast((one) => one.form)?.form?.id, values: { note: 'Since Monday.' } },
    }));
    expect(JSON.stringify(out.at(-2)?.blocks)).toContain('Since Monday.');
  });

  test('the clock moves, a world is not there', async () => {
    const { out, advanced } = await drive({ clock: '+10m' }, { world: { apply: 'fix' } }, { clock: 'later' });
    expect(advanced).toBe(600_000);
    expect(out).toMatchObject([
      idle,
      { error: { code: 'world-unavailable' } },
      idle,
      { error: { code: 'bad-line' } },
      idle,
    ]);
  });

  test.each([
    'nonsense',
    '[]',
    'null',
    '"x"',
    '{}',
    '{"as":"dana"}',
    '{"as":1,"say":"x"}',
    '{"as":"","say":"x"}',
    '{"as":"dana","say":1}',
    '{"as":"dana","say":"x","press":"b1"}',
    '{"as":"dana","answer":{"node":"x"}}',
    '{"as":"dana","form":{"id":"x","values":{"note":1}}}',
    '{"as":"dana","start":false}',
    '{"say":"x"}',
    '{"as":"d","say":',
  ])('%s is a bad line, and the next one is heard', async (line) => {
    const { out, sound } = await drive(line, { as: 'dana', start: true });
    expect(out[0]?.error).toEqual({ code: 'bad-line', message: expect.stringMatching(/^The |^This /) });
    expect(out[1]).toEqual(idle);
    expect(out[2]?.to).toBe('dana');
    expect(sound).toBe(true);
  });

  test('a blank line ends a turn in which nothing was said; a strange name is only a name', async () => {
    const { out } = await drive(
      '',
      '  ',
      { as: '__proto__', start: true },
      { as: 'constructor', press: 'toString' },
    );
    expect(out.map((it) => it.to ?? 'idle')).toEqual([
      'idle',
      'idle',
      '__proto__',
      'idle',
      'constructor',
      'idle',
    ]);
  });

  test('prose in German is answered in German, unless the language was chosen', async () => {
    const say = 'Ich kann mich nicht bei meiner Azure Container Registry anmelden.';
    expect(JSON.stringify((await drive({ as: 'dana', say })).out[0]?.blocks)).toContain('Ich sehe darin');
    const sessions = new Sessions({ language: 'en', fixedLanguage: true, registry: null });
    const first = await sessions.take({ kind: 'say', as: 'dana', text: say }).next();
    expect(JSON.stringify(first.value?.blocks)).not.toContain('Ich sehe');
  });

  test('a failure inside is a typed error, and the conversation stays', async () => {
    const spy = vi.spyOn(Sessions.prototype, 'take').mockImplementationOnce(() => {
      throw new Error('boom');
    });
    const { out, sound, failed } = await drive({ as: 'dana', start: true }, { as: 'dana', start: true });
    spy.mockRestore();
    expect(sound).toBe(false);
    expect(failed).toHaveBeenCalledOnce();
    expect(out[0]?.error?.code).toBe('internal');
    expect(JSON.stringify(out[0])).not.toContain('boom');
    expect(out[2]?.to).toBe('dana');
  });
});
