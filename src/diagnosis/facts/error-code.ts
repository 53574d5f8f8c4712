import type { Paste } from './paste.js';
import { type Capture, firstCapture, firstOf, type Rule } from './rule.js';

/** `An error occurred: CODE` of `az acr check-health` and `az acr login` (errors.md §1). */
const cliCodes: readonly Capture[] = [
  {
    pattern: /\b((?:CONNECTIVITY|LOGIN_SERVER|CMK|UNEXPECTED)_?[A-Z_]{0,40}_?ERROR)\b/g,
    source: 'errors.md §1: the registry did not work',
  },
  { pattern: /\b(DOCKER_[A-Z_]{1,40}_ERROR)\b/g, source: 'errors.md §1: the machine' },
  { pattern: /\b((?:HELM|NOTARY)_[A-Z_]{1,40}_ERROR)\b/g, source: 'errors.md §1: decisive only if alone' },
];

/** Registry codes (distribution specification; errors.md §4) in a JSON body, the telling ones first. */
const jsonCodes: readonly Capture[] = [
  {
    pattern:
      /"code": ?"((?!UNAUTHORIZED)(?:DENIED|UNSUPPORTED|TOOMANYREQUESTS|(?:NAME|MANIFEST|BLOB|TAG|SIZE|DIGEST|IMAGE|REGISTRY|RANGE|PAGINATION)_[A-Z_]{3,40}))"/g,
    source: 'distribution specification, error codes',
  },
  { pattern: /"code": ?"(UNAUTHORIZED)"/g, source: 'distribution specification, error codes' },
  { pattern: /\bcode: '([A-Z][A-Z_]{5,40})'/g, source: 'an object as Node prints it' },
];

/** The same codes as clients print them: in lower case, with spaces, before a colon. */
const printedCodes: readonly Rule<string>[] = [
  { pattern: /\bmanifest[ _]unknown:/i, value: 'MANIFEST_UNKNOWN', source: 'docker, crane' },
  { pattern: /\bname[ _]unknown:/i, value: 'NAME_UNKNOWN', source: 'docker, oras' },
  { pattern: /\bblob[ _]unknown:/i, value: 'BLOB_UNKNOWN', source: 'docker' },
  { pattern: /\bmanifest[ _]invalid:/i, value: 'MANIFEST_INVALID', source: 'docker' },
  { pattern: /\btoomanyrequests:/i, value: 'TOOMANYREQUESTS', source: 'docker' },
  { pattern: /\bdenied: client with IP/i, value: 'DENIED', source: 'errors.md §4' },
];

/** Codes of ARM and of its clients. */
const armCodes: readonly Capture[] = [
  { pattern: /(?:^|[\n:] ?)\(([A-Z][A-Za-z]{4,60})\) /g, source: 'az, azure-core HttpResponseError' },
  { pattern: /"code": ?"([A-Z][a-z][A-Za-z]{3,60})"/g, source: 'ARM ErrorResponse (errors.md §7)' },
  { pattern: /\bErrorCode(?:: ?|=)([A-Z][a-z][A-Za-z]{3,60})\b/g, source: 'Azure Storage and compute SDKs' },
  { pattern: /<Code>([A-Z][a-z][A-Za-z]{3,60})<\/Code>/g, source: 'Azure Storage' },
  { pattern: /\b(?:ERROR CODE|Code): ([A-Z][a-z][A-Za-z]{3,60})\b/g, source: 'azure-sdk-for-go, az' },
  { pattern: /\bCode="([A-Z][a-z][A-Za-z]{3,60})"/g, source: 'go-autorest' },
  { pattern: /\bError type: (?!Error\b)([A-Za-z_]{5,60})\b/g, source: 'Visual Studio Code issue report' },
  { pattern: /\bError (BCP\d{3}):/g, source: 'Bicep diagnostics' },
  { pattern: /\bwith error: ([A-Z][a-z][A-Za-z]{3,60}): /g, source: 'terraform-provider-azurerm' },
  { pattern: /\bERROR CODE: ([A-Z][a-z][A-Za-z]{3,40}_[A-Za-z]{3,40})\b/g, source: 'azure-sdk-for-go' },
  { pattern: /\berror (CONTAINER\d{4}):/gi, source: '.NET SDK' },
  {
    pattern:
      /(?:^|\n|##\[error\])((?:Invalid|Inaccessible|TooMany|Missing|Authorization|LinkedAuthorization|Resource|Subscription|Request|Operation|Quota|Principal|Role|Sku|Registry)(?:[A-Z][a-z]{1,20}){1,6})(?:: | - )/g,
    source: 'az, pipelines',
  },
  { pattern: /\bImage pull for \S{1,300} failed\. ([A-Z][A-Za-z]{4,40})\b/g, source: 'App Service log' },
  { pattern: /"error": ?"([a-z]{3,30}(?:_[a-z]{3,30}){1,4})"/g, source: 'OAuth 2.0 (RFC 6749 §5.2)' },
];

/** What says nothing by itself: deployments wrap the real error in these, languages name exceptions so. */
const wrapper =
  /^(?:Deployment(?:Failed|ScriptError)|ResourceDeploymentFailure|BadRequest|Conflict|Forbidden|NotFound|.{0,60}(?:Exception|Error)|.{0,60}ErrorResponse)$/;

/** Bare 401 and refusal codes: weaker than the code of a service that wraps them. */
const bareCodes: readonly Rule<string>[] = [
  { pattern: /\bunauthorized:/i, value: 'UNAUTHORIZED', source: 'docker, containerd, go-containerregistry' },
  { pattern: /\bdenied:/i, value: 'DENIED', source: 'docker' },
];

const anyCode = (code: string): string => code;
const tellingCode = (code: string): string | null => (wrapper.test(code) ? null : code);

/**
 * The decisive error code: that of the CLI, else of the registry, else of ARM (corpus README). A bare
 * `unauthorized:` gives way to the code of a service that wraps it.
 */
export function findErrorCode(paste: Paste): string | null {
  return (
    firstCapture(cliCodes, paste, anyCode) ??
    firstCapture(jsonCodes, paste, anyCode) ??
    firstOf(printedCodes, paste) ??
    firstCapture(armCodes, paste, tellingCode) ??
    firstOf(bareCodes, paste) ??
    firstCapture(armCodes, paste, serviceCode)
  );
}

/** A wrapper's code, where nothing better is there; a language's exception is none. */
function serviceCode(code: string): string | null {
  return /(?:Exception|[a-z]Error)$/.test(code) && code !== 'UserError' ? null : code;
}
