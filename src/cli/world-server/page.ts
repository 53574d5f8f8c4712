import { pageOf } from '../../../adapters/terminal/render.js';
import { plainStyle } from '../../../adapters/terminal/style.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import type { Language } from '../../knowledge/language.js';
import type { SandboxTexts } from '../texts/types.js';
import type { Side } from './options.js';

/** A world that is served, and how to get there. */
export interface Served {
  readonly title: string;
  readonly side: Side;
  /** Address of the proxy. */
  readonly proxy: string;
  /** File with the certificate to trust. */
  readonly certificate: string;
  readonly loginServers: readonly string[];
  readonly changes: readonly string[];
}

/** Answers at once and without a sign-in in a world that has no registry. */
const ELSEWHERE = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

/** What is told when a world is up: where it is, and lines to paste. Pure. */
export function servedPage(
  served: Served,
  texts: SandboxTexts,
  page: { readonly width: number | undefined; readonly language: Language },
): string {
  const { title, side, proxy, certificate, loginServers, changes } = served;
  const { width } = pageOf({ ...page, colour: false });
  const prose = (text: string): string => wrap(text, { width, style: plainStyle }).join('\n');
  const file = shellWord(certificate);
  const [server] = loginServers;
  const { labels } = texts;
  return `${[
    prose(title),
    prose(texts.about.replace('{side}', () => texts.sides[side])),
    table([
      [labels.proxy, proxy],
      [labels.certificate, certificate],
      [labels.loginServers, loginServers.join(', ') || texts.none],
      [labels.changes, changes.join(', ')],
    ]),
    `${prose(texts.curl)}\n  curl --proxy ${proxy} --cacert ${file} ${server === undefined ? ELSEWHERE : `https://${server}/v2/`}`,
    `${prose(texts.shell)}\n${exports(proxy, file)}`,
    prose(texts.orders),
  ].join('\n\n')}\n`;
}

/** Each kind of program has a name of its own for the certificate. Which spelling of the proxy wins differs, too. */
function exports(proxy: string, file: string): string {
  const trust = ['SSL_CERT_FILE', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'];
  return [
    `  export HTTPS_PROXY=${proxy} https_proxy=${proxy}`,
    ...trust.map((it) => `  export ${it}=${file}`),
  ].join('\n');
}

function table(rows: readonly (readonly [label: string, value: string])[]): string {
  const column = Math.max(...rows.map(([label]) => widthOf(label))) + 2;
  return rows.map(([label, value]) => `${label}${' '.repeat(column - widthOf(label))}${value}`).join('\n');
}

/** A path as shells take it. */
function shellWord(path: string): string {
  return /^[\w./:\\@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
