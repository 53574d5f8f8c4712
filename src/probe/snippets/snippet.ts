import type { LoginServer } from '../../diagnosis/reading.js';
import type { SnippetPlace } from '../../knowledge/vocabulary.js';
import { stepOf } from './pipeline-step.js';
import { posixProbe } from './posix.js';
import { powershellProbe } from './powershell.js';

/** Characters: what a person can still look over before running it, and what every chat sends whole. */
export const LONGEST_SNIPPET = 1500;

/**
 * busybox from Microsoft's own registry, which nodes of AKS must reach anyway. Not verified: it was pulled by nobody here,
 * and tags go; who installs the bot may name another (`PROBE_IMAGE`).
 */
export const POD_IMAGE = 'mcr.microsoft.com/cbl-mariner/busybox:2.0';

/**
 * What to paste into a place so that it prints a report about a registry. The grammar of login servers is the quoting:
 * nothing in a `LoginServer` means anything to a shell, to YAML or to PowerShell.
 *
 * @param image of the pod, in the form of `podImage`
 */
export function snippetFor(registry: LoginServer, place: SnippetPlace, image = POD_IMAGE): string {
  switch (place) {
    case 'windows':
      return powershellProbe(registry);
    case 'laptop':
      return inShell(posixProbe(registry, 'laptop', { docker: true, identity: false }));
    case 'cloud-shell':
      return inShell(posixProbe(registry, 'cloud-shell', { docker: false, identity: true }));
    case 'pod':
      return inPod(image, posixProbe(registry, 'pod', { docker: false, identity: false }));
    case 'azure-devops':
      return stepOf('azure-devops', posixProbe(registry, 'azure-devops', { docker: true, identity: false }));
    case 'github-actions':
      return stepOf(
        'github-actions',
        posixProbe(registry, 'github-actions', { docker: true, identity: false }),
      );
  }
}

/** In a shell of its own: whatever shell it is pasted into, and no variable is left behind. */
function inShell(lines: readonly string[]): string {
  return `sh <<'E'\n${lines.join('\n')}\nE`;
}

/** A pod that is gone when it has printed; `--quiet` keeps kubectl's own words out. */
function inPod(image: string, lines: readonly string[]): string {
  const script = lines.join('\n').replaceAll("'", "'\\''");
  return `kubectl run acr-probe --rm -i -q --restart=Never --image=${image} -- sh -c '${script}'`;
}
