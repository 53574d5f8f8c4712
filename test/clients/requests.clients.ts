import { afterAll, describe, expect, test } from 'vitest';
import { Place } from '../../sandbox/place/place.js';
import { serviceAt } from '../../sandbox/services.js';
import type { CommandName } from './commands.js';
import { settingOf } from './machine.js';
import { situations } from './situations.js';
import { openSituation, Stage } from './stage.js';

/** How many requests a command makes, and to whom (clients.md §2, §4, §5): the round trips that a person waits for. */

const { work, machines, only } = settingOf(process.env['CLIENTS']);
const place = new Place();
afterAll(() => place.close());

const arm = 'management.azure.com';
const list = `GET ${arm}/resources`;
const get = `GET ${arm}/contosobuilds`;
const ping = 'GET contosobuilds.azurecr.io/v2/';
const exchange = 'POST contosobuilds.azurecr.io/oauth2/exchange';
const token = 'contosobuilds.azurecr.io/oauth2/token';

const sequences: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  'az acr check-health': [list, get, ping, ping, exchange, `POST ${token}`],
  'az acr login --expose-token': [list, get, ping, get, ping, exchange],
  'docker login': [ping, `GET ${token}`, ping],
};

/** Since 2.91 it does not ask which tokens the registry takes. */
function sequenceOf(name: string, az: string | undefined, usual: readonly string[]): readonly string[] {
  const minor = Number(az?.split('.')[1]);
  if (name !== 'az acr login --expose-token' || minor < 91) return usual;
  return usual.toSpliced(usual.lastIndexOf(get), 1);
}

const situation = situations.find(({ name }) => name === 'works');
const wanted = only.length === 0 || only.includes('works');

describe.skipIf(situation === undefined || !wanted).each(machines.map((it) => [it.name, it] as const))(
  '%s',
  (_, machine) => {
    test.skipIf(!('az' in machine.programs || 'docker' in machine.programs)).each(Object.entries(sequences))(
      '%s',
      async (name, expected) => {
        if (situation === undefined) return;
        const seen: string[] = [];
        const sandbox = await openSituation(situation, {
          at: (host, world) => {
            const service = serviceAt(host, world);
            if (service === null) return null;
            return (request, it) => {
              // The last part tells calls of Resource Manager apart, whose paths are long.
              const path = host === arm ? `/${request.path.split('/').at(-1)}` : request.path;
              if (!host.startsWith('login.')) seen.push(`${request.method} ${host}${path}`);
              return service(request, it);
            };
          },
        });
        await place.show(sandbox.network('person'), sandbox.world());
        const stage = await Stage.set(situation, { machine, work, sandbox });
        try {
          await stage.run('az login');
          seen.length = 0;
          await stage.run(name as CommandName); // Names of the object above.
          expect(seen).toEqual(sequenceOf(name, machine.programs['az'], expected));
        } finally {
          await stage.clear();
          await sandbox.close();
        }
      },
    );
  },
);
