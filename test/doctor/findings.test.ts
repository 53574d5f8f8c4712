import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/cli/doctor/sentences.js';
import { cliTexts } from '../../src/cli/texts/index.js';
import { findingIds, kindOf, sections } from '../../src/doctor/catalogue.js';
import { languages } from '../../src/knowledge/language.js';
import { ways } from './every-finding.js';

describe('every finding', () => {
  test.each(findingIds)('%s can come about, and has words in each language', async (id) => {
    const made = (await ways[id]()).filter((it) => it.id === id);
    expect(made.length).toBeGreaterThan(0);
    for (const language of languages) {
      for (const finding of made) {
        const { what, todo } = sentencesOf(finding, cliTexts(language));
        expect(`${what} ${todo}`).not.toMatch(/[{}]|undefined|\s{2}/);
        expect(what).not.toBe('');
        // Whoever reads that something is wrong, or could not be asked, is told what to do.
        const { state } = kindOf(id);
        const flaw = id === 'identity.unfit' || id === 'identity.flaw';
        expect(todo === null).toBe(state === 'ok' || state === 'skipped' || flaw);
      }
    }
  });

  test('a failed finding is never made of an answer that did not come', async () => {
    for (const id of findingIds) {
      if (!/unknown$|\.(?:late|broken|timeout|locked)$/.test(id)) continue;
      expect(kindOf(id).state).toBe('unknown');
    }
  });
});

/** `npx vitest run test/doctor -u` writes the tables anew. */
test('docs/doctor-findings.md says what there is', async () => {
  const texts = cliTexts('en');
  const parts = sections.map((section) => [
    `## ${texts.doctor.sections[section]}`,
    '',
    '| id | state | what it says | what to do |',
    '| --- | --- | --- | --- |',
    ...findingIds
      .filter((id) => kindOf(id).section === section)
      .map((id) => {
        const [what, todo = ''] = texts.doctor.findings[id];
        const cells = [`\`${id}\``, kindOf(id).state, what, todo];
        return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
      }),
    '',
  ]);
  const page = [
    '# Findings of `acr-help doctor`',
    '',
    'Made of the tables of the program. Words in braces are filled in; in `--json` they are the `facts` of a finding.',
    '[doctor.md](doctor.md) describes the command.',
    '',
    ...parts.flat(),
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/doctor-findings.md');
});
