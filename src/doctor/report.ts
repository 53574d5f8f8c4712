import { type FindingId, kindOf, type Section, type State, sections, states } from './catalogue.js';
import type { NeededHost } from './egress.js';
import type { Finding } from './finding.js';

/** Everything that was found out. */
export interface Report {
  readonly findings: readonly Finding[];
  /** To be let out on port 443. */
  readonly hosts: readonly NeededHost[];
}

/** Worst first within a section; sections in their order. Pure. */
export function ordered(findings: readonly Finding[]): readonly (readonly [Section, readonly Finding[]])[] {
  return sections
    .map((section) => {
      const own = findings.filter(({ id }) => kindOf(id).section === section);
      return [section, own.toSorted((a, b) => gravity(a.id) - gravity(b.id))] as const;
    })
    .filter(([, own]) => own.length > 0);
}

/** How many findings there are of each state. */
export function counted(findings: readonly Finding[]): Readonly<Record<State, number>> {
  const of = (state: State) => findings.filter(({ id }) => kindOf(id).state === state).length;
  return {
    failed: of('failed'),
    unknown: of('unknown'),
    warning: of('warning'),
    ok: of('ok'),
    skipped: of('skipped'),
  };
}

function gravity(id: FindingId): number {
  return states.indexOf(kindOf(id).state);
}
