import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity';

/** Before its end; the SDK begins to look for another one two minutes before. */
const SPARE_MS = 5 * 60_000;

/**
 * One token for all who ask with the same scope: calls at the same time share one request, later ones get what it
 * brought. The SDK sees to neither between clients, and where two sign-ins overlap its own store forgets one of them;
 * the Azure CLI would be started anew for each client.
 */
export class KeptTokens implements TokenCredential {
  readonly #inner: TokenCredential;
  readonly #running = new Map<string, Promise<AccessToken | null>>();
  readonly #kept = new Map<string, AccessToken>();

  constructor(inner: TokenCredential) {
    this.#inner = inner;
  }

  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
    // The signal of the first caller must not end the wait of the others; the deadline of each try does.
    const { abortSignal: _, ...rest } = options;
    const { claims, tenantId, enableCae } = rest;
    const name = JSON.stringify([[scopes].flat(), tenantId, enableCae ?? false]);
    // Claims come with the refusal of a token: the one that is kept is worth nothing any more.
    if (claims !== undefined) this.#kept.delete(name);
    const kept = this.#kept.get(name);
    if (kept !== undefined && isGood(kept)) return kept;
    const request = JSON.stringify([name, claims]);
    const running = this.#running.get(request);
    if (running !== undefined) return running;
    const started = this.#ask(name, scopes, rest).finally(() => this.#running.delete(request));
    this.#running.set(request, started);
    return started;
  }

  async #ask(name: string, scopes: string | string[], options: GetTokenOptions): Promise<AccessToken | null> {
    const token = await this.#inner.getToken(scopes, options);
    if (token !== null) this.#kept.set(name, token);
    return token;
  }
}

function isGood({ expiresOnTimestamp, refreshAfterTimestamp }: AccessToken): boolean {
  const now = Date.now();
  return expiresOnTimestamp - now > SPARE_MS && now < (refreshAfterTimestamp ?? Number.POSITIVE_INFINITY);
}
