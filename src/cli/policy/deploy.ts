import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deploymentOf, filesOf } from '../../access/deploy/deployment.js';
import { deploymentPage } from '../../access/deploy/page.js';
import type { Policy } from '../../access/policy/policy.js';
import { parseGuid } from '../../diagnosis/facts/guid.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { PolicyTexts } from '../texts/policy/types.js';
import { openPolicy, policyFile } from './file.js';

export interface PolicyDeployOptions {
  readonly out?: string;
  readonly check?: boolean;
  readonly subscriptions?: string;
}

/** `policy deploy [file]`: writes what the identities of the bot need in Azure, or compares what is written. */
export async function policyDeployCommand(
  named: string | undefined,
  { out: folder = 'deploy', check = false, subscriptions = '' }: PolicyDeployOptions,
  context: Context,
): Promise<ExitCode> {
  const { out } = context;
  const texts = context.texts.policy;
  const file = policyFile(named, context);
  if (file === null) throw new Failure(exitCodes.usage, texts.refusals['no-policy']);
  const policy = await openPolicy(file, context);
  const wanted = deployed(policy, subscriptionsFrom(subscriptions, texts));
  const say = (sentence: string, lines: readonly string[]): Promise<void> =>
    out.write(
      `${[sentence.replace('{folder}', () => folder), ...lines.map((line) => `  ${line}`)].join('\n')}\n`,
    );
  try {
    if (!check) await write(folder, wanted);
    const differing = await compare(folder, wanted);
    const lines = differing.map(({ name, how }) => `${name}: ${texts.deployed[how]}`);
    if (!check) await say(texts.deploy.written, [...wanted.keys(), ...lines]);
    else await say(differing.length === 0 ? texts.deploy.same : texts.deploy.differs, lines);
    return differing.length === 0 ? exitCodes.allowed : exitCodes.refused;
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new Failure(
        exitCodes.unreadable,
        texts.bad.folder.replace('{value}', () => folder),
        error,
      );
    }
    throw error;
  }
}

/** Contents by file name. */
function deployed(policy: Policy, subscriptions: readonly string[]): ReadonlyMap<string, string> {
  const deployment = deploymentOf(policy, subscriptions);
  return new Map([...filesOf(deployment), ['README.md', deploymentPage(deployment)]]);
}

function subscriptionsFrom(text: string, { bad }: PolicyTexts): readonly string[] {
  const all = text.split(',').filter((each) => each.trim() !== '');
  return all.map((each) => {
    const id = parseGuid(each.trim());
    if (id !== null) return id;
    throw new Failure(
      exitCodes.usage,
      bad.subscription.replace('{value}', () => each.trim()),
    );
  });
}

async function write(folder: string, wanted: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of wanted) await writeFile(join(folder, name), text);
}

interface Difference {
  readonly name: string;
  readonly how: keyof PolicyTexts['deployed'];
}

/** A file too many counts, too: a condition of an entry that is gone would be assigned by somebody. */
async function compare(folder: string, wanted: ReadonlyMap<string, string>): Promise<readonly Difference[]> {
  const there = await readdir(folder).catch((error: unknown): readonly string[] => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const foreign = there
    .filter((name) => !wanted.has(name))
    .map((name): Difference => ({ name, how: 'foreign' }));
  const own = await Promise.all(
    [...wanted].map(async ([name, text]): Promise<readonly Difference[]> => {
      if (!there.includes(name)) return [{ name, how: 'missing' }];
      return (await readFile(join(folder, name), 'utf8')) === text ? [] : [{ name, how: 'other' }];
    }),
  );
  return [...own.flat(), ...foreign];
}
