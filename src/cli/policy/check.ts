import { pageOf } from '../../../adapters/terminal/render.js';
import { tierOf } from '../../access/policy/approval.js';
import type { Policy, RequestRule } from '../../access/policy/policy.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { PolicyTexts } from '../texts/policy/types.js';
import { openPolicy, policyFile } from './file.js';
import { type Row, rowLines } from './rows.js';
import { Words } from './words.js';

export interface PolicyCheckOptions {
  readonly lang?: string;
}

/** `policy check [file]`: every mistake, or the hash and what the policy allows. */
export async function policyCheckCommand(
  named: string | undefined,
  options: PolicyCheckOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, out, texts } = context;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const file = policyFile(named, context);
  if (file === null) throw new Failure(exitCodes.usage, texts.policy.refusals['no-policy']);
  const policy = await openPolicy(file, context);
  const words = new Words(texts.policy, language, policy.names);
  const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
  const { labels } = texts.policy;
  const head: readonly Row[] = [
    [labels.tenants, words.list(policy.tenants)],
    [labels.longest, words.time(policy.maxDurationMs)],
  ];
  const sections = [head, ...summary(policy, texts.policy, words)].filter((rows) => rows.length > 0);
  const hash = `${labels.policy}\n  ${policy.hash}`;
  const right = texts.policy.right.replace('{file}', () => file);
  await out.write(
    `${[right, hash, ...sections.map((rows) => rowLines(rows, width).join('\n'))].join('\n\n')}\n`,
  );
  return exitCodes.allowed;
}

/** What a policy says, a row for each rule. */
function summary(policy: Policy, texts: PolicyTexts, words: Words): readonly (readonly Row[])[] {
  const { registries, requests, rotations, deny } = policy;
  const parts = (...all: readonly string[]): string => all.join('; ');
  return [
    registries.map(
      ({ name, match, discoverable }): Row => [
        `registries.${name}`,
        parts(words.list(match), discoverable ? texts.discoverable : texts.hidden),
      ],
    ),
    requests.map(
      (rule): Row => [
        `requests.${rule.name}`,
        parts(
          words.requesters(rule.by),
          words.list(rule.roles),
          words.list(rule.registries),
          words.time(rule.maxDurationMs),
          ...tiersOf(rule, policy).map((tier) => texts.tiers[tier]),
        ),
      ],
    ),
    rotations.map(
      (rule): Row => [
        `rotations.${rule.name}`,
        parts(
          words.requesters(rule.by),
          words.list(rule.secrets),
          words.list(rule.registries),
          texts.tiers[rule.tier],
          words.delivery(rule.delivery),
        ),
      ],
    ),
    deny.map(
      (rule): Row => [
        `deny.${rule.name}`,
        parts(
          ...(rule.by === null ? [] : [words.requesters(rule.by)]),
          ...[
            rule.match,
            rule.registries,
            rule.roles,
            rule.secrets,
            rule.repositories,
            rule.identities,
          ].flatMap((it) => (it === null ? [] : [words.list(it)])),
        ),
      ],
    ),
  ];
}

/** Every tier that a rule takes on one of its registries. */
function tiersOf(rule: RequestRule, { registries }: Policy) {
  const on = registries.filter(({ name }) => rule.registries.includes(name));
  return [...new Set(on.flatMap((entry) => rule.roles.map((role) => tierOf(rule, entry, role))))].sort();
}
