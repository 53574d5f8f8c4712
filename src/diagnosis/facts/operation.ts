import type { Operation } from '../../knowledge/vocabulary.js';
import type { Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/** What was done when it failed. Ordered: what the error names goes before what a command line names. */
const operationRules: readonly Rule<Operation>[] = [
  {
    pattern:
      /\bThe push refers to|\bpushing permission|\bpush permission|\bpush access denied|\bfailed to push\b|\/blobs\/uploads\b|\bdocker(?:\.exe)? push\b|\b(?:oras|podman|buildah|helm|crane|nerdctl) push\b|:pull,push\b|\bUploading [0-9a-f]{6}|\bPreparing [\w.-]{1,60}\n|\bgepusht\b|\bpushen\b|推送|プッシュ|\bpush(?:ing)? or pull|\bpull or push/,
    value: 'push',
    source: 'clients.md §7',
  },
  {
    pattern:
      /"Action": ?"delete"|\bmap\[Action:delete\b|\bacr (?:repository|manifest) delete\b|\bacr (?:repository )?(?:untag|purge)\b|:delete\b/,
    value: 'delete',
    source: 'registry-protocol §3',
  },
  {
    pattern:
      /\bacr (?:repository list|repository show-tags|manifest list)|\b_catalog\b|\bregistry:catalog:|\/tags\/list\b|"Action": ?"metadata_read"|\bName:catalog\b/,
    value: 'list',
    source: 'registry-protocol §3',
  },
  {
    pattern:
      /\b(?:Failed|Error|Unable|unable|failed) to pull\b|\bpull access denied|\bpull and unpack image|\bImagePullBackOff\b|\bErrImagePull\b|\bdocker(?:\.exe)? (?:pull|run)\b|\bPulling (?:image|from|docker image)\b|\b(?:oras|podman|skopeo|crane|nerdctl|helm) (?:pull|copy|inspect)\b|\b[Ii]mage pull\b|\bCould not pull image\b|\bresolve reference\b|\/manifests\/|\bmanifest unknown\b|\bfetch the content of\b|\bError pulling\b|\berror pulling\b|\bUnable to find image '|:pull\b|"Action": ?"pull"|\bAction:pull\b|\bgepullt\b|\bpullen\b|拉取/,
    value: 'pull',
    source: 'clients.md §7',
  },
  {
    pattern:
      /\bperform(?: action)? 'Microsoft\.[A-Za-z.]{3,60}\/|\baz (?:acr (?:create|update|delete|credential|task|build|import|config|token|scope-map|network-rule|private)|role assignment|aks (?:update|create))\b|\b--attach-acr\b|\bacr update\b|\bFailed to create an app\b/,
    value: 'manage',
    source: 'errors.md §7',
  },
  {
    pattern:
      /\bacr (?:login|check-health)\b|\bdocker login\b|\blogin attempt to\b|\bLogin failed\b|\bError logging in\b|\b(?:registry|podman|oras|skopeo|buildah) login\b|\bUnable to get AAD authorization tokens\b|\bcheck-health\b|\bCONNECTIVITY_[A-Z_]{3,40}|\bvalidate the credentials for\b|\bError saving credentials\b|\bAADSTS\d|\bCLI Login\b|\baz login\b|\bConnect-Az|\bGet "?https:\/\/[^\s"]{3,120}\/v2\/"?: (?:unauthorized|denied)/,
    value: 'login',
    source: 'errors.md §1',
  },
];

/** What was done when it failed, or null where the text does not show it. */
export function findOperation(paste: Paste): Operation | null {
  return firstOf(operationRules, paste);
}
