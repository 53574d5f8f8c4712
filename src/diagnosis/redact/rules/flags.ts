import { isErrorWord, isPlaceholder } from '../benign.js';
import { isKnownShape } from '../shape.js';
import { readQuoted, readShell } from '../values.js';
import type { PatternRule } from './rule.js';

/** Help texts and warnings write flags too (`Using --password via the CLI is insecure`). */
export function isFlagValue(value: string, quote: string): boolean {
  // By far the cheapest question, and decisive whatever the quote.
  if (value.length < 40 && isErrorWord(value)) return false;
  if (isPlaceholder(value)) return false;
  // The backtick closed the quoted flag: `--password=` and so on.
  if (quote === '`' && /^[\s,;:.)|+]/.test(value)) return false;
  if (quote === '"' || quote === "'") return !isErrorWord(value);
  if (/^-{1,2}[A-Za-z][a-z-]*$|^[|,.:;/&\\]/.test(value)) return false;
  return !isErrorWord(value);
}

const CLI = 'help texts of docker, az, kubectl, helm, oras, skopeo, PowerShell';

/** Flags whose name alone says that a secret follows, whatever the tool. */
export const FLAG_RULES: readonly PatternRule[] = [
  {
    id: 'flag-password',
    kind: 'password',
    needles: ['pass', 'pwd'],
    pattern:
      /(?<![\w-])-{1,2}(?:[a-z][a-z0-9]{0,20}-){0,5}(?:passwords?|passwd|passphrase|pwd|pass|pw)(?: {1,8}|\t|=|: ?| = )(?=\S)/gi,
    read: readShell,
    accept: isFlagValue,
    source: CLI,
  },
  {
    id: 'flag-camel',
    kind: 'password',
    needles: ['password', 'secret', 'accesskey', 'accountkey', 'token'],
    // PowerShell and .NET tools: -RegistryPassword, -ClientSecret, -StorageAccountKey
    pattern:
      /(?<![\w-])-{1,2}[A-Za-z]{0,30}(?:Password|ClientSecret|AppSecret|AccessToken|RefreshToken|AccessKey|AccountKey|SasToken)(?: {1,8}|=|:)(?=\S)/g,
    read: readShell,
    accept: isFlagValue,
    source: CLI,
  },
  {
    id: 'flag-secret',
    kind: 'client-secret',
    needles: ['secret', 'key'],
    pattern:
      /(?<![\w-])-{1,2}(?:[a-z][a-z0-9]{0,20}-){0,4}(?:client-secret|app-secret|secret|secret-value|account-key|access-key|secret-key|storage-key|api-key|apikey|primary-key|shared-key|sas-key)(?: {1,8}|=)(?=\S)/gi,
    read: readShell,
    accept: (value, quote) =>
      isFlagValue(value, quote) && !/^(?:id|type|name)=/.test(value) && (value.length >= 8 || quote !== ''),
    source: CLI,
  },
  {
    id: 'flag-token',
    kind: 'token',
    needles: ['token', 'bearer', 'sas', 'cred', 'pat'],
    pattern:
      /(?<![\w-])-{1,2}(?:[a-z][a-z0-9]{0,20}-){0,4}(?:token|sas|oauth2-bearer|bearer|pat|authkey|assertion)(?: {1,8}|=)(?=\S)/gi,
    read: readShell,
    accept: (value, quote) =>
      isFlagValue(value, quote) &&
      value.length >= 8 &&
      !isKnownShape(value) &&
      /[0-9+/=_~!@#$%^&*]|[a-z][A-Z]/.test(value),
    source: CLI,
  },
  {
    id: 'secure-string',
    kind: 'password',
    needles: ['convertto-securestring'],
    pattern: /ConvertTo-SecureString {1,4}(?:-[A-Za-z]{1,12} {1,4}){0,3}/gi,
    read: readShell,
    accept: (value, quote) => isFlagValue(value, quote) && !value.startsWith('-'),
    source: 'learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
  },
  {
    id: 'argument-list',
    kind: 'password',
    needles: ['"--', "'--"],
    // ["login", "--password", "x"]
    pattern:
      /["']--(?:[a-z]{1,20}-){0,4}(?:password|client-secret|secret|token)["']\s{0,4},\s{0,24}(?=["'])/gi,
    read: readQuoted,
    accept: isFlagValue,
    source: CLI,
  },
  {
    id: 'argument-list-short',
    kind: 'password',
    needles: ['"login"', "'login'"],
    pattern: /["']-p["']\s{0,4},\s{0,24}(?=["'])/gi,
    read: readQuoted,
    accept: (value, quote) => isFlagValue(value, quote) && !/^[\d.:]{1,40}$/.test(value),
    source: CLI,
  },
  {
    id: 'environment-command',
    kind: 'password',
    needles: ['env', 'arg ', 'setx', 'setenv'],
    // Dockerfile `ENV X value`, `setx X value`, [Environment]::SetEnvironmentVariable('X', 'value')
    pattern:
      /(?:\b(?:ENV|ARG|setx|setenv) {1,4}|SetEnvironmentVariable\( {0,2}["'])\w{0,40}(?:PASSWORD|PASSWD|PWD|SECRET|TOKEN|_PASS|_PW)\d?(?:["'] {0,2}, {0,2}| {1,4})(?!=)/gi,
    read: readShell,
    accept: (value, quote) => isFlagValue(value, quote) && value.length >= 4,
    source: 'docs.docker.com/reference/dockerfile, setx /?',
  },
  {
    id: 'set-prompt',
    kind: 'password',
    needles: ['set /p'],
    pattern: /\bset \/p {0,2}(?:["'] {0,2})?=(?=["']?[^\s"'])/gi,
    read: readShell,
    accept: isFlagValue,
    source: 'cmd: `echo|set /p="x"|docker login --password-stdin`',
  },
  {
    id: 'terraform-default',
    kind: 'password',
    needles: ['variable'],
    pattern: /variable "\w{0,60}(?:password|secret|token|key)" \{[^{}]{0,200}?\bdefault {0,8}= {0,8}(?=")/gi,
    read: readQuoted,
    accept: isFlagValue,
    source: 'developer.hashicorp.com/terraform/language/values/variables',
  },
  {
    id: 'typed-default',
    kind: 'password',
    needles: ['string', 'str '],
    // param acrPassword string = 'x', password: str = "x"
    pattern:
      /(?:password|passwd|pwd|secret|token|(?:access|account|api|admin|shared)_?key)\??:? {1,4}(?:string|str)[?!]? {0,4}= {0,4}(?=["'])/gi,
    read: readQuoted,
    accept: isFlagValue,
    source: 'learn.microsoft.com/azure/azure-resource-manager/bicep/parameters',
  },
  {
    id: 'netrc',
    kind: 'password',
    needles: ['login'],
    pattern: /\blogin {1,4}[^\s]{1,80}\s{1,4}password {1,4}/gi,
    read: readShell,
    accept: isFlagValue,
    source: 'ftp(1), .netrc',
  },
  {
    id: 'call',
    kind: 'password',
    needles: ['password(', 'secret(', 'token('],
    // .Password("x"), withClientSecret('x')
    pattern: /(?:password|secret|token)\( {0,2}(?=["'])/gi,
    read: readQuoted,
    accept: isFlagValue,
    source: 'builders of client libraries',
  },
  {
    id: 'second-argument',
    kind: 'password',
    needles: ['credential', 'usernamepassword', 'basicauth', 'auth('],
    // new NetworkCredential("user", "secret"), HTTPBasicAuth('user', 'secret'), [pscredential]::new("u", …)
    pattern:
      /(?:Credentials?|UsernamePassword\w{0,20}|BasicAuth|auth)(?:\]::new)?[( ]{1,2}["'][^"'\n]{0,60}["'] {0,3}, {0,3}(?=["'])/gi,
    read: readQuoted,
    accept: isFlagValue,
    source: 'System.Net.NetworkCredential and likes',
  },
];
