import type { LoginServer } from '../../diagnosis/reading.js';
import type { Place } from '../values.js';

/**
 * The probe as a POSIX shell and its usual companions can do it: curl or wget, nslookup and getent where they are there.
 * It prints the words of these programs that say something (`ns`, `host` and `saw`); `shell-words.ts` makes the lines of
 * a report of them. So it stays short, and what words mean is told in one place.
 */
export interface Parts {
  /** Docker's client and daemon, and where it keeps passwords. */
  readonly docker: boolean;
  /** Sources of an Azure identity: only where the snippet runs in the place itself, not in a pod made for it. */
  readonly identity: boolean;
}

/** Words of nslookup, then of curl, of GNU and of busybox wget. */
const words = [
  'server:.*|canon.*|address: .*|nxdomain|servfail|no servers',
  'tunnel [a-z]+|to connect|established|connected|refused|unreachable|no route|timed? ?out|bad address|resolve',
  'expired|not yet|alternative|t match|local.* issuer|not trusted|self.signed|verify ok|reset|eof|syscall|not implemented',
  'HTTP/[0-9.]+ [0-9]{3}|realm=.https://[a-z0-9.-]+|issue[rd][: ].*|date: [a-z]{3}, .*',
].join('|');

/** Lines that print a report of what this shell sees. */
export function posixProbe(
  registry: LoginServer,
  from: Place,
  { docker, identity }: Parts,
): readonly string[] {
  return [
    `export LC_ALL=C R=${registry};e=no g=no n=no`,
    'o=$({ echo "registry $R',
    `from ${from}`,
    'at `date -u +%Y-%m-%dT%H:%M:%SZ`"',
    'getent ahosts $R|awk \'{print"host",$1}\'|sort -u',
    'c="curl -svo/dev/null -m8 https://$R/v2/"',
    '{ nslookup $R;if command -v curl;then $c;[ $? = 60 ]&&$c -k;else wget -SO/dev/null -T8 -t1 https://$R/v2/;fi;} 2>&1|',
    `grep -ioE '${words}'|sed 's,.https://, ,;s/^/saw /'`,
    'p=$https_proxy$HTTPS_PROXY;[ "$p" ]&&p=set;case ,$no_proxy,$NO_PROXY, in *azurecr.io,*|*$R,*|*"*"*)n=yes;esac',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own.
    'echo proxy https ${p:-none} excepted $n',
    ...(docker ? dockerLines : []),
    ...(identity ? identityLines : []),
    "} 2>/dev/null|sed 's/[^A-Za-z0-9 ,.:;/=()#>_-]/ /g;s/  */ /g;s/ $//')",
    'echo "--- acr-help probe 1',
    '$o";echo --- `echo "$o"|wc -l` cksum `echo "$o"|cksum`',
  ];
}

const dockerLines = [
  'd=`docker version -f "{{.Client.Version}}"`&&e=yes',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own.
  'echo docker ${d:--} daemon $e',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own.
  'f=${DOCKER_CONFIG:-$HOME/.docker}/config.json;s=`sed -n \'s/.*"credsStore": *"\\([^"]*\\).*/\\1/p\' $f`',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own.
  'grep -q "\\"$R\\"" $f&&g=yes;echo store ${s:-file} entry $g',
];

const identityLines = [
  'y(){ [ "$1" ]&&echo yes||echo no;}',
  'm=`curl -sm2 -o/dev/null -w "%{http_code}" 169.254.169.254/metadata/instance`;[ "$m" = 400 ]||m=',
  'echo identity imds `y $m` app-service `y $IDENTITY_ENDPOINT` workload `y $AZURE_FEDERATED_TOKEN_FILE`',
];
