import { sections } from './defences/index.js';
import type { Row, Rows } from './defences/row.js';

/** docs/security.md, made of the table. */
export function securityPage(): string {
  return [
    '# Threats and defences',
    '',
    'What somebody could try, what stands in the way, and the test that fails when it does not. Take a defence away and see:',
    '',
    '```sh untried',
    'npm run test:defences -- --only T26',
    '```',
    '',
    'In a copy of the checkout this takes away what the table of `test/security/defences` names as the defence, one at a',
    'time, and runs the test beside it, which must fail. Without an option it draws four, others in each run, and prints',
    'the seed; CI does that. `--all` takes every row. A row has one planted removal: it shows that this test bites, not',
    'that every way around the defence is known.',
    '',
    '**Not shown here:** the real Azure, Teams and Slack, which nothing was ever tried against; what depends on how you',
    'configure Azure (conditions, authentication contexts, private endpoints) is played against the simulated one.',
    '',
    'What the bot can do at worst: [security-team.md](security-team.md); questions of a review:',
    '[security-review.md](security-review.md); how to report a weakness: [SECURITY.md](../SECURITY.md).',
    '',
    ...sections.flatMap(({ title, rows }) => sectionOf(title, rows)),
  ].join('\n');
}

function sectionOf(title: string, rows: Rows): readonly string[] {
  return [
    `## ${title}`,
    '',
    '| id | what is tried | what stands in the way | test | state |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(rows).map(([id, row]) => lineOf(id, row)),
    '',
  ];
}

function lineOf(id: string, row: Row): string {
  const { abuse, defence, state } = row;
  const test = row.state === 'defended' ? testOf(row.removal) : '–';
  const more = row.state === 'defended' ? row.rest : row.why;
  const how = more === undefined ? state : `${state}: ${more}`;
  return `| ${[id, abuse, defence, test, how].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function testOf({ test, named }: { readonly test: string; readonly named?: string }): string {
  return named === undefined ? `\`${test}\`` : `\`${test}\`: ${named}`;
}
