import { createHash } from 'node:crypto';
import type { CaseSummary } from '../../src/chat/home.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Admission, Arrival, Hold, Limit, Owed } from '../../src/store/inbox.js';
import type { Feedback, Link, SignIn, Store } from '../../src/store/store.js';
import { StoreError } from '../../src/store/store-error.js';
import type { CaseStep } from '../../src/store/tally/case-step.js';

const day = 24 * 60 * 60 * 1000;
interface Counted {
  readonly day: number;
  readonly cause: string;
  readonly resolved: boolean;
  readonly help: string;
  readonly took: string;
}
interface Asker {
  readonly day: number;
  readonly kind: string;
  readonly value: string;
}
interface Case extends CaseSummary {
  readonly beganAt: number;
  readonly counted: Counted;
}
type Touched<T> = { readonly value: T; readonly at: number };

/** What a store does, as plainly as it can be said. */
export class MemoryStore implements Store {
  #lastVersion = 0;
  readonly #seen = new Map<string, number>();
  readonly #rates = new Map<string, number>();
  readonly #owed = new Map<string, { person: string; holder: string; until: number; attempts: number }>();
  readonly #conversations = new Map<string, Touched<unknown> & { readonly version: number }>();
  readonly #references = new Map<string, Touched<string>>();
  readonly #languages = new Map<string, Touched<Language>>();
  readonly #cases = new Map<string, Map<string, Case>>();
  #counted: Counted[] = [];
  #askers: Asker[] = [];
  readonly #feedback = new Map<string, Feedback>();
  readonly #signIns = new Map<string, SignIn>();
  readonly #links = new Map<string, Link>();

