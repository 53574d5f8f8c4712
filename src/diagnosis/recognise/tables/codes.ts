import type { CauseId } from '../../../knowledge/causes.js';
import { armCodes } from '../../../knowledge/codes/arm.js';
import { checkHealthCodes } from '../../../knowledge/codes/check-health.js';
import type { CodeEntry } from '../../../knowledge/codes/code.js';
import { type EntraCode, entraCodes } from '../../../knowledge/codes/entra.js';
import { registryCodes } from '../../../knowledge/codes/registry.js';
import { type ClueSource, compile } from '../clue.js';
import type { Scope, Signature, Votes } from '../signature.js';

/** Weights for causes in their order: the first gets `top`, each further one less. */
function inOrder(causes: readonly CauseId[], top: number, step: number): Votes {
  return Object.fromEntries(causes.map((cause, i) => [cause, top - i * step]));
}

interface Shape {
  readonly scope: Scope | ((code: string) => Scope);
  readonly find: (code: string) => ClueSource;
  readonly label: (code: string) => string;
  readonly votes: (code: string, entry: CodeEntry) => Votes;
  readonly fallback?: (code: string) => boolean;
}

/** One signature per code of a table; ids are `<prefix>-<code>`. */
function fromCodes<Prefix extends string, Code extends string>(
  prefix: Prefix,
  codes: Readonly<Record<Code, CodeEntry>>,
  shape: Shape,
): Readonly<Record<`${Prefix}-${Code}`, Signature>> {
  const rows = Object.entries<CodeEntry>(codes).map(([code, entry]) => {
    const { meaning, source, symptom } = entry;
    const signature: Signature = {
      clues: compile([shape.find(code)]),
      label: shape.label(code),
      meaning,
      source,
      symptom,
      scope: typeof shape.scope === 'string' ? shape.scope : shape.scope(code),
      votes: shape.votes(code, entry),
      fallback: shape.fallback?.(code) ?? false,
    };
    return [`${prefix}-${code}`, signature];
  });
  // fromEntries forgets the keys; they are exactly the codes with the prefix.
  return Object.fromEntries(rows) as Record<`${Prefix}-${Code}`, Signature>;
}

/** Codes whose weight differs from the usual: the response code or the message decides there. */
const weakCheckHealth: Readonly<Record<string, number>> = {
  CONNECTIVITY_REFRESH_TOKEN_ERROR: 1,
  CONNECTIVITY_ACCESS_TOKEN_ERROR: 1.4,
  DOCKER_VERSION_ERROR: 6,
  DOCKER_PULL_ERROR: 5.5,
  HELM_COMMAND_ERROR: 4,
  HELM_VERSION_ERROR: 4,
  NOTARY_COMMAND_ERROR: 4,
  NOTARY_VERSION_ERROR: 4,
  CONNECTIVITY_CHALLENGE_ERROR: 5,
  CONNECTIVITY_SSL_ERROR: 8,
  UNEXPECTED_ERROR: 3,
};

export const checkHealthSignatures = fromCodes('check', checkHealthCodes, {
  scope: 'acr',
  find: (code) => code,
  label: (code) => code,
  votes: (code, { causes }) => inOrder(causes, weakCheckHealth[code] ?? 10, 0.5),
});

const weakRegistry: Readonly<Record<string, number>> = { UNAUTHORIZED: 1, DENIED: 1, UNSUPPORTED: 4 };

/** Codes that are also words of sentences. */
const clueOfRegistry: Readonly<Record<string, ClueSource>> = {
  DENIED: '{"DENIED"|denied: }',
  UNSUPPORTED: /\bunsupported\b(?! (?:status|protocol|scheme|media|platform|version))/,
};

export const registrySignatures = fromCodes('registry', registryCodes, {
  // These words stand in the answers of many programs.
  scope: (code) => (weakRegistry[code] === undefined ? 'registry' : 'generic'),
  find: (code) => clueOfRegistry[code] ?? `·${code}·`,
  label: (code) => code,
  votes: (code, { causes }) => inOrder(causes, weakRegistry[code] ?? 9, weakRegistry[code] ? 0.2 : 3),
  fallback: (code) => weakRegistry[code] === 1,
});

/** The action in the message decides these, see `armSignatures`. */
const weakArm: Readonly<Record<string, number>> = {
  AuthorizationFailed: 2,
  LinkedAuthorizationFailed: 6,
  RequestDisallowedByPolicy: 5,
  MissingSubscriptionRegistration: 8,
  NoRegisteredProviderFound: 6,
  PrincipalNotFound: 7,
};

export const armCodeSignatures = fromCodes('arm', armCodes, {
  scope: 'azure',
  find: (code) => `·${code}·`,
  label: (code) => code,
  votes: (code, { causes }) => inOrder(causes, weakArm[code] ?? 10, 2),
});

/** `AADSTS` and the number, or the number in the `error_codes` of the body. */
export const entraSignatures: Readonly<Record<`aadsts-${EntraCode}`, Signature>> = fromCodes(
  'aadsts',
  entraCodes,
  {
    scope: 'azure',
    find: (code) => `{aadsts{|:| |: }${code}·|error_codes'{:|: }[${code}]}`,
    label: (code) => `AADSTS${code}`,
    votes: (_code, { causes }) => inOrder(causes, causes[0] === 'not-acr' ? 16 : 11, 2),
  },
);
