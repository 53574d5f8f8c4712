import { kindOf } from '../../doctor/catalogue.js';
import { counted, ordered, type Report } from '../../doctor/report.js';
import type { CliTexts } from '../texts/types.js';
import { sentencesOf } from './sentences.js';

/** Of the shape below; a new field does not change it, another meaning of one does. */
const VERSION = 1;

/**
 * The report for programs, on one line. Ids and states are stable; sentences are for people, in the language of the command
 * line. docs/doctor.md describes the shape.
 */
export function doctorJson(report: Report, texts: CliTexts): string {
  const counts = counted(report.findings);
  const findings = ordered(report.findings).flatMap(([section, own]) =>
    own.map((finding) => {
      const { id, about, facts, command } = finding;
      const { what, todo } = sentencesOf(finding, texts);
      return { id, section, state: kindOf(id).state, about, what, todo, command, facts };
    }),
  );
  const hosts = report.hosts.map(({ host, for: purposes }) => ({ host, port: 443, for: purposes }));
  return `${JSON.stringify({ version: VERSION, ok: counts.failed === 0, counts, findings, hosts })}\n`;
}