  async firstSeen(key: string, now: number) {
    if (this.#seen.has(key)) return false;
    this.#seen.set(key, now);
    return true;
  }

  async take({ of, rate }: Limit, now: number) {
    const each = Math.round(60_000 / rate.perMinute);
    const most = now + rate.burst * each;
    const kept = this.#rates.get(of) ?? now;
    const fullAt = (kept > now && kept <= most ? kept : now) + each;
    if (fullAt > most) return false;
    this.#rates.set(of, fullAt);
    return true;
  }
  async arrive({ key, person }: Arrival, hold: Hold) {
    const id = idOf(key);
    if (!this.#owed.has(id)) this.#owed.set(id, { person, ...hold, attempts: 1 });
  }
  async drop({ key }: Arrival, holder: string) {
    drop(this.#owed, (owed, id) => id === idOf(key) && owed.holder === holder);
  }
  async admit(
    { key, person }: Arrival,
    limits: readonly Limit[],
    hold: Hold,
    now: number,
  ): Promise<Admission> {
    if (!(await this.firstSeen(key, now))) return { kind: 'known' };
    for (const [refusedBy, limit] of limits.entries()) {
      if (!(await this.take(limit, now))) return { kind: 'refused', refusedBy };
    }
    const id = idOf(key);
    this.#owed.set(id, { person, ...hold, attempts: 1 });
    return { kind: 'new', owed: { id, person, attempts: 1 } };
  }
  async served({ id, person }: Owed, holder: string) {
    drop(this.#owed, (owed, key) => owed.person === person && (key === id || owed.holder !== holder));
  }
  async leave({ id }: Owed, until: number) {
    const owed = this.#owed.get(id);
    if (owed !== undefined) Object.assign(owed, { holder: '', until });
  }
  async holdOn({ holder, until }: Hold) {
    for (const owed of this.#owed.values()) if (owed.holder === holder) owed.until = until;
  }
  async takeOver(hold: Hold, now: number) {
    const due = [...this.#owed]
      .filter(([, { until }]) => until <= now)
      .sort(([a, one], [b, other]) => one.until - other.until || (a < b ? -1 : 1))[0];
    if (due === undefined) return null;
    const [id, owed] = due;
    Object.assign(owed, hold, { attempts: owed.attempts + 1 });
    return { id, person: owed.person, attempts: owed.attempts };
  }

  async conversation(person: string) {
    const kept = this.#conversations.get(person);
    return kept === undefined ? null : { version: kept.version, state: kept.value };
  }
  async saveConversation(person: string, version: number | null, value: unknown, at: number) {
    const kept = this.#conversations.get(person);
    if ((kept?.version ?? null) !== version) return null;
    this.#conversations.set(person, { version: ++this.#lastVersion, value, at });
    return this.#lastVersion;
  }

  async reference(person: string) {
    return this.#references.get(person)?.value ?? null;
  }
  async saveReference(person: string, value: string, at: number) {
    this.#references.set(person, { value, at });
  }
  async language(person: string) {
    return this.#languages.get(person)?.value ?? null;
  }
  async saveLanguage(person: string, value: Language, at: number) {
    this.#languages.set(person, { value, at });
  }

  async saveCase(person: string, step: CaseStep) {
    const { id, registry, cause, language, updatedAt } = step;
    const before = this.#cases.get(person)?.get(id);
    const resolved = step.resolved ?? before?.resolved ?? false;
    const beganAt = before?.beganAt ?? updatedAt;
    const day = Math.floor(beganAt / 86_400_000);
    const rank = ['none', 'request', 'people'];
    const help = [before?.counted.help ?? 'none', step.help].sort(
      (a, b) => rank.indexOf(b) - rank.indexOf(a),
    );
    const took = before?.resolved ? before.counted.took : tookFor(updatedAt - beganAt);
    const counted = { day, cause: cause ?? '', resolved, help: help[0] ?? '', took: resolved ? took : '' };
    if (before === undefined) {
      this.#counted.push(counted);
      const platform = person.split('\n')[0] ?? '';
      if (/^(teams|slack)\n.*\n/.test(person)) this.#askers.push({ day, kind: 'platform', value: platform });
      this.#askers.push({ day, kind: 'language', value: language });
    } else {
      this.#counted = this.#counted.map((it) => (it === before.counted ? counted : it));
    }
    const kept: Case = { id, registry, cause, resolved, updatedAt, beganAt, counted };
    this.#cases.set(person, new Map(this.#cases.get(person)).set(id, kept));
  }
  async cases(person: string, limit: number) {
    return [...(this.#cases.get(person)?.values() ?? [])]
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .map(({ beganAt: _began, counted: _counted, ...summary }): CaseSummary => summary);
  }
  /** Not methods of stores: what is looked up in the tables there, one for each case. */
  counted(): readonly Counted[] {
    return this.#counted;
  }
  askers(): readonly Asker[] {
    return this.#askers;
  }
  async saveFeedback(feedback: Feedback) {
    this.#feedback.set(feedback.id, {
      ...feedback,
      word: feedback.word ?? this.#feedback.get(feedback.id)?.word ?? null,
    });
  }
  /** Not a method of stores: what is looked up in the table there. */
  feedback(): readonly Feedback[] {
    return [...this.#feedback.values()];
  }

  async beginSignIn(stateHash: string, signIn: SignIn) {
    if (this.#signIns.has(stateHash)) throw new StoreError('conflict', 'there');
    this.#signIns.set(stateHash, signIn);
  }
  async signIn(stateHash: string, now: number) {
    const kept = this.#signIns.get(stateHash);
    return kept === undefined || kept.expiresAt <= now ? null : kept;
  }
  async takeSignIn(stateHash: string, now: number) {
    const kept = await this.signIn(stateHash, now);
    if (kept !== null) this.#signIns.delete(stateHash);
    return kept;
  }
  async saveLink(person: string, link: Link) {
    this.#links.set(person, link);
  }
  async link(person: string, now: number) {
    const kept = this.#links.get(person);
    return kept === undefined || kept.expiresAt <= now ? null : kept;
  }
  async removeLink(person: string) {
    this.#links.delete(person);
  }

  async forget(person: string) {
    for (const kept of [this.#conversations, this.#references, this.#languages, this.#cases, this.#links]) {
      kept.delete(person);
    }
    drop(this.#owed, (owed) => owed.person === person);
    drop(this.#signIns, ({ errand }) => errand.kind !== 'reveal' && errand.person === person);
  }
  async purge(now: number, retentionMs: number) {
    const stale = ({ at }: { readonly at: number }) => at <= now - retentionMs;
    const expired = ({ expiresAt }: { readonly expiresAt: number }) => expiresAt <= now;
    drop(this.#conversations, stale);
    drop(this.#references, stale);
    drop(this.#languages, (it, person) => stale(it) && !this.#conversations.has(person));
    for (const cases of this.#cases.values()) drop(cases, (it) => stale({ at: it.updatedAt }));
    drop(this.#links, expired);
    drop(this.#signIns, expired);
    drop(this.#seen, (at) => at < now - day);
    drop(this.#rates, (fullAt) => fullAt <= now);
    drop(this.#owed, ({ until }) => until < now - day);
    drop(this.#feedback, ({ at }) => at < now - 400 * day);
    const isKept = (it: { readonly day: number }) => it.day >= Math.floor(now / day) - 400;
    this.#counted = this.#counted.filter(isKept);
    this.#askers = this.#askers.filter(isKept);
  }

  async current() {
    return true;
  }
  async ready() {
    return true;
  }
  async close() {}
}

function idOf(key: string): string {
  return createHash('sha256').update(key, 'utf16le').digest('hex');
}

function tookFor(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 5 ? '5m' : minutes < 30 ? '30m' : minutes < 120 ? '2h' : minutes < 1440 ? '1d' : 'longer';
}

function drop<T>(kept: Map<string, T>, unwanted: (value: T, key: string) => boolean): void {
  for (const [key, value] of kept) if (unwanted(value, key)) kept.delete(key);
}
