import { parseDigest, parseRepository, parseTag } from './repository.js';

/** An image reference, taken apart. Parts that are masked or break their grammar are null. */
export interface ImageReference {
  /** Host (and port) as written; null if there is none: such an image is one of Docker Hub. */
  readonly host: string | null;
  readonly repository: string | null;
  /** The repository as written where it breaks the grammar, e.g. by upper case. */
  readonly repositoryAsWritten: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
}

const LONGEST = 512;

/** A first component is a host if it has a dot, a port or is `localhost` (distribution reference grammar). */
function isHost(component: string): boolean {
  return /[.:]/.test(component) || component === 'localhost' || /^[*<{[]/.test(component);
}

const writtenRepository = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,254}$/;

/**
 * Takes `[host/]repository[:tag][@digest]` apart. Null where neither a repository nor a tag is left; a masked
 * host (`***`, `<name>.azurecr.io`) is kept as written.
 */
export function parseImageReference(text: string): ImageReference | null {
  if (text.length > LONGEST || text.includes('://') || text.includes('\\')) return null;
  const at = text.indexOf('@');
  const digest = at < 0 ? null : parseDigest(text.slice(at + 1));
  if (at >= 0 && digest === null) return null;
  const named = at < 0 ? text : text.slice(0, at);
  const slash = named.indexOf('/');
  const first = slash < 0 ? '' : named.slice(0, slash);
  const host = first !== '' && isHost(first) ? first : null;
  const path = host === null ? named : named.slice(slash + 1);
  const colon = path.indexOf(':', path.lastIndexOf('/') + 1);
  const name = colon < 0 ? path : path.slice(0, colon);
  const tag = colon < 0 ? null : parseTag(path.slice(colon + 1));
  if (colon >= 0 && tag === null) return null;
  const repository = parseRepository(name);
  const written = repository === null && writtenRepository.test(name) ? name : null;
  if (repository === null && written === null && tag === null) return null;
  return { host, repository, repositoryAsWritten: written, tag, digest };
}
