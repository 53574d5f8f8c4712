import type { CodeEntry } from './code.js';

const common = 'azure-docs common-deployment-errors.md';

/** `error.code` of Azure Resource Manager. What an `AuthorizationFailed` means depends on the action it names. */
export const armCodes = {
  AuthorizationFailed: {
    meaning: 'The caller lacks the named action.',
    causes: ['arm-role-missing', 'assign-role-not-allowed', 'role-propagating'],
    symptom: 'arm-denied',
    source: 'gh:Azure/azure-cli#27662; role-based-access-control/troubleshooting.md',
  },
  LinkedAuthorizationFailed: {
    meaning: 'The caller lacks an action on a linked resource: subnet, identity, other registry.',
    causes: ['arm-role-missing', 'cross-tenant'],
    symptom: 'arm-denied',
    source: 'gh:kubernetes-sigs/cloud-provider-azure#1999',
  },
  RoleAssignmentUpdateNotPermitted: {
    meaning: 'The name (GUID) of an assignment was reused for another principal or role.',
    causes: ['unknown'],
    symptom: 'other',
    source: 'role-based-access-control/troubleshooting.md',
  },
  PrincipalNotFound: {
    meaning:
      'The principal is not in the directory: not replicated yet, application id used, or another tenant.',
    causes: ['cross-tenant', 'sp-not-found', 'role-propagating'],
    symptom: 'unknown-application',
    source: 'role-based-access-control/troubleshooting.md',
  },
  InvalidAuthenticationTokenTenant: {
    meaning: 'The token comes from another tenant than the one of the subscription.',
    causes: ['cross-tenant', 'wrong-subscription'],
    symptom: 'entra-code',
    source: 'azure-resource-manager error catalogue',
  },
  ExpiredAuthenticationToken: {
    meaning: 'The token for Resource Manager is over.',
    causes: ['entra-token-expired'],
    symptom: 'entra-code',
    source: 'clients.md §7 (azure-cli 2.45–2.91)',
  },
  MissingSubscriptionRegistration: {
    meaning: 'The subscription is not registered for a resource provider.',
    causes: ['provider-not-registered', 'arm-role-missing'],
    symptom: 'provider-registration',
    source: common,
  },
  NoRegisteredProviderFound: {
    meaning: 'No provider is registered for this location and API version.',
    causes: ['provider-not-registered'],
    symptom: 'provider-registration',
    source: common,
  },
  SubscriptionNotFound: {
    meaning: 'The subscription id is wrong or not visible to the caller.',
    causes: ['wrong-subscription', 'cross-tenant'],
    symptom: 'resource-not-found',
    source: common,
  },
  ResourceGroupNotFound: {
    meaning: 'The resource group is not in this subscription.',
    causes: ['wrong-subscription', 'registry-not-found'],
    symptom: 'resource-not-found',
    source: common,
  },
  RequestDisallowedByPolicy: {
    meaning: 'An Azure Policy refuses the setting.',
    causes: ['unknown', 'admin-user-disabled'],
    symptom: 'other',
    source: 'container-registry-faq.yml',
  },
  ScopeLocked: {
    meaning: 'A management lock on the registry, group or subscription.',
    causes: ['content-locked'],
    symptom: 'disallowed-operation',
    source: 'azure-resource-manager/management/lock-resources.md',
  },
  DisablingPublicNetworkAccessNotSupported: {
    meaning: 'The setting needs the Premium tier.',
    causes: ['quota-exceeded'],
    symptom: 'quota',
    source: 'gh:Azure-Samples/dotNET-Frontend-AB-Testing-on-Azure-Container-Apps#5',
  },
} as const satisfies Record<string, CodeEntry>;
