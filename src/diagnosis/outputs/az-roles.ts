import { roles } from '../../knowledge/roles.js';
import { allMatches, firstMatch } from './lines.js';
import { type Output, outputOf } from './output.js';

/** `az role assignment list`, as JSON and as a table. */
const roleForms = {
  role: /^"roleDefinitionName": "([A-Za-z][A-Za-z ]{2,80})",?$/,
  principal: /^"principalType": "(?:User|Group|ServicePrincipal|ForeignGroup|Device)",?$/,
  head: /^Principal[ \t]{1,80}Role[ \t]{1,80}Scope$/,
  /** Name of the principal, role, scope: columns lie two blanks apart. */
  row: /^[^\s]{1,120} {2,80}([A-Za-z][A-Za-z ]{2,80}?) {2,80}\/[^\s]{0,300}$/,
} as const;

/** Which roles the list names. Of whom they are, only who made the list knows: they answer no check. */
export function readAzRoles(lines: readonly string[]): Output | null {
  const json = firstMatch(lines, roleForms.principal) === null ? [] : allMatches(lines, roleForms.role);
  const head = lines.findIndex((line) => roleForms.head.test(line));
  const table = head < 0 ? [] : allMatches(lines.slice(head + 1), roleForms.row);
  if (json.length === 0 && table.length === 0) return null;
  const named = new Set([...json, ...table].map(([, role = '']) => role));
  // The name of any other role is somebody's own text.
  const told = Object.keys(roles).filter((role) => named.has(role));
  return outputOf('az role assignment list', { roles: told, notes: ['roles-of-listed'] });
}
