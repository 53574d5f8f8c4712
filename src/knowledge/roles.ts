import type { Operation, RegistryMode } from './vocabulary.js';

/**
 * What a role lets somebody do in a registry. `view` reads its settings, `manage` changes them, `assign` gives
 * roles to others; the rest is access to images (`list`: the names of the repositories).
 */
export type RoleAction = 'pull' | 'push' | 'delete' | 'list' | 'view' | 'manage' | 'assign';

interface RoleFacts {
  readonly guid: string;
  readonly covers: Readonly<Record<RegistryMode, readonly RoleAction[]>>;
  /** Whether an assignment may be limited to repositories by a condition; only in ABAC mode. */
  readonly conditions: boolean;
}

const images = ['pull', 'push', 'delete', 'list'] as const;
const settings = ['view', 'manage'] as const;

/**
 * Built-in roles that decide about access to a registry. A registry in ABAC mode honours none of AcrPull,
 * AcrPush, AcrDelete, and takes no image access from Owner, Contributor and Reader either.
 */
export const roles = {
  AcrPull: {
    guid: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    covers: { legacy: ['pull', 'list'], abac: [] },
    conditions: false,
  },
  AcrPush: {
    guid: '8311e382-0749-4cb8-b61a-304f252e45ec',
    covers: { legacy: ['pull', 'push', 'list'], abac: [] },
    conditions: false,
  },
  // The documents do not say whether AcrDelete may list repositories; it is not counted here.
  AcrDelete: {
    guid: 'c2f4ef07-c644-48eb-af81-4b1b4947fb11',
    covers: { legacy: ['delete'], abac: [] },
    conditions: false,
  },
  // The documents list the repository roles for ABAC mode only; what a legacy registry does with them is not
  // verified, so they count for nothing there.
  'Container Registry Repository Reader': {
    guid: 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
    covers: { legacy: [], abac: ['pull'] },
    conditions: true,
  },
  'Container Registry Repository Writer': {
    guid: '2a1e307c-b015-4ebd-883e-5b7698a07328',
    covers: { legacy: [], abac: ['pull', 'push'] },
    conditions: true,
  },
  'Container Registry Repository Contributor': {
    guid: '2efddaa5-3f1f-4df3-97df-af3f13818f4c',
    covers: { legacy: [], abac: ['pull', 'push', 'delete'] },
    conditions: true,
  },
  'Container Registry Repository Catalog Lister': {
    guid: 'bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7',
    covers: { legacy: [], abac: ['list'] },
    conditions: false,
  },
  'Container Registry Data Importer and Data Reader': {
    guid: '577a9874-89fd-4f24-9dbd-b5034d0ad23a',
    covers: { legacy: ['pull', 'list', 'view'], abac: ['pull', 'list', 'view'] },
    conditions: false,
  },
  'Container Registry Configuration Reader and Data Access Configuration Reader': {
    guid: '69b07be0-09bf-439a-b9a6-e73de851bd59',
    covers: { legacy: ['view'], abac: ['view'] },
    conditions: false,
  },
  'Container Registry Contributor and Data Access Configuration Administrator': {
    guid: '3bc748fc-213d-45c1-8d91-9da5725539b9',
    covers: { legacy: settings, abac: settings },
    conditions: false,
  },
  // Pull in legacy mode follows from the role's `*/read`.
  Reader: {
    guid: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    covers: { legacy: ['pull', 'list', 'view'], abac: ['view'] },
    conditions: false,
  },
  Contributor: {
    guid: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    covers: { legacy: [...images, ...settings], abac: settings },
    conditions: false,
  },
  Owner: {
    guid: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    covers: { legacy: [...images, ...settings, 'assign'], abac: [...settings, 'assign'] },
    conditions: false,
  },
  // `*/read` of the next two would let them pull in legacy mode; no document says so, so it is not counted.
  'Role Based Access Control Administrator': {
    guid: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    covers: { legacy: ['view', 'assign'], abac: ['view', 'assign'] },
    conditions: false,
  },
  'User Access Administrator': {
    guid: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    covers: { legacy: ['view', 'assign'], abac: ['view', 'assign'] },
    conditions: false,
  },
  AcrQuarantineReader: {
    guid: 'cdda3590-29a3-44f6-95f2-9f980659eb04',
    covers: { legacy: [], abac: [] },
    conditions: false,
  },
  AcrQuarantineWriter: {
    guid: 'c8d4ff99-41c3-41a8-9f60-21dfdad59608',
    covers: { legacy: [], abac: [] },
    conditions: false,
  },
} as const satisfies Record<string, RoleFacts>;

/** Name of a built-in role, as the portal and the command line write it; it is never translated. */
export type RoleName = keyof typeof roles;

const registryAdministrator = 'Container Registry Contributor and Data Access Configuration Administrator';

const leastRoles = {
  legacy: {
    login: 'AcrPull',
    pull: 'AcrPull',
    push: 'AcrPush',
    delete: 'AcrDelete',
    list: 'AcrPull',
    manage: registryAdministrator,
    other: 'AcrPull',
  },
  abac: {
    login: 'Container Registry Repository Reader',
    pull: 'Container Registry Repository Reader',
    push: 'Container Registry Repository Writer',
    delete: 'Container Registry Repository Contributor',
    list: 'Container Registry Repository Catalog Lister',
    manage: registryAdministrator,
    other: 'Container Registry Repository Reader',
  },
} as const satisfies Record<RegistryMode, Record<Operation, RoleName>>;

/** The role with the fewest rights that lets somebody do the operation in a registry of this mode. */
export function leastRole(operation: Operation, mode: RegistryMode): RoleName {
  return leastRoles[mode][operation];
}
