import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { instruments } from '../../src/observe/metrics/instruments.js';
import { repository, tempTree } from '../support/temp.js';
import { alertCases } from './alert-cases.js';
import { selectorsOf } from './promql.js';

const file = join(repository, 'deploy', 'alerts.yaml');
const rule = z.strictObject({
  alert: z.string().regex(/^AcrHelp[A-Za-z]+$/),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string(), runbook: z.string() }),
});
const rules = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })) })
  .parse(parse(readFileSync(file, 'utf8')))
  .groups.flatMap((group) => group.rules);

/** Every name that /metrics can have, and the values of its labels. */
const series = new Map(
  Object.entries(instruments).flatMap(([name, { kind, labels }]) => {
    const names = kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name];
    return names.map((each) => [each, new Map<string, readonly string[]>(Object.entries(labels))] as const);
  }),
);
const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;
if (!hasPromtool) console.info('promtool (Debian: prometheus) is not here: rules are read, not judged.');

test.each(rules)('$alert reads metrics that there are', ({ expr }) => {
  const selectors = selectorsOf(expr);
  expect(selectors.length).toBeGreaterThan(0);
  for (const { name, matchers } of selectors) {
    // Prometheus' own, of each target that it scrapes.
    if (name === 'up') continue;
    const labels = series.get(name);
    expect([name, labels !== undefined]).toEqual([name, true]);
    for (const { label, operator, value } of matchers) {
      const values = labels?.get(label) ?? [];
      const matching = values.filter((each) =>
        operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(each) : each === value,
      );
      // Each of the alternatives is a value of the list.
      const wanted = operator.endsWith('~') ? value.split('|') : [value];
      expect([name, label, matching]).toEqual([name, label, expect.arrayContaining(wanted)]);
    }
  }
});

test.each(rules)('$alert has a paragraph that says what to do', ({ alert, annotations }) => {
  const page = readFileSync(join(repository, 'docs', 'observe.md'), 'utf8');
  expect(annotations.runbook).toBe(`docs/observe.md#${alert.toLowerCase()}`);
  expect(page).toContain(`### ${alert}\n`);
});

describe.skipIf(!hasPromtool)('promtool', () => {
  test('can read the rules', () => {
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`SUCCESS: ${rules.length} rules found`);
  });

  test('sees each alert fire when it should, and not before', () => {
    expect(alertCases.map(({ alert }) => alert).toSorted()).toEqual(rules.map((it) => it.alert).toSorted());
    const tests = alertCases.flatMap(({ alert, fires, quiet, at }) =>
      [fires, quiet].map((input_series) => ({
        interval: '1m',
        input_series: Object.entries(input_series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: [
          { eval_time: at, alertname: alert, ...(input_series === fires ? fired(alert) : {}) },
        ],
      })),
    );
    const dir = tempTree({ 'cases.yaml': stringify({ rule_files: [file], tests }) });
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'cases.yaml'], {
      cwd: dir,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('SUCCESS'), '']);
  });

  /** What is asked is whether it fires: labels and texts are those of the rule, values those of the case. */
  function fired(alert: string) {
    const { labels = {}, annotations } = alertCases.find((it) => it.alert === alert) ?? {};
    const of = rules.find((it) => it.alert === alert);
    return {
      exp_alerts: [
        {
          exp_labels: { ...of?.labels, ...labels },
          exp_annotations: { ...of?.annotations, ...annotations },
        },
      ],
    };
  }
});
