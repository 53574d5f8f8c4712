import type { Registry } from '../world/world.js';
import type { Image, Repository } from './images.js';
import type { Scope } from './scope.js';

/** Why content may not be touched though the caller has the right (errors.md §4, `disallowed`). */

export function mayRead(repository: Repository, images: readonly Image[]): boolean {
  return repository.readEnabled && images.every(({ tag }) => tag.readEnabled);
}

/**
 * Pushes: to a repository or over a tag that is locked. A full registry takes none either (usage `Size`).
 *
 * @param images what the push would move away from
 */
export function mayWrite(
  { usage }: Registry,
  repository: Repository | undefined,
  images: readonly Image[],
): boolean {
  const size = usage['Size'];
  if (size !== undefined && size.current >= size.limit) return false;
  return (repository?.writeEnabled ?? true) && images.every(({ tag }) => tag.writeEnabled);
}

/** Content that may not be written may not be deleted (container-registry-image-lock). */
export function mayDelete(repository: Repository, images: readonly Image[]): boolean {
  return repository.writeEnabled && images.every(({ tag }) => tag.writeEnabled && tag.deleteEnabled);
}

/**
 * Quarantined images are for who holds a quarantine role. The reference has two answers to others: the sentence of
 * `disallowed` (FAQ), and for a pull by tag a plain 404 (preview page); the first is given, in both cases.
 */
export function isWithheld(images: readonly Image[], access: readonly Scope[]): boolean {
  const cleared = access.some(({ actions }) => actions.includes('quarantine_read'));
  return !cleared && images.some(({ tag }) => tag.quarantined);
}
