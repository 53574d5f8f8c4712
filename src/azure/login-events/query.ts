import type { WantedEvents } from '../login-events.js';

/** Events of one look: more than anybody reads. */
export const MOST_EVENTS = 50;

/**
 * The query in the Kusto Query Language (KQL) for sign-ins that failed (logs.md §3). The only place where one is put
 * together. What is not of the grammar of an identity or address is left out, and what is stands in a quoted literal.
 * The window is no part of it: the API takes that beside the query. Pure.
 */
export function failuresQuery(
  loginServer: string,
  { identities, addresses, onlyThese }: Omit<WantedEvents, 'from' | 'to'>,
): string {
  const wanted = [
    ...listed('Identity in~', identities.filter(isIdentity)),
    ...listed('CallerIpAddress in', addresses.filter(isAddress)),
  ];
  const lines = [
    'ContainerRegistryLoginEvents',
    `where LoginServer =~ ${literal(loginServer)}`,
    "where ResultDescription != '200'",
    `extend Wanted = ${wanted.length === 0 ? 'false' : wanted.join(' or ')}`,
    ...(onlyThese ? ['where Wanted'] : []),
    'project TimeGenerated, Identity, CallerIpAddress, ResultDescription, UserAgent, Wanted',
    'order by Wanted desc, TimeGenerated desc',
    // One more than is read shows that there are more.
    `take ${MOST_EVENTS + 1}`,
  ];
  return lines.join('\n| ');
}

/** Letters of GUIDs, user principal names (guests have a `#`) and user names; no quote but that of O'Neill. */
function isIdentity(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._@#+'-]{0,199}$/.test(text);
}

function isAddress(text: string): boolean {
  return /^[0-9A-Fa-f:.]{2,45}$/.test(text);
}

function listed(test: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${test} (${values.map(literal).join(', ')})`];
}

/**
 * A string literal of KQL. A quote or backslash in it is escaped, and everything that is not printable ASCII, so that no
 * value ends the literal or its line ("The string data type", kusto/query).
 */
export function literal(text: string): string {
  const escaped = text.replace(/[^ !#-&(-[\]-~]/g, (unit) =>
    unit === "'" || unit === '\\' || unit === '"'
      ? `\\${unit}`
      : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}
