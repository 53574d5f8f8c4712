import type { Environment } from '../config/settings.js';
import { type VariableName, variables } from '../config/variables.js';
import type { Finding } from './finding.js';

/** Shorter values stand in too many words. */
const SHORTEST = 6;
const instead = '…';

/** Every value of the environment that must not be shown, and the password in the address of a server. */
export function secretsIn(env: Environment): readonly string[] {
  // The keys of the table are its names.
  const names = Object.keys(variables) as VariableName[];
  const values = names.filter((name) => 'secret' in variables[name]).map((name) => (env[name] ?? '').trim());
  const passwords = values.flatMap((value) => {
    if (!URL.canParse(value)) return [];
    const { password } = new URL(value);
    return [password, decoded(password)];
  });
  const all = [...values.filter((value) => !/^sqlite:/.test(value)), ...passwords];
  return [...new Set(all.filter((value) => value.length >= SHORTEST))];
}

/**
 * The second line: no finding is made of what somebody else wrote, and what is a secret of ours would not get out even
 * so. Pure.
 */
export function withoutSecrets(findings: readonly Finding[], secrets: readonly string[]): readonly Finding[] {
  const clean = (text: string): string =>
    secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, instead), text);
  return findings.map(({ id, about, facts, command }) => ({
    id,
    about: about === null ? null : clean(about),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : typeof value === 'string' ? clean(value) : value.map(clean),
      ]),
    ),
    command: command && {
      bash: command.bash.map(clean),
      powershell: command.powershell.map(clean),
    },
  }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
