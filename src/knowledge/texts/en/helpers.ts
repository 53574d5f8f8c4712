import type { Helper } from '../../fixes/fix.js';

/** Who can carry a fix out. */
export const helpers: Readonly<Record<Helper, string>> = {
  self: 'You can do this yourself.',
  'registry-owner': 'Ask the owner of the registry: the person or team that created it or manages it.',
  'role-administrator':
    'Ask somebody who may assign roles on the registry: a registry owner with the role `Role Based Access Control Administrator`, or an owner of the subscription.',
  'subscription-owner': 'Ask the owner of the Azure subscription, or the account administrator.',
  'entra-administrator': 'Ask an administrator of Microsoft Entra in your organization.',
  'application-owner':
    'Ask the owner of the application (service principal), or an administrator of Microsoft Entra.',
  'network-team': 'Ask the team that runs your network, proxy and DNS.',
  'cluster-administrator': 'Ask the administrator of the Kubernetes cluster.',
  microsoft: 'Ask Microsoft: open a support ticket.',
};
