import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/open.js';
import { Place } from '../../sandbox/place/place.js';
import { commandNames, commands } from './commands.js';
import { settingOf } from './machine.js';
import { type ClientResult, printerOf, withoutMachine } from './record.js';
import { situations } from './situations.js';
import { openSituation, Stage } from './stage.js';

/** Every client in every world: whether it goes well or fails, and in which words. */

const { work, machines, results, only } = settingOf(process.env['CLIENTS']);
const place = new Place();
afterAll(() => place.close());

const chosen = situations.filter(({ name }) => only.length === 0 || only.includes(name));

describe.each(chosen.map((it) => [it.name, it] as const))('%s', (_, situation) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSituation(situation);
    await place.show(sandbox.network('person'), sandbox.world());
  });
  afterAll(() => sandbox.close());

  describe.each(machines.map((it) => [it.name, it] as const))('%s', (_name, machine) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await Stage.set(situation, { machine, work, sandbox });
    });
    afterAll(() => stage.clear());

    const here = commandNames.filter(
      (name) => name in situation.expected && commands[name].program in machine.programs,
    );
    test.each(here)('%s', async (name) => {
      const outcome = await stage.run(name);
      const expected = situation.expected[name];
      if (expected === undefined) return;
      const exit = outcome?.exit ?? null;
      const text = outcome?.text ?? '';
      const ends = (exit === 0 ? 'ok' : 'fails') === expected.exit;
      const problem = ends ? (expected.prints.test(text) ? null : 'other words') : `exit code ${exit}`;
      const result: ClientResult = {
        ...{ world: situation.name, command: name, machine: machine.name, exit, problem },
        printedBy: printerOf(
          commands[name].program,
          machine.programs[commands[name].program] ?? '',
          machine.name,
        ),
        text: withoutMachine(text, work),
        accepts: expected.reads,
      };
      appendFileSync(results, `${JSON.stringify(result)}\n`);
      expect(problem, text).toBeNull();
    });
  });
});
