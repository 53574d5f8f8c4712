import type { Identity } from '../../../access/identities/flaw.js';
import type { CredentialSpec } from '../../../azure/credential.js';
import type { Feature } from '../../../doctor/azure/features.js';
import type { FindingIdIn, Section, State } from '../../../doctor/catalogue.js';
import type { Purpose } from '../../../doctor/egress.js';
import type { Reason } from '../../../doctor/problem.js';

/** What happened, and what to do about it where there is something to do. */
export type FindingTexts = readonly [what: string] | readonly [what: string, todo: string];

type TextsOf<S extends Section> = Readonly<Record<FindingIdIn<S>, FindingTexts>>;
export type MachineTexts = TextsOf<'configuration' | 'policy' | 'store' | 'clock' | 'egress'>;
export type ServiceTexts = TextsOf<'teams' | 'slack' | 'azure' | 'permissions' | 'link'>;

/** What `doctor` says. Placeholders of findings: "{about}", and the names of their facts. */
export interface DoctorTexts {
  readonly command: string;
  readonly options: Readonly<Record<'json' | 'world', string>>;
  readonly sections: Readonly<Record<Section, string>>;
  /** Beside the mark: meaning hangs on no colour. */
  readonly states: Readonly<Record<State, string>>;
  /** "{failed}", "{unknown}", "{warning}", "{ok}", "{skipped}". */
  readonly summary: string;
  /** Above the list of hosts. */
  readonly hosts: string;
  /** Between the items of a list. */
  readonly comma: string;
  /** In place of lines that stood above already. */
  readonly sameCommand: string;
  readonly shells: Readonly<Record<'bash' | 'powershell', string>>;
  readonly identities: Readonly<Record<Identity, string>>;
  readonly kinds: Readonly<Record<CredentialSpec['kind'], string>>;
  readonly features: Readonly<Record<Feature, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** "{what}". */
  readonly reasons: Readonly<Record<Reason, string>>;
  /** What a value looks like that is of another form. */
  readonly looks: Readonly<
    Record<'slack-bot' | 'slack-user' | 'slack-app' | 'slack-rotating' | 'other', string>
  >;
  readonly tcp: Readonly<Record<'refused' | 'timeout' | 'unreachable', string>>;
  readonly tls: Readonly<
    Record<'untrusted' | 'wrong-name' | 'expired' | 'not-yet-valid' | 'failed' | 'timeout', string>
  >;
  readonly dns: Readonly<Record<'timeout' | 'refused' | 'server-failure', string>>;
  readonly findings: MachineTexts & ServiceTexts;
}
