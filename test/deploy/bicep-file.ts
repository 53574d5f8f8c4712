import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/temp.js';

/** What stands at the top of a Bicep file: `param`, `var`, `resource`, `module`, `output`, … */
export interface Declaration {
  readonly kind: string;
  readonly name: string;
  /** Comments and decorators directly above it. */
  readonly above: readonly string[];
  /** From its first line to its last. */
  readonly text: string;
}

export interface BicepFile {
  /** Path in `deploy/bicep`. */
  readonly path: string;
  readonly text: string;
  readonly declarations: readonly Declaration[];
}

const folder = join(repository, 'deploy', 'bicep');
const statement = /^(targetScope|using|param|var|resource|module|output)\b\s*(\w*)/;

/** Every Bicep file of the repository. There is no compiler here: what a test can read of them, it reads from this. */
export function bicepFiles(): readonly BicepFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.bicep(?:param)?$/.test(path))
    .sort()
    .map((path) => readBicep(path, readFileSync(join(folder, path), 'utf8')));
}

/** Splits a file at its top-level statements; whatever is neither one nor its body is left out. Pure. */
function readBicep(path: string, text: string): BicepFile {
  const declarations: Declaration[] = [];
  let above: string[] = [];
  let open: { kind: string; name: string; above: string[]; lines: string[] } | null = null;
  const close = () => {
    if (open !== null) {
      const { lines, ...rest } = open;
      declarations.push({ ...rest, text: lines.join('\n').trimEnd() });
    }
    open = null;
  };
  for (const line of text.split('\n')) {
    const [, kind, name] = statement.exec(line) ?? [];
    if (kind !== undefined && name !== undefined) {
      close();
      open = { kind, name, above, lines: [line] };
      above = [];
    } else if (/^(?:\/\/|@)/.test(line)) {
      close();
      above.push(line);
    } else if (line === '') {
      // A blank line parts a comment from what follows.
      above = [];
      open?.lines.push(line);
    } else open?.lines.push(line);
  }
  close();
  return { path, text, declarations };
}

/** Keys of the block `name: {` or `name: [{` in a declaration, at its first depth; one line or several. Pure. */
export function keysOf(block: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [token, key] of block.replaceAll(/'[^'\n]*'/g, "''").matchAll(/[{[(]|[}\])]|(\w+):/g)) {
    if (/[{[(]/.test(token)) depth += 1;
    else if (/[}\])]/.test(token)) depth -= 1;
    else if (depth === 1 && key !== undefined) keys.push(key);
    if (depth < 0) break;
  }
  return keys;
}

/** The text from `{` behind `name:` to the brace that closes it; null where there is none. Pure. */
export function blockOf(text: string, name: string): string | null {
  const from = text.search(new RegExp(`\\b${name}: \\{`));
  if (from < 0) return null;
  const start = text.indexOf('{', from);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return null;
}
