/** Who is in the playground: the person of a world who asks, and colleagues. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} aadObjectId
 *
 * @typedef {object} Cast
 * @property {string} tenant of the bot, and of all who are here
 * @property {import('../../src/knowledge/causes.ts').CauseId} cause
 * @property {string} registry login server
 * @property {string} paste what the one who asks has on the screen
 * @property {Readonly<Record<string, string | undefined>>} answers what they know, by question
 * @property {Person} asker
 * @property {Person} colleague
 */

export const bot = { id: '28:bot-acr-help', name: 'acr-help' };
export const places = {
  personal: 'a:personal-1',
  group: '19:group-1@thread.v2',
  team: '19:team-1@thread.tacv2',
  channel: '19:channel-1@thread.tacv2',
};
export const channelName = 'registry-help';

/**
 * @param {string} root of the repository, built
 * @param {string} world file
 * @returns {Promise<Cast>}
 */
export async function castOf(root, world) {
  /** @type {typeof import('../../sandbox/open.ts')} */
  const { openSandbox } = await import(pathToFileURL(join(root, 'dist/sandbox/open.js')).href);
  const opened = await openSandbox(readFileSync(world, 'utf8'));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
  const { asks, bot: itself, cause, paste, answers, users, registries } = opened.sandbox.world();
  await opened.sandbox.close();
  const other = [...users.values()].find(({ id }) => id !== asks.id);
  if (other === undefined) throw new Error('the world has nobody else');
  return {
    tenant: itself.tenant.id,
    cause,
    registry: `${[...registries.keys()][0]}.azurecr.io`,
    paste,
    answers,
    asker: personOf(asks),
    colleague: personOf(other),
  };
}

/**
 * Writes what the playground reads at its start.
 *
 * @param {string} file
 * @param {Cast} cast
 */
export function writeConfig(file, { tenant, asker, colleague }) {
  // It wants exactly five beside the one who sits before it, or ends without a word.
  const extras = ['Noa', 'Sam', 'Kim', 'Lou'].map((name, i) =>
    personOf({ name, id: `00000000-0000-4000-8000-00000000000${i}` }),
  );
  writeFileSync(
    file,
    stringify(
      {
        version: '0.1.1',
        tenantId: tenant,
        bot,
        currentUser: accountOf(asker),
        users: [colleague, ...extras].map(accountOf),
        personalChat: { id: places.personal },
        groupChat: { id: places.group, name: 'Platform chat' },
        team: {
          id: places.team,
          name: 'Platform',
          aadGroupId: '00000000-0000-4000-8000-000000000044',
          channels: [{ id: places.channel, name: channelName }],
        },
      },
      { aliasDuplicateObjects: false },
    ),
  );
}

/**
 * @param {{ readonly name: string, readonly id: string }} user
 * @returns {Person}
 */
function personOf({ name, id }) {
  return {
    id: `29:${name.toLowerCase()}`,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    aadObjectId: id,
  };
}

/** @param {Person} person */
function accountOf({ id, name, aadObjectId }) {
  const mail = `${name.toLowerCase()}@contoso.example`;
  // The playground's own spelling of `userPrincipleName`.
  return { id, name, userPrincipleName: mail, aadObjectId, givenName: name, surname: 'Example', email: mail };
}
