import type { Report } from '../../report/report.js';

/** Of the shape; a new field does not change it, another meaning of one does. */
const VERSION = 1;

/** The report for programs, on one line. docs/report.md describes the shape. */
export function reportJson(report: Report): string {
  return `${JSON.stringify({ version: VERSION, ...report })}\n`;
}
