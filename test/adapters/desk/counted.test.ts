import { describe, expect, test } from 'vitest';
import { silent } from '../../../src/observe/log.js';
import { openStore } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/store.js';
import type { CaseStep } from '../../../src/store/tally/case-step.js';
import { DeskTalk } from './desk-talk.js';
import { Story } from './requests/story.js';

const refused =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": denied: client with IP \'203.0.113.7\' is not allowed access.';

/** A store, and what it was told of cases. */
async function counting(): Promise<{ readonly store: Store; readonly steps: CaseStep[] }> {
  const store = await openStore('sqlite::memory:', silent);
  const steps: CaseStep[] = [];
  return {
    steps,
    store: {
      ...store,
      saveCase(person, step) {
        steps.push(step);
        return store.saveCase(person, step);
      },
    },
  };
}

describe('what is counted of a case', () => {
  test('a case that ends by itself stays resolved when it is closed', async () => {
    const { store, steps } = await counting();
    const talk = await DeskTalk.open({ store });
    await talk.say(refused);
    while (talk.surface.open('dana').outcome === null) await talk.answer('unknown');
    expect(steps.at(-1)).toMatchObject({ help: 'none', resolved: false, language: 'en' });
    const { cause } = steps.at(-1) ?? {};
    expect(cause).not.toBeNull();
    await talk.press('check-again');
    await talk.answer('works');
    expect(steps.at(-1)).toMatchObject({ cause, help: 'none', resolved: true });
    await talk.say('status');
    await talk.press('handover');
    expect(steps.at(-1)?.resolved).toBeNull();
    expect(
      steps.slice(steps.findIndex(({ resolved }) => resolved)).map(({ resolved }) => resolved),
    ).not.toContain(false);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(1);
  });

  test('a case that is handed over has been helped by people, before it is not', async () => {
    const { store, steps } = await counting();
    const talk = await DeskTalk.open({ store });
    await talk.say(refused);
    await talk.press('handover');
    expect(steps.map(({ help }) => help)).not.toContain('people');
    await talk.press('send-handover');
    expect(steps.at(-1)?.help).toBe('people');
  });

  test('a case in which a role was asked for has been helped by a request, when it is sent', async () => {
    const story = await Story.open();
    const helps: string[] = [];
    const { saveCase } = story.talk.store;
    Object.assign(story.talk.store, {
      saveCase(person: string, step: CaseStep) {
        helps.push(step.help);
        return saveCase(person, step);
      },
    });
    await story.ask();
    expect(helps).not.toContain('request');
    await story.send();
    expect(helps.at(-1)).toBe('request');
  });
});
