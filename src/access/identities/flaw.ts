import type { OwnAssignment } from '../../azure/granter.js';

/** The bot's identities in Azure, each of which can do one thing. */
export const identities = ['reader', 'grantor', 'rotator'] as const;
export type Identity = (typeof identities)[number];

/** What is wrong with the rights of an identity. With each of them the bot does nothing that it was asked for. */
export const blockingFlaws = [
  /** `*`, as Owner and Contributor have it. */
  'everything',
  /** It may give roles though that is not its part, or change what roles mean. */
  'manages-access',
  /** `listCredentials`: it reads the passwords of the admin user. */
  'reads-passwords',
  /** Some other right that it has no need of. */
  'beyond',
  /** The grantor may give any role, as its right to assign has no condition. */
  'unconditioned',
  /** Its condition lets pass what the bot never gives, a group, or cannot be read here. */
  'condition-too-wide',
  /** The same for what it may take away. */
  'removes-any',
  /** A permission in Microsoft Graph that it has no need of. */
  'graph',
] as const;
/** What somebody should look at, but need not be afraid of. */
export const mildFlaws = [
  /** The grantor's condition lets roles pass that the policy does not offer here. */
  'beyond-policy',
  /** It does not let pass what the policy offers here. */
  'cannot-grant',
] as const;
export type FlawCode = (typeof blockingFlaws)[number] | (typeof mildFlaws)[number];

export interface Flaw {
  readonly code: FlawCode;
  /** Name of the role by which it has the right; null for what it lacks, and for permissions in Graph. */
  readonly role: string | null;
  /** Where; null for permissions in Graph. */
  readonly scope: string | null;
  /** The right, permission or roles in question: names of Azure's; null where there is no more to say. */
  readonly what: string | null;
}

/** Whether the bot may work with an identity of which this is known. */
export function isFit(flaws: readonly Flaw[]): boolean {
  const blocking: readonly FlawCode[] = blockingFlaws;
  return flaws.every(({ code }) => !blocking.includes(code));
}

/** A flaw that comes with a role that it holds. */
export function flawOf(code: FlawCode, { role, scope }: OwnAssignment, what: string | null = null): Flaw {
  return { code, role: role.name, scope, what };
}
