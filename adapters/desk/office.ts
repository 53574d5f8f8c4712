import type { ReadLog, RunWork } from '../../dialogs/conversation/converse.js';
import type { AccessRequest } from '../../src/access/request.js';
import type { Requests } from '../../src/access/requests.js';
import type { ChatEvent } from '../../src/chat/event.js';
import type { Standing } from '../../src/chat/home.js';
import type { Person, Platform } from '../../src/chat/person.js';
import type { Surface } from '../../src/chat/surface.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Log } from '../../src/observe/log.js';
import type { Telemetry } from '../../src/observe/telemetry.js';
import type { ProbeMeans } from '../../src/probe/means.js';
import type { Store } from '../../src/store/store.js';

/** Everything that the desk works with. */
export interface Office {
  readonly store: Store;
  readonly surfaceOf: (platform: Platform) => Surface;
  /** The same, null for a platform that is not served. */
  readonly surfaceIf: (platform: Platform) => Surface | null;
  /** Makes live checks; null where the bot has no access to Azure: then people are asked to make them. */
  readonly run: RunWork | null;
  /** Looks at a registry's log of sign-ins; absent where the bot has no access to Azure. */
  readonly readLog?: ReadLog;
  /** How people come by the probe. */
  readonly probe: ProbeMeans;
  /** Address of the page that ties a chat account to an Entra one; null where that is not set up. */
  readonly linkUrl: ((person: Person, name: string, language: Language) => Promise<string>) | null;
  /** Address of the page on which somebody approves a request after a fresh sign-in; null where that is not set up. */
  readonly approveUrl:
    | ((person: Person, name: string, language: Language, about: ToApprove) => Promise<string>)
    | null;
  /** Address of the page that shows a new secret once; null for one that is elsewhere. */
  readonly secretUrl: ((request: AccessRequest) => string | null) | null;
  /** Requests for roles and secrets; null where there is no policy for them. */
  readonly requests: Requests | null;
  /** Channels to which cases are handed over. */
  readonly handoverTo: Readonly<Partial<Record<Platform, string>>>;
  /** Something may be due for the executor. */
  readonly wake: () => void;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 128 random bits, in letters, digits, `-` and `_`. */
  readonly newTicket: () => string;
}

/** What somebody is to approve, and as whom: Entra ids, not chat accounts (security T37). */
export interface ToApprove {
  readonly request: string;
  readonly specHash: string;
  readonly objectId: string;
  readonly tenant: string;
}

/** Somebody who is being served: who they are, in which language, and through what. */
export interface Visit {
  readonly event: ChatEvent;
  readonly key: string;
  readonly person: Person;
  readonly standing: Standing;
  /** Entra tenant of who is known; null for all others. */
  readonly tenant: string | null;
  readonly surface: Surface;
  readonly language: Language;
  /** Chosen by the person or told by the platform; else it may be guessed from what they write. */
  readonly languageIsKnown: boolean;
}
