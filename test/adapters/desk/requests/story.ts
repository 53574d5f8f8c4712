import { createHash, createSecretKey } from 'node:crypto';
import type { ToApprove } from '../../../../adapters/desk/office.js';
import { tellOn } from '../../../../adapters/desk/requests/telling.js';
import { deriveToken } from '../../../../src/access/delivery/seal.js';
import { sealerWith } from '../../../../src/access/delivery/sealer.js';
import { createExecutor, type Executor } from '../../../../src/access/executor/executor.js';
import { type AccessRequest, isForRole, type RoleRequest } from '../../../../src/access/request.js';
import type { Form, Message } from '../../../../src/chat/message.js';
import type { Person } from '../../../../src/chat/person.js';
import type { Place } from '../../../../src/chat/place.js';
import { silent } from '../../../../src/observe/log.js';
import { openRequests, type PolicyParts, policyOf, type SetUp } from '../../../access/requests-ground.js';
import { ids, type Name, registryNamed, tenant } from '../../../access/requests-names.js';
import { finding, found, refusedPrincipal } from '../../../dialogs/live/live-talk.js';
import { shown } from '../../../support/talk.js';
import { DeskTalk, dana } from '../desk-talk.js';
import { FakeGranter, FakeRotator, FakeVaults } from './fake-writers.js';

/** People who ask and approve at a desk: platforms, Azure and the directory are in memory, the store is real. */

export const healthy = [
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

type Parts = Awaited<ReturnType<typeof openRequests>>;

/** What the bot is set up for, beside the policy. */
export interface Setting {
  readonly setUp?: SetUp;
  /** Whether it has pages of its own; it has where nothing is said. */
  readonly pages?: boolean;
}

const key = createSecretKey(Buffer.alloc(32, 7));

export class Story {
  readonly talk: DeskTalk;
  readonly parts: Parts;
  readonly executor: Executor;
  readonly granter = new FakeGranter();
  readonly rotator: FakeRotator;
  readonly vaults = new FakeVaults();
  /** For whom links to approve by were made, and about what. */
  readonly approving: (ToApprove & { readonly person: string })[] = [];
  run = lacking;

  private constructor(parts: Parts, policy: PolicyParts, talk: DeskTalk) {
    this.parts = parts;
    const { ledger, clock, azure } = parts;
    const now = () => clock.at;
    this.rotator = new FakeRotator(now);
    this.talk = talk;
    clock.at = this.talk.now;
    const { rotator, vaults, granter } = this;
    this.executor = createExecutor({
      ...{ ledger, granter, log: silent, people: azure.port, now },
      rotation: { rotator, vaults, sealer: sealerWith(key) },
      policy: () => policyOf(policy),
      tell: tellOn(this.talk.desk.office),
    });
  }

  static async open(policy: PolicyParts = {}, { setUp, pages = true }: Setting = {}): Promise<Story> {
    const parts = await openRequests(policy, setUp);
    const { store, requests } = parts;
    const link = { objectId: ids.dana, tenant, linkedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER };
    await store.saveLink('slack\nT1\ndana', link);
    let story: Story | null = null;
    const talk = await DeskTalk.open({
      ...{ store, requests },
      run: (...asked) => (story?.run ?? lacking)(...asked),
      linkUrl: async () => 'https://bot.example/link?state=abc',
      ...(pages && {
        approveUrl: async ({ id }, _name, _language, about) => {
          story?.approving.push({ ...about, person: id });
          return `https://bot.example/approve?state=for-${id}`;
        },
        secretUrl: (request) => {
          const token = tokenOf(request);
          return token === null ? null : `https://bot.example/secret?token=${token}`;
        },
      }),
    });
    story = new Story(parts, policy, talk);
    return story;
  }

  mend(): void {
    this.run = mended;
  }

  /** From now on the registry knows permissions by repository. */
  byRepository(): this {
    this.parts.azure.registries.set('contoso', registryNamed('contoso', { mode: 'abac' }));
    return this;
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

  async fill(values: Readonly<Record<string, string>>, id = this.form.id): Promise<this> {
    await this.talk.take({ kind: 'form', id, values });
    return this;
  }

  send(duration = '2', reason = 'builds of the shop', id = this.form.id): Promise<this> {
    return this.fill({ duration, reason }, id);
  }

  /** The request that Dana made last. */
  async request(): Promise<AccessRequest> {
    const [newest] = await this.parts.requests.mine(ids.dana, 1);
    if (newest === undefined) throw new Error('nothing was asked for');
    return newest;
  }

  async role(): Promise<RoleRequest> {
    const request = await this.request();
    if (!isForRole(request)) throw new Error('a secret was asked for');
    return request;
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

  deny(who: Person, why: string, card = this.card): Promise<void> {
    return this.otherwise(who, { answer: 'deny', why }, card);
  }

  askBack(who: Person, why: string, card = this.card): Promise<void> {
    return this.otherwise(who, { answer: 'ask-back', why }, card);
  }

  async otherwise(who: Person, values: Readonly<Record<string, string>>, card = this.card): Promise<void> {
    if (card.form === null) throw new Error('the card has no form');
    await this.talk.take({ kind: 'form', id: card.form.id, values }, { person: who, place: approvals });
  }

  /** What Dana, or whoever has that id, reads. */
  readBy(who: string = dana.id): string {
    return this.talk.surface.read(who);
  }

  /** Somebody opens the page with the new secret. */
  async openSecret(by: Name = 'dana'): Promise<string> {
    const { ledger, clock } = this.parts;
    const token = tokenOf(await this.request()) ?? '';
    const tokenHash = createHash('sha256').update(token).digest('base64url');
    return (await ledger.deliveries.claim(tokenHash, ids[by], clock.at)).kind;
  }
}

function tokenOf({ id, made }: AccessRequest): string | null {
  return made?.kept.kind === 'one-time-page' ? deriveToken(key, id, made.kept.attempt) : null;
}
