import { pageOf } from '../../../adapters/terminal/render.js';
import { plainStyle } from '../../../adapters/terminal/style.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import type { RoleAsk, RotationAsk } from '../../access/policy/ask.js';
import { decideRoleRequest } from '../../access/policy/decide-role.js';
import { decideRotation } from '../../access/policy/decide-rotation.js';
import { entryFor, isDiscoverable } from '../../access/policy/match.js';
import { mayApprove } from '../../access/policy/may-approve.js';
import { isRequestable, modeOf } from '../../access/policy/roles.js';
import { roles } from '../../knowledge/roles.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { answerRows, answerSentence, approvalSentence } from './answer.js';
import { openPolicy, policyFile } from './file.js';
import { rowLines } from './rows.js';
import { type Named, Values } from './values.js';
import { Words } from './words.js';

export interface PolicyTestOptions {
  readonly policy?: string;
  readonly as: string;
  readonly groups?: string;
  readonly guest?: boolean;
  readonly tenant?: string;
  readonly role?: string;
  readonly rotate?: string;
  readonly registry: string;
  readonly mode?: string;
  readonly repository?: string;
  readonly below?: boolean;
  readonly for?: string;
  readonly identity?: string;
  readonly owners?: string;
  /** False for --no-reason. */
  readonly reason?: boolean;
  readonly approver?: string;
  readonly approverGroups?: string;
  readonly lang?: string;
}

/** `policy test`: may somebody ask for something, who approves it, and why. */
export async function policyTestCommand(options: PolicyTestOptions, context: Context): Promise<ExitCode> {
  const { io, out } = context;
  const texts = context.texts.policy;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
  const file = policyFile(options.policy, context);
  const policy = file === null ? null : await openPolicy(file, context);
  const words = new Words(texts, language, policy?.names ?? null);
  const lines = (sentence: string): readonly string[] => wrap(sentence, { width, style: plainStyle });
  if (policy === null) {
    await out.write(
      `${lines(texts.refused.replace('{why}', () => texts.refusals['no-policy'])).join('\n')}\n`,
    );
    return exitCodes.refused;
  }

  const values = new Values(policy, texts);
  const named = values.registry(options.registry);
  const ask = askFrom(options, named, values);
  const decision = 'role' in ask ? decideRoleRequest(policy, ask) : decideRotation(policy, ask);
  const approval =
    options.approver === undefined
      ? null
      : mayApprove(policy, ask, {
          objectId: values.person(options.approver),
          tenant: values.tenant(options.tenant),
          groups: values.groups(options.approverGroups),
          guest: false,
        });
  const told = {
    decision,
    ask,
    entry: entryFor(policy, named.registry),
    found: isDiscoverable(policy, named.registry),
  };
  const assumed = named.assumed;
  await out.write(
    `${[
      ...lines(answerSentence(told, texts, words)),
      ...(approval === null || options.approver === undefined
        ? []
        : lines(approvalSentence(approval, words.person(values.person(options.approver)), texts))),
      '',
      ...rowLines(answerRows(told, texts, words), width),
      '',
      texts.labels.policy,
      `  ${policy.hash}`,
      ...(assumed === null ? [] : ['', ...lines(texts.assumed.replace('{value}', () => assumed))]),
    ].join('\n')}\n`,
  );
  return (approval ?? decision).kind === 'allowed' ? exitCodes.allowed : exitCodes.refused;
}

function askFrom(options: PolicyTestOptions, named: Named, values: Values): RoleAsk | RotationAsk {
  const { role, rotate } = options;
  if ((role === undefined) === (rotate === undefined)) return values.fail('what');
  const { loginServer, resourceId } = named;
  const owners = values.people(options.owners);
  const common = {
    requester: {
      objectId: values.person(options.as),
      tenant: values.tenant(options.tenant),
      groups: values.groups(options.groups),
      guest: options.guest ?? false,
    },
    reasonGiven: options.reason ?? true,
  };
  if (rotate !== undefined) {
    return { ...common, registry: { loginServer, resourceId }, secret: values.secret(rotate, owners) };
  }
  if (role === undefined || !Object.hasOwn(roles, role)) return values.fail('role', role);
  const honouring = isRequestable(role) ? modeOf(role) : 'legacy';
  return {
    ...common,
    identity:
      options.identity === undefined
        ? { kind: 'user', objectId: common.requester.objectId, owners: [] }
        : values.identity(options.identity, owners),
    registry: {
      loginServer,
      resourceId,
      mode: options.mode === undefined ? honouring : values.mode(options.mode),
    },
    role,
    repository: options.repository ?? null,
    prefix: options.below ?? false,
    durationMs: values.duration(options.for ?? '1'),
  };
}
