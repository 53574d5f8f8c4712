import { type Person, personKey } from '../../../src/chat/person.js';
import type { Settings } from '../config.js';
import { BoundedMap } from './bounded-map.js';
import type { Chats } from './chats.js';
import type { Connector, Member } from './connector.js';
import type { Address } from './reference.js';

/** How long it is believed who somebody is. */
const BELIEVED_MS = 30 * 60_000;
const REMEMBERED = 10_000;

type Looked = { readonly member: Promise<Member | null>; readonly until: number };

/** Who people are, by the roster of a conversation that both are in. */
export class Members {
  readonly #connector: Connector;
  readonly #chats: Chats;
  readonly #settings: Settings;
  readonly #now: () => number;
  readonly #looked = new BoundedMap<string, Looked>(REMEMBERED);

  constructor(connector: Connector, chats: Chats, settings: Settings, now: () => number) {
    this.#connector = connector;
    this.#chats = chats;
    this.#settings = settings;
    this.#now = now;
  }

  /**
   * The person with what the roster says of them (security T44). Who is a guest, of another tenant, or cannot be looked
   * up, has no Entra object id here: they may ask, and see what anybody may see.
   */
  async known(person: Person, at: Address): Promise<Person> {
    const member = await this.#member(person, at);
    const sure = member !== null && isMember(member, person, this.#settings.allowedTenants);
    return sure ? person : { ...person, objectId: null, guest: true };
  }

  async nameOf(person: Person): Promise<string | null> {
    const at = await this.#chats.known(person);
    const member =
      at === null ? await this.#looked.get(personKey(person))?.member : await this.#member(person, at);
    return member?.name ?? null;
  }

  #member(person: Person, at: Address): Promise<Member | null> {
    const key = personKey(person);
    const looked = this.#looked.get(key);
    if (looked !== undefined && looked.until > this.#now()) return looked.member;
    const member = this.#look(person, at).then((found) => {
      if (found === null) this.#looked.delete(key);
      return found;
    });
    this.#looked.set(key, { member, until: this.#now() + BELIEVED_MS });
    return member;
  }

  /** Asks where they spoke, and where the bot is not a member of that, in their 1:1 chat. */
  async #look(person: Person, at: Address): Promise<Member | null> {
    const here = await this.#connector.member(at, person.id);
    if (here.ok) return here.value;
    if (here.reason === 'failed') return null;
    const direct = await this.#chats.known(person);
    if (direct === null || direct.conversation === at.conversation) return null;
    const there = await this.#connector.member(direct, person.id);
    return there.ok ? there.value : null;
  }
}

/** Whether a roster's entry is of somebody of our own directory. Pure. */
export function isMember(member: Member, person: Person, allowedTenants: readonly string[]): boolean {
  const { userRole, userType, tenantId, userPrincipalName } = member;
  const objectId = member.aadObjectId ?? member.objectId;
  return (
    (userRole === undefined || /^(?:user|owner|member)$/i.test(userRole)) &&
    (userType === undefined || /^member$/i.test(userType)) &&
    (tenantId === undefined || allowedTenants.includes(tenantId.toLowerCase())) &&
    // The mark of a guest's account in the directory that invited them.
    userPrincipalName?.toUpperCase().includes('#EXT#') !== true &&
    objectId?.toLowerCase() === person.objectId
  );
}
