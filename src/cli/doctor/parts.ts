import type { CredentialSpec } from '../../azure/credential.js';
import type { Network } from '../../azure/network.js';
import type { Resolution } from '../../config/references.js';
import type { Settings } from '../../config/settings.js';
import type { Configuration } from '../../doctor/configuration.js';
import type { PolicyLook } from '../../doctor/policy.js';
import type { SlackLook } from '../../doctor/slack.js';
import type { TeamsLook } from '../../doctor/teams.js';
import type { AzureGround } from '../bot/azure.js';

/** How Teams and Slack are asked; tests put fakes in their place. */
export interface Platforms {
  /** The way to their hosts. */
  readonly network: Network;
  readonly lookAtTeams: (settings: Settings, now: () => number) => Promise<TeamsLook | null>;
  readonly lookAtSlack: (settings: Settings, now: () => number) => Promise<SlackLook | null>;
  /** Hosts that the adapters send to. */
  readonly hosts: (settings: Settings) => Promise<Readonly<Record<'teams' | 'slack', readonly string[]>>>;
}

/** Everything that is looked at. */
export interface Parts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly configuration: Configuration;
  /** Secrets that stand elsewhere; `env` has their values. */
  readonly references: Resolution;
  /** Those of the configuration, and what a world adds to them. */
  readonly settings: Settings;
  readonly ground: AzureGround;
  readonly inWorld: boolean;
  /** Certificates that `ACR_HELP_EXTRA_CA` adds; null where its file cannot be read. */
  readonly extraCa: readonly string[] | null;
  readonly policy: PolicyLook;
  readonly platforms: Platforms;
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly now: () => number;
}

/** The identities that the bot would work with, as `openBot` puts them together; null without a sign-in to Azure. */
export function credentialsOf({ settings, ground }: Pick<Parts, 'settings' | 'ground'>) {
  const { credential: reader } = ground;
  if (reader === null) return null;
  const writer = (own: CredentialSpec | null, of: CredentialSpec | undefined): CredentialSpec | null =>
    of === undefined ? null : (own ?? of);
  return {
    reader,
    grantor: writer(ground.grantor, settings.access?.grantor),
    rotator: writer(ground.rotator, settings.rotation?.rotator),
  };
}
