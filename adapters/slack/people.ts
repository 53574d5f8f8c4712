import { z } from 'zod';
import type { Api } from './api.js';
import { Lru } from './lru.js';

const PEOPLE = 5_000;
const KEPT_MS = 60 * 60 * 1000;

/** What Slack says of somebody (`users.info`). */
export interface Profile {
  /** E.g. `de-DE`; null where Slack does not say. */
  readonly locale: string | null;
  /** Restricted, of another organisation, or not known. */
  readonly guest: boolean;
  /** Of another workspace of an organisation that is served. */
  readonly sister: boolean;
  readonly bot: boolean;
  readonly name: string | null;
}

/** Who cannot be looked up gets what anybody may see. */
const nobody: Profile = { locale: null, guest: true, sister: false, bot: false, name: null };

const flag = z.boolean().default(false);
const answer = z.object({
  user: z.object({
    team_id: z.string().optional(),
    locale: z.string().max(20).optional(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    deleted: flag,
    is_bot: flag,
    is_restricted: flag,
    is_ultra_restricted: flag,
    is_stranger: flag,
    profile: z.object({ display_name: z.string().optional() }).optional(),
    enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  }),
});

export interface PeopleOptions {
  readonly api: Api;
  readonly now: () => number;
  readonly teams: readonly string[];
  readonly enterprises: readonly string[];
}

/** Looks people up, and keeps what was found for an hour. */
export class People {
  readonly #options: PeopleOptions;
  readonly #known: Lru<Profile>;
  readonly #asked = new Map<string, Promise<Profile>>();

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.#known = new Lru(PEOPLE, KEPT_MS, options.now);
  }

  /** Never rejects: who cannot be looked up now is a guest now, and is looked up again the next time. */
  async profile(id: string): Promise<Profile> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    let asked = this.#asked.get(id);
    if (asked === undefined) {
      asked = this.#ask(id).finally(() => this.#asked.delete(id));
      this.#asked.set(id, asked);
    }
    return asked;
  }

  async #ask(id: string): Promise<Profile> {
    const { api, teams, enterprises } = this.#options;
    const args = { user: id, include_locale: true };
    const result = await api.call({ method: 'users.info', args, answer, repeatable: true });
    if (!result.ok) return nobody;
    const { user } = result.value;
    const home = user.team_id !== undefined && teams.includes(user.team_id);
    const sister = enterprises.includes(user.enterprise_user?.enterprise_id ?? '');
    const profile: Profile = {
      locale: user.locale ?? null,
      sister,
      guest:
        user.is_restricted ||
        user.is_ultra_restricted ||
        user.is_stranger ||
        user.deleted ||
        !(home || sister),
      bot: user.is_bot,
      name:
        [user.profile?.display_name, user.real_name, user.name].find((name) => (name ?? '').trim() !== '') ??
        null,
    };
    this.#known.set(id, profile);
    return profile;
  }
}
