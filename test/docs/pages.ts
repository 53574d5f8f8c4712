import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/temp.js';

export interface Page {
  /** Path in the repository. */
  readonly path: string;
  readonly text: string;
}

/** A fenced block of shell commands. */
export interface Fence {
  readonly page: string;
  /** What its first line says behind `sh`: `run` here, `untried` here, or nothing. */
  readonly mark: string;
  /** Commands, one a line; lines that go on are one. */
  readonly lines: readonly string[];
}

/** Pages for people who install and run the bot. */
export const operators: readonly string[] = [
  'deploy/README.md',
  ...[
    ...['install-teams', 'install-slack', 'configure', 'operate', 'upgrade', 'security-review', 'faq'],
    'replacing-botbuilder',
  ].map((name) => `docs/${name}.md`),
];

/** Every page of the documentation. */
export function pages(): readonly Page[] {
  const docs = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path));
  const others = [
    'README.md',
    'AGENTS.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'deploy/README.md',
    'deploy/example/README.md',
  ];
  return [...others, ...docs.sort()].map((path) => ({
    path,
    text: readFileSync(join(repository, path), 'utf8'),
  }));
}

/** The blocks of shell commands on a page. Pure. */
export function fencesOf({ path, text }: Page): readonly Fence[] {
  return [...text.matchAll(/^( *)```sh(?: (\w+))?\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', mark = '', body = '']) => ({
      page: path,
      mark,
      lines: body
        .replaceAll(/\\\n\s*/g, '')
        .split('\n')
        .map((line) => line.slice(indent.length).trim())
        .filter((line) => line !== '' && !line.startsWith('#')),
    }),
  );
}

/** A command line as a shell splits it: quotes are gone, what stands in them is one word. Pure. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"([^"]*)"|'([^']*)'|([^\s"']))+/g)].map(([word]) =>
    word.replaceAll(/["']/g, ''),
  );
}

/** The anchors of a page, as GitHub makes them of its headings. Pure. */
export function anchorsOf({ text }: Page): readonly string[] {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
