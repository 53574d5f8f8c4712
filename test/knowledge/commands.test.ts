import { describe, expect, it } from 'vitest';
import { checkIds } from '../../src/knowledge/checks.js';
import {
  type CommandId,
  checkCommands,
  commands,
  fillPlaceholders,
  renderCommand,
} from '../../src/knowledge/fixes/commands.js';
import { fixes } from '../../src/knowledge/fixes/index.js';
import { type Command, placeholderPattern, placeholders } from '../../src/knowledge/fixes/placeholders.js';
import { logCommands } from '../../src/knowledge/login-events.js';

const known = new Set<string>(placeholders);
const entries: [string, Command][] = Object.entries(commands);
const bothShells = entries.flatMap(([id, { bash, powershell }]): [string, string][] => [
  [id, bash],
  ...(powershell === undefined ? [] : [[id, powershell] satisfies [string, string]]),
]);

const values = { registry: 'contoso', loginServer: 'contoso.azurecr.io', role: 'AcrPull' };

describe('commands', () => {
  it.each(bothShells)('%s names declared placeholders only', (_, template) => {
    const names = [...template.matchAll(placeholderPattern)].map(([, name]) => name);
    expect(names.filter((name) => name === undefined || !known.has(name))).toEqual([]);
  });

  it.each(bothShells)('%s puts no secret on the command line', (_, template) => {
    // A password comes from standard input, a prompt, or a variable that was read without echo.
    expect(template).not.toMatch(/--(docker-)?(password|client-secret)[ =](?!\$|"\$)[^-]/);
    expect(template).not.toMatch(/\s-p\s/);
  });

  it.each(bothShells)('%s has balanced quotes and no continuation at the end of a line', (_, template) => {
    // Single quotes may hold one double quote.
    const double = template.replaceAll(/'[^'\n]*'/g, '').match(/"/g) ?? [];
    expect(double.length % 2).toBe(0);
    expect(template).not.toMatch(/[\\`]\n/);
  });

  it('writes double quotes around values that may hold spaces', () => {
    for (const [, template] of bothShells) {
      expect(template).not.toMatch(/(?<!")\{(role|subscription|registryId)\}/);
    }
  });

  it('is used by a fix, a check or the log of sign-ins', () => {
    const used = new Set<CommandId | null | undefined>([
      ...Object.values(fixes).flatMap(({ steps }) =>
        steps.flatMap(({ command, commandFor = {} }) => [command, ...Object.values(commandFor)]),
      ),
      ...checkIds.map((id) => checkCommands[id]),
      ...Object.values(logCommands),
    ]);
    expect(Object.keys(commands).filter((id) => ![...used].some((one) => one === id))).toEqual([]);
  });
});

describe('renderCommand', () => {
  it('fills what is known and names what is not', () => {
    expect(renderCommand('docker-login-sp', values)).toEqual({
      bash: 'docker login contoso.azurecr.io --username <clientId>',
      powershell: 'docker login contoso.azurecr.io --username <clientId>',
    });
  });

  it('gives each shell its own form', () => {
    const { bash, powershell } = renderCommand('expose-token', values);
    expect(bash).toContain('--password-stdin <<< "$TOKEN"');
    expect(powershell).toContain('$token | docker login contoso.azurecr.io');
  });

  it('looks an unknown registry id up by name', () => {
    const { bash } = renderCommand('role-assign', values);
    expect(bash).toContain('--scope "$(az acr show --name contoso --query id --output tsv)"');
    expect(renderCommand('role-assign', { ...values, registryId: '/subscriptions/a/b' }).bash).toContain(
      '--scope "/subscriptions/a/b"',
    );
  });

  it.each([
    'a; rm -rf /',
    '$(id)',
    '`id`',
    "a'b",
    'a"b',
    'a|b',
    'a&b',
    'a\nb',
    '--help',
    'a b',
    'a,b',
    '@args',
    '',
    'a%b',
    'a\u202eb',
  ])('never lets %j into a shell', (value) => {
    expect(renderCommand('docker-logout', { loginServer: value }).bash).toBe('docker logout <loginServer>');
  });

  it('lets names of roles and subscriptions hold spaces, and nothing worse', () => {
    const role = 'Container Registry Repository Reader';
    expect(fillPlaceholders('"{role}"', { role })).toBe(`"${role}"`);
    expect(fillPlaceholders('"{subscription}"', { subscription: 'Büro (Test)' })).toBe('"Büro (Test)"');
    expect(fillPlaceholders('"{role}"', { role: 'a" b' })).toBe('"<role>"');
    expect(fillPlaceholders('"{role}"', { role: 'a $(id)' })).toBe('"<role>"');
  });

  it('leaves braces alone that belong to the command', () => {
    expect(renderCommand('challenge', values).bash).toContain('%{http_code}');
    expect(renderCommand('docker-proxy', values).bash).toContain('{{.HTTPProxy}}');
    expect(renderCommand('role-assign-condition', { ...values, repository: 'team/app' }).bash).toContain(
      "StringEqualsIgnoreCase 'team/app'",
    );
  });
});
