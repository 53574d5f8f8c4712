import {
  type Activity,
  type ConversationAccount,
  type ConversationParameters,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Person } from '../../../src/chat/person.js';
import type { Settings } from '../config.js';
import { CONNECTOR, type TeamsCloudAdapter } from '../sdk.js';
import { isTrustedService } from '../service-url.js';
import type { Address } from './reference.js';
import { ConnectorError } from './transport.js';

/** What became of a call. `refused`: not allowed there; `gone`: no such conversation, message or member. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failed;
export interface Failed {
  readonly ok: false;
  readonly reason: 'refused' | 'gone' | 'failed';
  readonly status: number | null;
}

/** A member of a conversation as Teams lists them. */
const memberSchema = z.object({
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  tenantId: z.string().optional(),
  userPrincipalName: z.string().optional(),
  userRole: z.string().optional(),
  userType: z.string().optional(),
});
export type Member = z.output<typeof memberSchema>;

/** Calls of the Bot Connector, through the SDK's proactive messages. None of them throws. */
export class Connector {
  readonly #adapter: TeamsCloudAdapter;
  readonly #settings: Settings;

  constructor(adapter: TeamsCloudAdapter, settings: Settings) {
    this.#adapter = adapter;
    this.#settings = settings;
  }

  /** @returns the id under which Teams keeps the message */
  send(to: Address, activity: Partial<Activity>): Promise<Outcome<string>> {
    return this.#in(to, async (context) => {
      const sent = await context.sendActivity(activity);
      // Without an id the message stands there, and cannot be updated.
      return sent?.id ?? '';
    });
  }

  replace(at: Address, id: string, activity: Partial<Activity>): Promise<Outcome<string>> {
    return this.#in(at, async (context) => {
      await context.updateActivity({ ...activity, id });
      return id;
    });
  }

  remove(at: Address, id: string): Promise<Outcome<null>> {
    return this.#in(at, async (context) => {
      await context.deleteActivity(id);
      return null;
    });
  }

  /** Opens, or finds, the 1:1 chat with somebody. */
  open(person: Person, serviceUrl: string): Promise<Outcome<Address>> {
    return this.#guarded(serviceUrl, async () => {
      const parameters: Omit<ConversationParameters, 'activity'> = {
        isGroup: false,
        bot: { id: this.#bot, name: '' },
        members: [{ id: person.id, name: '' }],
        tenantId: person.tenant,
        channelData: { tenant: { id: person.tenant } },
      };
      let conversation = '';
      await this.#adapter.createConversationAsync(
        this.#settings.appId,
        'msteams',
        serviceUrl,
        CONNECTOR,
        parameters,
        async ({ activity }) => {
          conversation = activity.conversation.id;
        },
      );
      if (typeof conversation !== 'string' || conversation === '') throw new Error('no conversation');
      return { serviceUrl, conversation };
    });
  }

  member(of: Address, id: string): Promise<Outcome<Member>> {
    return this.#in(of, async (context) => memberSchema.parse(await TeamsInfo.getMember(context, id)));
  }

  get #bot(): string {
    return `28:${this.#settings.appId}`;
  }

  #in<T>(address: Address, work: (context: TurnContext) => Promise<T>): Promise<Outcome<T>> {
    return this.#guarded(address.serviceUrl, async () => {
      const reference = {
        channelId: 'msteams',
        serviceUrl: address.serviceUrl,
        bot: { id: this.#bot, name: '' },
        // The SDK's type asks for more than is known; Microsoft's test client refuses an empty `conversationType`.
        conversation: { id: address.conversation } as ConversationAccount,
      };
      const result: { value?: T } = {};
      await this.#adapter.continueConversationAsync(this.#settings.appId, reference, async (context) => {
        result.value = await work(context);
      });
      // Set, or `work` would have thrown.
      return result.value as T;
    });
  }

  /** Stored addresses are judged like new ones: the rules may have changed since (security T43). */
  async #guarded<T>(serviceUrl: string, call: () => Promise<T>): Promise<Outcome<T>> {
    if (!isTrustedService(serviceUrl, this.#settings)) return { ok: false, reason: 'failed', status: null };
    try {
      return { ok: true, value: await call() };
    } catch (error) {
      return { ok: false, ...reasonOf(error) };
    }
  }
}

function reasonOf(error: unknown): {
  readonly reason: 'refused' | 'gone' | 'failed';
  readonly status: number | null;
} {
  const status = error instanceof ConnectorError ? error.status : null;
  if (status === 403) return { reason: 'refused', status };
  return { reason: status === 404 || status === 410 ? 'gone' : 'failed', status };
}
