import type { Refusal } from '../../../access/policy/decision.js';
import type { ApprovalRefusal } from '../../../access/policy/may-approve.js';
import type { Tier } from '../../../access/policy/policy.js';
import type { ProblemCode } from '../../../access/policy/problem.js';

/** What `policy` says. */
export interface PolicyTexts {
  readonly commands: Readonly<Record<'test' | 'check' | 'deploy', string>>;
  readonly file: string;
  readonly options: Readonly<
    Record<
      | 'policy'
      | 'as'
      | 'groups'
      | 'guest'
      | 'tenant'
      | 'role'
      | 'rotate'
      | 'registry'
      | 'mode'
      | 'repository'
      | 'below'
      | 'for'
      | 'identity'
      | 'owners'
      | 'noReason'
      | 'approver'
      | 'approverGroups'
      | 'out'
      | 'compare'
      | 'subscriptions',
      string
    >
  >;
  /** A value that is wrong: "{value}". */
  readonly bad: Readonly<
    Record<
      | 'id'
      | 'tenant'
      | 'role'
      | 'secret'
      | 'registry'
      | 'mode'
      | 'for'
      | 'identity'
      | 'what'
      | 'subscription'
      | 'folder',
      string
    >
  >;
  /** "{file}". */
  readonly right: string;
  /** What `deploy` has done; "{folder}". */
  readonly deploy: Readonly<Record<'written' | 'same' | 'differs', string>>;
  /** About a file of that folder. */
  readonly deployed: Readonly<Record<'other' | 'missing' | 'foreign', string>>;
  /** Before the list of mistakes; "{file}". */
  readonly wrong: string;
  /** "{line}". */
  readonly line: string;
  /** "{value}". */
  readonly problems: Readonly<Record<ProblemCode, string>>;
  /** "{who}", "{what}", "{registry}"; of a role also "{time}". */
  readonly allowed: Readonly<Record<'role' | 'rotation', string>>;
  /** "{why}". */
  readonly refused: string;
  /** "{role}", "{mode}", "{time}". */
  readonly refusals: Readonly<Record<Refusal, string>>;
  /** "{who}". */
  readonly mayApprove: string;
  /** "{who}", "{why}". */
  readonly mayNotApprove: string;
  readonly approvalRefusals: Readonly<Record<ApprovalRefusal, string>>;
  readonly labels: Readonly<
    Record<
      | 'rule'
      | 'approval'
      | 'approvers'
      | 'barred'
      | 'channels'
      | 'delivery'
      | 'registry'
      | 'policy'
      | 'tenants'
      | 'longest',
      string
    >
  >;
  readonly tiers: Readonly<Record<Tier, string>>;
  /** "{name}", or an object id. */
  readonly person: string;
  readonly group: string;
  readonly oneTimePage: string;
  readonly discoverable: string;
  readonly hidden: string;
  /** "{value}": a subscription that is taken for that of the registry. */
  readonly assumed: string;
  readonly nothing: string;
  readonly members: string;
}
