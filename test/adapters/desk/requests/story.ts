import { tellOn } from '../../../../adapters/desk/requests/telling.js';
import { createExecutor, type Executor } from '../../../../src/access/executor/executor.js';
import type { RoleRequest } from '../../../../src/access/request.js';
import { ok } from '../../../../src/azure/answer.js';
import type { Granter, HeldAssignment } from '../../../../src/azure/granter.js';
import type { Form, Message } from '../../../../src/chat/message.js';
import type { Person } from '../../../../src/chat/person.js';
import type { Place } from '../../../../src/chat/place.js';
import { silent } from '../../../../src/observe/log.js';
import {
  ids,
  type Name,
  openRequests,
  type PolicyParts,
  policyOf,
  tenant,
} from '../../../access/requests-ground.js';
import { finding, found, refusedPrincipal } from '../../../dialogs/live/live-talk.js';
import { shown } from '../../../support/talk.js';
import { DeskTalk, dana } from '../desk-talk.js';

/** People who ask and approve at a desk: platforms, Azure and the directory are in memory, the store is real. */

const healthy = [
  found('service-state', 'healthy', 'public'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
] as const;
const lacking = finding(...healthy, found('roles-legacy', 'none'));
const mended = finding(...healthy, found('roles-legacy', 'covers'));

export const approvals: Place = {
  kind: 'channel',
  id: '19:approvals@thread.tacv2',
  thread: 'card',
  shared: false,
};

export function onTeams(name: Name, some: Partial<Person> = {}): Person {
  return { platform: 'teams', tenant, id: `29:${name}`, objectId: ids[name], guest: false, ...some };
}

/** Assignments by their names. */
export class FakeGranter implements Granter {
  readonly held = new Map<string, HeldAssignment>();
  creates = 0;
  readonly read: Granter['read'] = async ({ name }) => ok(this.held.get(name) ?? null);
  readonly create: Granter['create'] = async (place, content) => {
    this.creates++;
    this.held.set(place.name, { ...place, ...content });
    return { kind: 'created' };
  };
  readonly remove: Granter['remove'] = async ({ name }) => ({
    kind: this.held.delete(name) ? 'removed' : 'was-gone',
  });
  readonly list: Granter['list'] = async () => ok([...this.held.values()]);
  readonly own: Granter['own'] = async () => ok([]);
}

type Parts = Awaited<ReturnType<typeof openRequests>>;

export class Story {
  readonly talk: DeskTalk;
  readonly parts: Parts;
  readonly executor: Executor;
  readonly granter: FakeGranter;
  #run = lacking;

  private constructor(talk: DeskTalk, parts: Parts, executor: Executor, granter: FakeGranter) {
    this.talk = talk;
    this.parts = parts;
    this.executor = executor;
    this.granter = granter;
  }

  static async open(policy: PolicyParts = {}): Promise<Story> {
    const parts = await openRequests(policy);
    const { store, requests, azure, clock, ledger } = parts;
    let story: Story | null = null;
    const talk = await DeskTalk.open({
      store,
      requests,
      run: (...asked) => (story === null ? lacking : story.#run)(...asked),
      linkUrl: async () => 'https://bot.example/link?state=abc',
    });
    clock.at = talk.now;
    const link = { objectId: ids.dana, tenant, linkedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER };
    await store.saveLink('slack\nT1\ndana', link);
    const granter = new FakeGranter();
    const executor = createExecutor({
      ...{ ledger, granter, log: silent, people: azure.port },
      policy: () => policyOf(policy),
      tell: tellOn(talk.desk.office),
      now: () => clock.at,
    });
    story = new Story(talk, parts, executor, granter);
    return story;
  }

  mend(): void {
    this.#run = mended;
  }

  /** Time goes by, and what is due is done. */
  async pass(milliseconds = 0): Promise<void> {
    const { clock, ledger } = this.parts;
    clock.at += milliseconds;
    this.talk.now += milliseconds;
    await ledger.expire(clock.at);
    while (await this.executor.runOnce());
  }

  /** Dana pastes, and presses the button. */
  async ask(): Promise<this> {
    await this.talk.say(refusedPrincipal);
    await this.talk.press('request-role');
    return this;
  }

  get form(): Form {
    const { form } = this.talk.surface.open('dana');
    if (form === null) throw new Error('no form is open');
    return form;
  }

  async send(duration = '2', reason = 'builds of the shop', id = this.form.id): Promise<this> {
    await this.talk.take({ kind: 'form', id, values: { duration, reason } });
    return this;
  }

  /** The request that Dana made last. */
  async request(): Promise<RoleRequest> {
    const [newest] = await this.parts.requests.mine(ids.dana, 1);
    if (newest === undefined) throw new Error('nothing was asked for');
    return newest;
  }

  /** Asked for, and approvers told. */
  async asked(duration?: string, reason?: string): Promise<this> {
    await this.ask();
    await this.send(duration, reason);
    await this.pass();
    return this;
  }

  /** The card in the channel, as it is now. */
  get card(): Message {
    const deed = this.talk.surface.deeds.findLast(
      (it) => it.kind === 'post' || (it.kind === 'update' && it.message.audience === 'channel'),
    );
    if (deed?.kind !== 'post' && deed?.kind !== 'update') throw new Error('approvers were not told');
    return deed.message;
  }

  get read(): string {
    return shown(this.card);
  }

  async approve(who: Person, card = this.card): Promise<void> {
    const button = card.buttons.find(({ verb }) => verb === 'approve');
    if (button === undefined) throw new Error('the card has no such button');
    await this.talk.take({ kind: 'press', button: button.id }, { person: who, place: approvals });
  }

  async deny(who: Person, why: string, card = this.card): Promise<void> {
    if (card.form === null) throw new Error('the card has no form');
    await this.talk.take(
      { kind: 'form', id: card.form.id, values: { why } },
      { person: who, place: approvals },
    );
  }

  /** What Dana, or whoever has that id, reads. */
  readBy(who: string = dana.id): string {
    return this.talk.surface.read(who);
  }
}
