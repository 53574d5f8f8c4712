import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logFields } from '../../src/observe/fields.js';
import { instruments } from '../../src/observe/metrics/instruments.js';
import { spans } from '../../src/observe/trace/spans.js';
import { repository } from '../support/temp.js';

/** Long lists of the knowledge base have a name instead. */
const MOST_VALUES = 16;

const listed = (values: readonly string[]): string =>
  values.length > MOST_VALUES
    ? `${values.length} values, such as \`${values[0]}\``
    : values.map((value) => `\`${value}\``).join(' ');

const labelled = (labels: Readonly<Record<string, readonly string[] | 'number'>>): string =>
  Object.entries(labels)
    .map(([label, values]) => `**${label}**: ${values === 'number' ? 'a number' : listed(values)}`)
    .join('<br>');

const parts: Readonly<Record<string, readonly string[]>> = {
  metrics: [
    '| metric | kind | what it says | labels |',
    '| --- | --- | --- | --- |',
    ...Object.entries(instruments).map(
      ([name, { kind, unit, help, labels }]) =>
        `| \`${name}\` | ${kind}${unit === 's' ? ', seconds' : ''} | ${help} | ${labelled(labels)} |`,
    ),
  ],
  spans: [
    '| span | attributes |',
    '| --- | --- |',
    ...Object.entries(spans).map(([name, attributes]) => `| \`${name}\` | ${labelled(attributes)} |`),
  ],
  fields: [logFields.map((field) => `\`${field}\``).join(', ')],
};

/** `npx vitest run test/observe/page.test.ts -u` writes the tables anew. */
test('docs/observe.md says what the tables say', async () => {
  const page = readFileSync(join(repository, 'docs', 'observe.md'), 'utf8');
  const written = page.replaceAll(
    /(<!-- (\w+): [^>]+-->\n).*?(<!-- end -->)/gs,
    (_all, begin: string, name: string, end: string) => `${begin}\n${parts[name]?.join('\n')}\n\n${end}`,
  );
  expect([...page.matchAll(/<!-- (\w+): /g)].map(([, name]) => name)).toEqual(Object.keys(parts));
  await expect(written).toMatchFileSnapshot('../../docs/observe.md');
});
