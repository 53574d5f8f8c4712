import type { Answer } from '../azure/answer.js';
import { failed, ok } from '../azure/answer.js';
import type { TokenRecord } from '../azure/ports.js';
import type { CheckId } from '../knowledge/checks.js';
import type { Check, Means, Outcome, Shared, Subject } from './check.js';
import { type Frame, lastEnd, unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { coversScope } from './scope-map.js';

// Contains tokens/read and scopeMaps/read (roles.md §2).
const role = 'Container Registry Configuration Reader and Data Access Configuration Reader';

/** The repository token in question: by its name, or the only one there is. Null: nobody can tell which. */
async function tokenOf(
  { identity }: Subject,
  { management }: Means,
  shared: Shared,
  signal: AbortSignal,
): Promise<Answer<TokenRecord | null>> {
  const found = await shared.registry();
  if (!found.ok) return found;
  if (found.value === null || management === null) return failed({ kind: 'not-found' });
  const tokens = await management.tokens(found.value, signal);
  if (!tokens.ok) return tokens;
  const wanted = identity.kind === 'token' ? identity.name : null;
  const named = tokens.value.filter(({ name }) => name.toLowerCase() === wanted?.toLowerCase());
  const [only, another] = wanted === null ? tokens.value : named;
  return ok(only !== undefined && another === undefined ? only : null);
}

function onToken<C extends CheckId>(
  id: C,
  judge: (
    token: TokenRecord,
    frame: Frame,
    subject: Subject,
    means: Means,
    signal: AbortSignal,
  ) => Promise<Outcome<C>>,
): Check<C> {
  return {
    id,
    run: async (subject, means, shared, signal) => {
      const frame = { witness: witnessOf(means), exposure: 'own' } as const;
      const token = await tokenOf(subject, means, shared, signal);
      if (!token.ok) return unknownFrom(frame, token.problem, role);
      return token.value === null
        ? unknown(frame, 'missing-fact')
        : judge(token.value, frame, subject, means, signal);
    },
  };
}

/** C5, Z4: status, passwords and scope map of a repository token. */
export const tokenChecks = [
  onToken('token-status', async ({ enabled }, frame) =>
    verdict<'token-status'>(frame, enabled ? 'enabled' : 'disabled'),
  ),
  onToken('token-password', async ({ passwords }, frame, _subject, { now }) => {
    const alive = passwords.some(({ expiresOn }) => expiresOn === null || new Date(expiresOn) > now());
    return verdict<'token-password'>(
      frame,
      alive ? 'current' : 'expired',
      lastEnd(passwords.map(({ expiresOn }) => expiresOn)),
    );
  }),
  onToken('scope-map', async ({ scopeMapId }, frame, { repository, operation }, { management }, signal) => {
    if (repository === null || scopeMapId === null || management === null)
      return unknown(frame, 'missing-fact');
    const map = await management.scopeMap(scopeMapId, signal);
    if (!map.ok) return unknownFrom(frame, map.problem, role);
    const covers = coversScope(map.value.actions, repository, operation ?? 'pull');
    return verdict<'scope-map'>(frame, covers ? 'covers' : 'lacks');
  }),
] as const;
