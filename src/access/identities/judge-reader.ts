import type { Flaw } from './flaw.js';
import type { Held } from './held.js';
import { beyond, beyondInGraph } from './rights.js';

const allowed = {
  // As the built-in Reader has it. No password is among what ends so.
  actions: ['*/read'],
  dataActions: ['Microsoft.ContainerRegistry/registries/*/read'],
};
const inGraph = [
  'Application.Read.All',
  'Directory.Read.All',
  'Group.Read.All',
  'GroupMember.Read.All',
  'User.Read.All',
  'User.ReadBasic.All',
];

/** The identity that reads may read, and nothing else. Pure. */
export function judgeReader({ scopes, permissions }: Held): readonly Flaw[] {
  const roles = scopes.flatMap(({ roles }) => roles);
  return [...roles.flatMap((held) => beyond(held, allowed)), ...beyondInGraph(permissions, inGraph)];
}
