import { distance } from 'fastest-levenshtein';
import { type Environment, type Gap, readSettings, type Settings } from '../config/settings.js';
import { type VariableName, variables } from '../config/variables.js';
import { type Finding, finding } from './finding.js';

/** Variables with these beginnings are ours; others that begin with AZURE_ are the SDK's too. */
const own = /^(?:TEAMS|SLACK|LINK|GRANTOR|ROTATOR|HANDOVER)_[A-Z0-9_]{1,60}$/;
const prefixes: Readonly<Record<Gap['part'], RegExp>> = {
  teams: /^TEAMS_/,
  slack: /^SLACK_/,
  azure: /^AZURE_(?:IDENTITY|SUBSCRIPTIONS|DATA_READER|CLOUD|CLIENT_SECRET)$/,
  link: /^LINK_/,
  access: /^GRANTOR_/,
  rotation: /^ROTATOR_/,
};
const parts = ['teams', 'slack', 'azure', 'link', 'access', 'rotation'] as const;
const proxies = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy'];
const secrets = [
  'TEAMS_APP_PASSWORD',
  'LINK_CLIENT_SECRET',
  'AZURE_CLIENT_SECRET',
  'GRANTOR_CLIENT_SECRET',
  'ROTATOR_CLIENT_SECRET',
] as const;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the environment says, and the settings without the values that cannot be right. */
export interface Configuration {
  readonly settings: Settings;
  readonly wrong: readonly VariableName[];
}

/** Reads as the bot does, but goes on after a wrong value: the rest can be judged without it. Pure. */
export function configurationIn(env: Environment): Configuration {
  const read = readSettings(env);
  if ('server' in read) return { settings: read, wrong: [] };
  const rest = readSettings({ ...env, ...Object.fromEntries(read.map((name) => [name, undefined])) });
  if (!('server' in rest)) throw new Error('a value that is not there cannot be wrong');
  return { settings: rest, wrong: read };
}

/**
 * Judges the environment by itself. Values are not carried, but for the kind of thing that they look like. Pure.
 *
 * @param inWorld whether a world stands in for Azure, and brings its sign-in
 */
export function judgeConfiguration(
  env: Environment,
  { settings, wrong }: Configuration,
  inWorld: boolean,
): readonly Finding[] {
  const platform = settings.teams !== null || settings.slack !== null;
  return [
    ...wrong.map((name) =>
      finding(isQuoted(env[name] ?? '') ? 'config.quoted' : 'config.wrong-form', name, {
        looks: looksLike(name, env[name] ?? ''),
      }),
    ),
    ...secrets
      .filter((name) => guid.test((env[name] ?? '').trim()))
      .map((name) => finding('config.secret-id', name)),
    ...unknownVariables(env),
    ...parts.map((part) => judgePart(part, env, settings, wrong, inWorld)),
    ...(platform ? [] : [finding('config.no-platform')]),
    ...proxies
      .filter((name) => (env[name] ?? '') !== '')
      .slice(0, 1)
      .map((name) => finding('config.proxy-unused', name)),
  ];
}

function judgePart(
  part: (typeof parts)[number],
  env: Environment,
  settings: Settings,
  wrong: readonly VariableName[],
  inWorld: boolean,
): Finding {
  if (settings[part] !== null || (part === 'azure' && inWorld))
    return finding('config.part-on', part, { part });
  const names = settings.gaps.find((gap) => gap.part === part)?.missing ?? [];
  const begun = Object.entries(env).some(
    ([name, value]) => prefixes[part].test(name) && (value ?? '').trim() !== '',
  );
  const lost = names.some((name) => wrong.includes(name));
  return finding(begun || lost ? 'config.part-incomplete' : 'config.part-off', part, { part, names });
}

function isQuoted(value: string): boolean {
  return /^(["']).*\1$/s.test(value.trim());
}

/** Kinds of tokens by how they begin, which is public ("Token types", docs.slack.dev). */
const tokenKinds: readonly (readonly [RegExp, string])[] = [
  [/^xoxb-/, 'slack-bot'],
  [/^xoxp-/, 'slack-user'],
  [/^xapp-/, 'slack-app'],
  [/^xoxe[.-]/, 'slack-rotating'],
];

function looksLike(name: VariableName, value: string): string {
  if (!name.startsWith('SLACK_')) return 'other';
  return tokenKinds.find(([pattern]) => pattern.test(value.trim()))?.[1] ?? 'other';
}

function unknownVariables(env: Environment): readonly Finding[] {
  const known = Object.keys(variables);
  return Object.keys(env)
    .filter((name) => own.test(name) && !known.includes(name))
    .map((name) => {
      const [near = ''] = known.toSorted((a, b) => distance(a, name) - distance(b, name));
      return finding('config.unknown-variable', name, { near });
    });
}
