import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { COMMAND_SAMPLES, type Sample } from './samples-commands.js';
import { CONFIG_SAMPLES } from './samples-config.js';
import { MORE_SAMPLES } from './samples-more.js';
import { KEEP_SAMPLES, PROSE_SAMPLES } from './samples-prose.js';

const ALL: Sample[] = [...COMMAND_SAMPLES, ...CONFIG_SAMPLES, ...PROSE_SAMPLES];

describe('secrets', () => {
  it.each(ALL.map((sample) => ({ name: sample[0], sample })))('$name', ({ sample }) => {
    const [, text, secrets, keep = []] = sample;
    const { text: out, secrets: found } = redact(text);
    for (const secret of secrets) expect(out).not.toContain(secret);
    for (const word of keep) expect(out).toContain(word);
    expect(found.length).toBeGreaterThan(0);
    expect(redact(out)).toEqual({ text: out, secrets: [] });
  });
});

describe('more secrets', () => {
  it.each(MORE_SAMPLES.map(([text, secrets]) => ({ text, secrets })))('$text', ({ text, secrets }) => {
    const out = redact(text);
    for (const secret of secrets) expect(out.text).not.toContain(secret);
    expect(redact(out.text)).toEqual({ text: out.text, secrets: [] });
  });
});

describe('what a diagnosis needs', () => {
  it.each(KEEP_SAMPLES.map((text) => ({ text })))('$text', ({ text }) => {
    expect(redact(text)).toEqual({ text, secrets: [] });
  });
});
