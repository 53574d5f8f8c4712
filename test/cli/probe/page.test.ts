import { describe, expect, it } from 'vitest';
import { probePage } from '../../../src/cli/probe/page.js';
import { cliTexts } from '../../../src/cli/texts/index.js';
import { languages } from '../../../src/knowledge/language.js';
import { emptyReport } from '../../../src/probe/report.js';
import { fullReport } from '../../probe/reports.js';

describe.each(languages)('the page of a probe in %s', (language) => {
  const { probe: texts } = cliTexts(language);

  it('tells all that is in the report, and ends with it', () => {
    expect(probePage(fullReport, 80, texts)).toMatchSnapshot();
  });

  it('tells what was not found out', () => {
    expect(probePage(emptyReport(fullReport.registry, 'other'), 80, texts)).toMatchSnapshot();
  });
});
