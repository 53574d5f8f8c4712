import { type Intake, intake } from '../diagnosis/intake.js';
import { outputOfReport } from './output.js';
import { readReports } from './read-report.js';

/** `intake`, which also reads the probe reports in the text: they stand in `outputs`, behind the others. Pure. */
export function intakeWithReports(raw: string): Intake {
  const read = intake(raw);
  const reports = readReports(raw).map(outputOfReport);
  if (reports.length === 0) return read;
  const { reading } = read.diagnosis;
  const outputs = [...reading.outputs, ...reports];
  return { ...read, diagnosis: { ...read.diagnosis, reading: { ...reading, outputs } } };
}
