import { createHash } from 'node:crypto';
import type { AssignmentContent, AssignmentPlace } from '../../azure/granter.js';

/** A constant of this program: names of assignments must be the same for all its processes, whenever they run. */
const namespace = '8f7a2c1e-5d3b-4f60-9a4e-0c6b1d2e3f47';

/**
 * Name of the assignment that gives this to somebody: the same for the same, so that a write that is sent again meets
 * the first one instead of making another (RBAC:troubleshooting.md advises such names). The description is no part of it.
 */
export function assignmentName(
  scope: AssignmentPlace['scope'],
  { principalId, roleGuid, condition }: Omit<AssignmentContent, 'description' | 'principalType'>,
): string {
  const hash = createHash('sha256')
    .update(condition ?? '')
    .digest('hex');
  return uuidV5(namespace, `${scope.toLowerCase()}|${principalId}|${roleGuid}|${hash}`);
}

/** RFC 9562, §5.5. */
export function uuidV5(space: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
