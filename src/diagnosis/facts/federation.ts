import type { Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

/** What Entra prints of an assertion that matches no federated credential (errors.md §6: 70021, 700211, 700213). */
const issuers: readonly Capture[] = [
  { pattern: /\bassertion issuer '(https:\/\/[^'\s]{4,200})'/gi, source: 'AADSTS700211' },
  {
    pattern: /\bissuer['"]?[:= ]{1,3}['"`]?(https:\/\/[^'"`\s,;]{4,200})/gi,
    source: 'AADSTS70021; azure/login',
  },
];
const subjects: readonly Capture[] = [
  { pattern: /\bassertion subject '([^'\n]{3,200})'/gi, source: 'AADSTS700213' },
  {
    pattern: /\b(?:subject|subject claim|sub)['"]?(?: claim)?[:= -]{1,4}['"`]?([a-z][\w.:/@=-]{3,200})/gi,
    source: 'AADSTS70021; azure/login',
  },
];

/** All patterns of this file, for the test of their safety. */
export const federationCaptures: readonly Capture[] = [...issuers, ...subjects];

/** An https address without query, as issuers are. */
const issuer = /^https:\/\/[a-z0-9.-]{4,120}(?:\/[\w.~/-]{0,120})?$/i;
/** `repo:org/name:ref:refs/heads/main`, `sc://org/project/connection`, `system:serviceaccount:ns:name`. */
const subject =
  /^(?:repo:|sc:\/\/|system:serviceaccount:|project_path:|organization:|\/eid\d\/)[\w.:/@=*+-]{3,200}$/;

const grammar =
  (shape: RegExp) =>
  (text: string): string | null =>
    shape.test(text) ? text : null;

/** Issuer and subject of a refused assertion; null where the text does not name them. */
export interface FederationFacts {
  readonly issuer: string | null;
  readonly subject: string | null;
}

/** Finds what a federated sign-in presented. */
export function findFederation(paste: Paste): FederationFacts {
  return {
    issuer: firstCapture(issuers, paste, grammar(issuer)),
    subject: firstCapture(subjects, paste, grammar(subject)),
  };
}
