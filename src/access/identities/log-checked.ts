import type { Log, LogFields } from '../../observe/log.js';
import type { Checked } from './check.js';

/** Roles that one event names; what is beyond them is counted. */
const mostRoles = 20;

/** One event for each identity: which roles it holds where, and its permissions in Graph; one more for each flaw. */
export function logChecked(checked: Checked, log: Log): void {
  const { identity } = checked;
  if (checked.kind === 'not-asked') {
    const { problem } = checked;
    const action = problem.kind === 'denied' ? { action: problem.action } : {};
    log.warn('identity.not-asked', { identity, reason: problem.kind, ...action });
    return;
  }
  const { kind, roles, permissions, flaws } = checked;
  log.info('identity.rights', {
    identity,
    fit: kind === 'fit',
    roles: roles.length,
    permissions: permissions.join(' '),
    ...Object.assign({}, ...roles.slice(0, mostRoles).map(numbered)),
  });
  for (const { code, role, scope, what } of flaws) {
    const fields = { identity, code, role, scope, what };
    if (kind === 'unfit') log.error('identity.unfit', fields);
    else log.warn('identity.flaw', fields);
  }
}

/** A field of the log is short: role and scope have one each. */
function numbered({ role, scope }: { readonly role: string; readonly scope: string }, i: number): LogFields {
  return { [`role${i + 1}`]: role, [`scope${i + 1}`]: scope };
}
