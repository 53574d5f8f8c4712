import type { Environment } from '../../config/settings.js';
import type { Place } from '../values.js';

/** Variables that each place sets for whatever runs there, the most particular first. */
const signs: readonly (readonly [variable: string, place: Place])[] = [
  ['TF_BUILD', 'azure-devops'],
  ['GITHUB_ACTIONS', 'github-actions'],
  ['ACC_CLOUD', 'cloud-shell'],
  ['KUBERNETES_SERVICE_HOST', 'pod'],
  ['CI', 'other'],
  ['SSH_CONNECTION', 'other'],
  ['WEBSITE_INSTANCE_ID', 'other'],
];

/** Where a probe runs, as far as the environment shows. */
export function placeOf(env: Environment): Place {
  return signs.find(([variable]) => (env[variable] ?? '') !== '')?.[1] ?? 'laptop';
}
