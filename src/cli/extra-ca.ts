import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { environmentLanguage } from './language.js';
import { cliTexts } from './texts/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

const pem = /-----BEGIN CERTIFICATE-----[^-]{1,100000}-----END CERTIFICATE-----/g;

/**
 * The certificates of the PEM file that `ACR_HELP_EXTRA_CA` names, none where it is not set: what the person trusts
 * beside Node's own list, such as a proxy that inspects TLS. A file that holds none is a mistake.
 */
export async function extraCaOf(env: Environment): Promise<readonly string[]> {
  const file = env['ACR_HELP_EXTRA_CA'];
  if (file === undefined || file === '') return [];
  try {
    const certificates = (await readFile(file, 'utf8')).match(pem) ?? [];
    if (certificates.length === 0) throw new Error('no certificate');
    for (const certificate of certificates) new X509Certificate(certificate);
    return certificates;
  } catch (cause) {
    const { errors } = cliTexts(environmentLanguage(env));
    throw new Failure(
      exitCodes.unreadable,
      errors.unreadable.replace('{file}', () => file),
      cause,
    );
  }
}
