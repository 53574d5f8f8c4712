import type { Finding } from '../../doctor/finding.js';
import type { CliTexts } from '../texts/types.js';

/** What happened, and what to do; null where there is nothing to do. */
export interface Sentences {
  readonly what: string;
  readonly todo: string | null;
}

/** A finding in words: facts that are words of the project's own have a text each, all others are shown as they are. */
export function sentencesOf(finding: Finding, texts: CliTexts): Sentences {
  const { about, facts } = finding;
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, wordsOf(name, value, finding, texts)]),
  );
  const fill = (text: string) => filled(text, { about: about ?? '', ...values });
  const [what, todo] = texts.doctor.findings[finding.id];
  return { what: fill(what), todo: todo === undefined ? null : fill(todo) };
}

function wordsOf(
  name: string,
  value: Finding['facts'][string],
  { facts }: Finding,
  { doctor, serve, identities, references }: CliTexts,
): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    part: serve.parts,
    identity: doctor.identities,
    identities: doctor.identities,
    kind: doctor.kinds,
    features: doctor.features,
    purposes: doctor.purposes,
    reason: doctor.reasons,
    looks: doctor.looks,
    tcp: doctor.tcp,
    tls: doctor.tls,
    dns: doctor.dns,
    engine: { sqlite: 'SQLite', postgres: 'PostgreSQL' },
    flaw: identities.flaws,
    why: references.why,
  };
  const worded = (one: string) => tables[name]?.[one] ?? one;
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? worded(value) : value.map(worded).join(doctor.comma);
  // Whose flaw it is, is told by the finding. Texts of the tables have places of their own: the code of Entra, a role, what is too much of it.
  if (name === 'reason') return filled(text, { what: String(facts['what'] ?? '') });
  if (name !== 'flaw') return text;
  const { identity, role, scope, flawed } = facts;
  const flaw = filled(text.replace(/^\{identity\}[:：] ?/, ''), {
    identity: doctor.identities[identityIn(identity)],
    ...{ role: String(role), scope: lastOf(String(scope)), what: String(flawed) },
  });
  return flaw.charAt(0).toUpperCase() + flaw.slice(1);
}

/** Kind and name of what an id names: the whole of it stands in the facts. */
function lastOf(id: string): string {
  return id.split('/').slice(-2).join('/');
}

function identityIn(value: unknown): 'reader' | 'grantor' | 'rotator' {
  return value === 'grantor' || value === 'rotator' ? value : 'reader';
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole).trim();
}
