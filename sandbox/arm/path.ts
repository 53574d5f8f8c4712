import { decodedPath } from '../entra/reply.js';

/** A path of Resource Manager, taken apart. Names keep their letters; types are in lower case. */
export interface ArmPath {
  /** What the last `/providers/` stands behind: `''` (tenant), a subscription, a group or a resource. */
  readonly scope: string;
  /** `microsoft.containerregistry/registries/tokens`, only the namespace for a provider itself; `''` without one. */
  readonly type: string;
  readonly names: readonly string[];
  /** Whether the path ends in a name (`…/tokens/ci`) rather than in a type (`…/tokens`). */
  readonly single: boolean;
}

/** Takes apart `{scope}/providers/{namespace}/{type}/{name}/…`; percent-encoding is undone. */
export function parseArmPath(encoded: string): ArmPath | null {
  const path = decodedPath(encoded)?.replace(/\/+$/, '');
  if (path === undefined) return null;
  const at = path.toLowerCase().lastIndexOf('/providers/');
  if (at === -1) return { scope: path, type: '', names: [], single: false };
  const [namespace = '', ...segments] = path.slice(at + '/providers/'.length).split('/');
  const types = segments.filter((_, i) => i % 2 === 0);
  return {
    scope: path.slice(0, at),
    type: [namespace, ...types].join('/').toLowerCase(),
    names: segments.filter((_, i) => i % 2 === 1),
    single: segments.length % 2 === 0,
  };
}
