import { test } from 'vitest';
import { readOutputs } from '../../src/diagnosis/outputs/read.js';
import { printReport } from '../../src/probe/print-report.js';
import { readReports } from '../../src/probe/read-report.js';
import * as outputs from '../diagnosis/outputs/samples.js';
import { fullReport } from '../probe/reports.js';
import { canary, holds, tellsNothing, textsIn } from './hold.js';
import { wildText } from './wild.js';

const texts = (module: object) => textsIn(module).filter((text) => text.includes('\n'));

test('check-health, nslookup, dig, curl and others: facts of grammars, whatever stands around', () => {
  const seeds = texts(outputs);
  holds(
    wildText(...seeds).map((text) => `${canary}\n${text}\n${canary}`),
    readOutputs,
    tellsNothing,
  );
});

test('a report of the probe: facts of grammars, whatever stands around', () => {
  const seeds = [printReport(fullReport), printReport(fullReport, 'cksum')];
  holds(
    wildText(...seeds).map((text) => `${canary}\n${text}\n${canary}`),
    readReports,
    tellsNothing,
  );
});
