import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/temp.js';

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The stages of `deploy/Dockerfile`, each with its instructions; comments are gone, lines that go on are one. */
export function stages(): readonly (readonly Instruction[])[] {
  const lines = readFileSync(join(repository, 'deploy', 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const all: Instruction[][] = [];
  for (const line of lines) {
    const [, name = '', text = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (name === 'FROM') all.push([]);
    all.at(-1)?.push({ name, text });
  }
  return all;
}

/** Texts of the instructions of one kind in the stage that becomes the image. */
export function inImage(name: string): readonly string[] {
  return (stages().at(-1) ?? []).filter((it) => it.name === name).map(({ text }) => text);
}
