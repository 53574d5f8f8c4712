import type { LoginServer } from '../../diagnosis/reading.js';
import type { SnippetPlace } from '../../knowledge/vocabulary.js';
import type { ProbeFile } from '../means.js';
import { stepOf } from './pipeline-step.js';

/**
 * Commands that fetch the probe as one file, check it and run it; null where there is hardly ever Node: in a pod. Nothing
 * runs that has another SHA-256. macOS has `shasum` in the place of `sha256sum`.
 */
export function fileCommands(file: ProbeFile, registry: LoginServer, place: SnippetPlace): string | null {
  switch (place) {
    case 'pod':
      return null;
    case 'windows':
      return inPowerShell(file, registry);
    case 'azure-devops':
    case 'github-actions':
      // What the probe sees must not end the pipeline.
      return stepOf(place, [...inShell(file, registry), 'true']);
    case 'laptop':
    case 'cloud-shell':
      return inShell(file, registry).join('\n');
  }
}

function inShell({ url, sha256 }: ProbeFile, registry: LoginServer): readonly string[] {
  return [
    `curl -fsSLo probe.mjs '${url}'`,
    `echo '${sha256}  probe.mjs' | { sha256sum -c 2>/dev/null || shasum -a 256 -c; } && node probe.mjs ${registry}`,
  ];
}

function inPowerShell({ url, sha256 }: ProbeFile, registry: LoginServer): string {
  return [
    `Invoke-WebRequest '${url}' -OutFile probe.mjs -UseBasicParsing`,
    `if ((Get-FileHash probe.mjs).Hash -ne '${sha256}') { throw 'SHA-256' }; node probe.mjs ${registry}`,
  ].join('\n');
}
