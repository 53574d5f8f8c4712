import { egress } from './egress.js';
import { identity } from './identity.js';
import { load } from './load.js';
import { requests } from './requests.js';
import type { Rows } from './row.js';
import { secrets } from './secrets.js';

/** Abuses and what stands in their way, in the order of their numbers; docs/security.md is made of it. */
export const sections: readonly { readonly title: string; readonly rows: Rows }[] = [
  { title: 'Where it connects to', rows: egress },
  { title: 'Secrets', rows: secrets },
  { title: 'Requests and approvals', rows: requests },
  { title: 'Who somebody is', rows: identity },
  { title: 'What is shown, how much comes in, what it stands on', rows: load },
];

export const defences: Rows = Object.assign({}, ...sections.map(({ rows }) => rows));
