import type { Answer } from '../../azure/answer.js';
import type { LoginEvents } from '../../azure/login-events.js';
import type { Directory, Management } from '../../azure/ports.js';
import type { Vantage } from '../check.js';
import { judged, unseen, windowOf } from './judge.js';
import type { LogLook, LogRequest } from './log-look.js';
import { mayReadLog } from './may-read.js';
import { namesOf, namesOfPerson } from './names.js';

/** What a look may use; null: nobody signed in. */
export interface LogMeans {
  readonly vantage: Vantage;
  readonly azure: {
    readonly management: Management;
    readonly directory: Directory | null;
    readonly log: LoginEvents;
    /** Object id of the identity that asks Azure. */
    readonly whoAmI: (signal: AbortSignal) => Promise<Answer<string>>;
  } | null;
  readonly now: () => Date;
}

/**
 * Looks at the sign-ins that a registry has logged: with the person's own sign-in as far as Azure lets them, with the
 * bot's as far as the person may themselves. Who may not read the log sees what was logged about their own identity.
 * Never throws.
 */
export async function lookAtLog(
  { subject, asker, since }: LogRequest,
  { vantage, azure, now }: LogMeans,
  signal: AbortSignal,
): Promise<LogLook> {
  const own = vantage === 'person';
  if (!own && asker === null) return { kind: 'not-linked' };
  if (azure === null) return { kind: 'unseen', why: 'not-signed-in', retryAfterSeconds: null };
  const { management, directory, log, whoAmI } = azure;
  const registry = await management.findRegistry(subject.loginServer, signal);
  if (!registry.ok) return unseen(registry.problem) ?? { kind: 'no-registry' };
  if (registry.value === null) return { kind: 'no-registry' };
  const { value: found } = registry;

  const [mayAll, settings, caseNames, askerNames] = await Promise.all([
    own || (asker !== null && mayReadLog(management, found, asker, signal)),
    log.settings(found, signal),
    namesOf(subject, found, { management, directory }, signal),
    asker === null ? [] : namesOfPerson(asker, directory, signal),
  ]);
  const sees = mayAll ? 'all' : 'own';
  const names = mayAll ? caseNames : askerNames;
  const address = subject.clientIp;
  const wanted = {
    ...windowOf(since, now()),
    identities: names,
    // Whose an address is, nobody can show: events from it are not for who sees their own only.
    addresses: mayAll && address !== null ? [address] : [],
    onlyThese: !mayAll,
  };
  const events = await log.failures(found, wanted, signal);
  if (events.ok) {
    const registryId = found.id;
    return judged({ sees, wanted, names, address, registryId, settings, found: events.value });
  }
  const failure = unseen(events.problem);
  if (failure !== null) return failure;
  const [first] = settings.ok ? settings.value.filter((it) => it.loginEvents && it.workspace !== null) : [];
  const who = own ? null : await whoAmI(signal);
  return {
    kind: 'denied',
    whose: own ? 'person' : 'bot',
    workspace: mayAll ? (first?.workspace ?? null) : null,
    principal: who?.ok ? who.value : null,
  };
}
