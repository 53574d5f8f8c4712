import type { LoginServer } from '../../diagnosis/reading.js';
import { posixProbe } from './posix.js';
import { powershellProbe } from './powershell.js';

/** Places that a snippet is made for; `windows` is a laptop with PowerShell. */
export const snippetPlaces = [
  'laptop',
  'windows',
  'pod',
  'azure-devops',
  'github-actions',
  'cloud-shell',
] as const;
export type SnippetPlace = (typeof snippetPlaces)[number];

/** Characters: what a person can still look over before running it, and what every chat sends whole. */
export const LONGEST_SNIPPET = 1500;

/** busybox from Microsoft's own registry, which nodes of AKS must reach anyway. */
const POD_IMAGE = 'mcr.microsoft.com/cbl-mariner/busybox:2.0';

/**
 * What to paste into a place so that it prints a report about a registry. The grammar of login servers is the quoting:
 * nothing in a `LoginServer` means anything to a shell, to YAML or to PowerShell.
 */
export function snippetFor(registry: LoginServer, place: SnippetPlace): string {
  switch (place) {
    case 'windows':
      return powershellProbe(registry);
    case 'laptop':
      return inShell(posixProbe(registry, 'laptop', { docker: true, identity: false }));
    case 'cloud-shell':
      return inShell(posixProbe(registry, 'cloud-shell', { docker: false, identity: true }));
    case 'pod':
      return inPod(posixProbe(registry, 'pod', { docker: false, identity: false }));
    case 'azure-devops':
      return step('- bash: |', posixProbe(registry, 'azure-devops', { docker: true, identity: false }));
    case 'github-actions':
      return step(
        '- shell: bash {0}\n  run: |',
        posixProbe(registry, 'github-actions', { docker: true, identity: false }),
      );
  }
}

/** In a shell of its own: whatever shell it is pasted into, and no variable is left behind. */
function inShell(lines: readonly string[]): string {
  return `sh <<'E'\n${lines.join('\n')}\nE`;
}

/** A pod that is gone when it has printed; `--quiet` keeps kubectl's own words out. */
function inPod(lines: readonly string[]): string {
  const script = lines.join('\n').replaceAll("'", "'\\''");
  return `kubectl run acr-probe --rm -i -q --restart=Never --image=${POD_IMAGE} -- sh -c '${script}'`;
}

/** Neither shell may end at the first program that fails: GitHub's does, unless it is named with its arguments. */
function step(head: string, lines: readonly string[]): string {
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}
