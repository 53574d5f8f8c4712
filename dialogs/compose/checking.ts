import type { ProgressItem } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { checkItem } from './answers.js';
import { type Draft, draft } from './draft.js';
import { fill } from './fill.js';

/** Checks under way: a line for each, with its verdict as soon as it is there. */
export function checkingDraft(texts: Texts, checks: readonly CheckId[], findings: readonly Finding[]): Draft {
  const items = checks.map((check): ProgressItem => {
    const finding = findings.find((it) => it.check === check);
    if (finding !== undefined) return findingItem(texts, finding);
    return { id: check, label: texts.checks[check].label, state: 'running' };
  });
  return draft({
    blocks: [
      { type: 'text', text: texts.ui.checking },
      { type: 'progress', items },
    ],
  });
}

/** A finding as a line: the verdict, or why there is none. */
export function findingItem(texts: Texts, finding: Finding): ProgressItem {
  if (finding.verdict !== 'unknown') return checkItem(texts, finding.check, finding.verdict);
  const { label } = texts.checks[finding.check];
  const why = texts.ui.unknownWhy[finding.why];
  const role = finding.role;
  const note = role === undefined ? why : `${why} ${fill(texts.ui.roleWouldMend, { role })}`;
  return { id: finding.check, label, state: 'unknown', note };
}
