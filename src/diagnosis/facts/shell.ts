import type { Shell } from '../../knowledge/vocabulary.js';
import type { Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/** Which shell is at hand, by prompts and by what only one system has. Ordered: a prompt goes before what was printed. */
const shellRules: readonly Rule<Shell>[] = [
  {
    pattern: /(?:^|\n)\s{0,4}(?:PS )?[A-Z]:\\[^>\n]{0,200}>/,
    value: 'powershell',
    source: 'prompt of PowerShell or cmd',
  },
  {
    pattern:
      /(?:^|\n)\s{0,4}\$ (?:sudo |az |docker |oras |podman |helm |kubectl )|(?<=[\w.-])@[\w.-]{1,64}[: ]~[^$\n]{0,100}[$#%] /,
    value: 'posix',
    source: 'prompt of a POSIX shell',
  },
  {
    pattern:
      /\bAt line:\d{1,6} char:\d|\bCategoryInfo\b|\bFullyQualifiedErrorId\b|[/\\]pipe[/\\]docker|\bdocker-credential-wincred\b|\bdocker\.exe\b|\bDocker\\resources\\bin\b|\bC:\\(?:Users|Program Files)\\/,
    value: 'powershell',
    source: 'PowerShell error record; Docker Desktop on Windows',
  },
  {
    pattern:
      /\bunix:\/\/\/|\/var\/run\/docker\.sock\b|\bdocker-credential-(?:osxkeychain|secretservice|pass)\b|\bsudo \w|(?:^|[\s"'])\/(?:home|Users)\/\w/,
    value: 'posix',
    source: 'Docker on Linux and macOS',
  },
];

/** The shell of whoever pasted, or null where it does not show. */
export function findShell(paste: Paste): Shell | null {
  return firstOf(shellRules, paste);
}
