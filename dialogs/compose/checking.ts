import type { ProgressItem } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { CheckId, Unknown } from '../../src/knowledge/checks.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { Work } from '../live/work.js';
import { checkItem } from './answers.js';
import { type Draft, draft } from './draft.js';
import { fill } from './fill.js';
import { withUnseenFacts } from './found.js';

/**
 * Checks under way: a line for each, with its verdict as soon as it is there. What could not be seen is told at the end,
 * together by reason.
 */
export function checkingDraft(texts: Texts, work: Work, findings: readonly Finding[]): Draft {
  const all = findings.length >= work.checks.length;
  const items = work.checks.flatMap((check): readonly ProgressItem[] => {
    const finding = findings.find((it) => it.check === check);
    if (finding !== undefined && finding.verdict !== 'unknown') return [verdictItem(texts, work, finding)];
    return all ? [] : [{ id: check, label: texts.checks[check].label, state: 'running' }];
  });
  if (!all) return progress(texts.ui.checking, items);
  const told = [...items, ...unseenItems(texts, findings)];
  return progress(told.length === 0 ? texts.ui.checkedNothing : texts.ui.checked, told);
}

function progress(text: string, items: readonly ProgressItem[]): Draft {
  return draft({
    blocks: [
      { type: 'text', text },
      { type: 'progress', items },
    ],
  });
}

function verdictItem(texts: Texts, { subject }: Work, finding: Finding): ProgressItem {
  const { check, verdict } = finding;
  const item = checkItem(texts, check, verdict, [finding]);
  return isIndifferent(check, subject) ? { ...item, state: 'ok' } : item;
}

/** Whether a check has no bad verdict for somebody who does something else. */
function isIndifferent(check: CheckId, { identity, operation }: Work['subject']): boolean {
  // Registries are better off without an admin user; it is trouble only for who signs in with it.
  if (check === 'admin-user') return identity.kind !== 'admin';
  // Who pulls and pushes does well without rights to manage.
  return check === 'management-rights' && operation !== 'manage';
}

/** Reasons that say nothing to the person: the check has no object here, or nobody could make it. */
const idle: readonly Unknown[] = ['missing-fact', 'not-supported'];

type Unseen = Extract<Finding, { verdict: 'unknown' }>;

/** The rest of a pause differs by moments from check to check, and is told in steps. */
const STEP_SECONDS = 5;

function whyOf({ ui }: Texts, { why, letAlone }: Unseen): string {
  const { service = 'other', seconds = 30 } = letAlone ?? {};
  const rounded = STEP_SECONDS * Math.ceil(seconds / STEP_SECONDS);
  return fill(ui.unknownWhy[why], { service: ui.services[service], seconds: String(rounded) });
}

/** What could not be seen: one line for each reason, each role that would mend it, and what was seen all the same. */
function unseenItems(texts: Texts, findings: readonly Finding[]): readonly ProgressItem[] {
  const groups = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.verdict !== 'unknown' || idle.includes(finding.why)) continue;
    const why = whyOf(texts, finding);
    const reason =
      finding.role === undefined ? why : `${why} ${fill(texts.ui.roleWouldMend, { role: finding.role })}`;
    const note = withUnseenFacts(texts, reason, finding.facts);
    groups.set(note, [...(groups.get(note) ?? []), texts.checks[finding.check].label]);
  }
  return [...groups].map(([note, labels]) => ({
    id: `unseen ${note}`,
    label: labels.join(texts.ui.foundFacts.further),
    state: 'unknown',
    note,
  }));
}
