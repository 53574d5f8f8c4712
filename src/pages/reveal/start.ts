import { type Language, languages } from '../../knowledge/language.js';
import { leave, sending } from '../leave.js';
import { once, type Reply, type Site, type Visit } from '../site.js';
import { isToken, sha256 } from '../web/tokens.js';
import { startPage } from './reveal-pages.js';

/**
 * `GET /secret?token=…`: uses nothing up and shows nothing: previews and scanners of mail and chat come first
 * (security T20).
 */
export async function revealStart({ query, language: spoken }: Visit, site: Site): Promise<Reply> {
  const token = once(query, 'token');
  const language = languageIn(query) ?? spoken;
  const waiting = await deliveryFor(token, site);
  if (waiting === null) return { problem: 'expired', language };
  const hidden = { token: waiting.token, language };
  return { page: startPage(language, { action: `${site.address.path}/secret`, hidden }) };
}

/** `POST /secret`: on to the sign-in page. The link's token stays in this browser, and does not go to Entra. */
export async function revealLeave({ form, language: spoken }: Visit, site: Site): Promise<Reply> {
  const language = languageIn(form) ?? spoken;
  const waiting = await deliveryFor(once(form, 'token'), site);
  if (waiting === null) return { problem: 'expired', language };
  const { token, tokenHash } = waiting;
  const sent = sending();
  site.log.info('reveal.begun');
  const step = await site.steps.keep({ kind: 'reveal', tokenHash }, language, sent);
  return leave({ step, link: token }, sent, 'reveal', site, once(form, 'renew') !== null);
}

async function deliveryFor(
  token: string | null,
  { reveal, now }: Site,
): Promise<{ readonly token: string; readonly tokenHash: string } | null> {
  if (reveal === null || !isToken(token)) return null;
  const tokenHash = sha256(token);
  return (await reveal.deliveries.look(tokenHash, now())) === null ? null : { token, tokenHash };
}

/** The language that the link was made in. */
function languageIn(parameters: URLSearchParams): Language | null {
  const named = once(parameters, 'language');
  return languages.find((language) => language === named) ?? null;
}
