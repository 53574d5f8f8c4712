import type { IdentityTexts } from './types.js';

export const en: IdentityTexts = {
  names: {
    reader: 'The identity that reads (AZURE_…)',
    grantor: 'The identity that gives roles (GRANTOR_…)',
    rotator: 'The identity that makes secrets new (ROTATOR_…)',
  },
  flaws: {
    everything:
      '{identity}: "{role}" on {scope} lets it change anything there. Take that role away from it; `policy deploy` writes what it needs.',
    'manages-access':
      '{identity}: "{role}" on {scope} lets it give roles, or itself any right. Take that role away from it; `policy deploy` writes what it needs.',
    'reads-passwords':
      '{identity}: "{role}" on {scope} lets it read the passwords of the admin user (listCredentials). Give it the role that `policy deploy` writes instead.',
    beyond:
      '{identity}: "{role}" on {scope} lets it do what it has no need of: {what}. Give it the role that `policy deploy` writes instead.',
    unconditioned:
      '{identity}: it has "{role}" on {scope} without a condition and could give anybody any role, Owner too. Assign the role again, with the condition that `policy deploy` writes.',
    'condition-too-wide':
      '{identity}: the condition of "{role}" on {scope} lets it give roles that may never be asked for, or roles to groups, or cannot be read by acr-help. Replace it by the one that `policy deploy` writes.',
    'removes-any':
      '{identity}: the condition of "{role}" on {scope} lets it take away roles that it never gives. Replace it by the one that `policy deploy` writes.',
    graph:
      '{identity}: its permissions in Microsoft Graph go beyond what it needs: {what}. Take them away from it.',
    'beyond-policy':
      '{identity}: the condition of "{role}" on {scope} lets it give more than the policy offers: {what}. Replace it by the one that `policy deploy` writes now.',
    'cannot-grant':
      '{identity}: on {scope} it cannot give what the policy offers: {what}. Assign its role with the condition that `policy deploy` writes now.',
  },
  notReady:
    'acr-help is not ready: an identity may do more than it should. Nobody is served and nothing is given until that is put right; it is looked at again each minute.',
  notAsked:
    '{identity}: it could not be found out what it may do ({why}). Nothing is given with it until that is known; it is asked again each minute.',
  why: {
    denied: 'it has no right to {what}',
    'not-found': 'no registry of the policy can be seen',
    'signed-out': 'its sign-in failed: {what}',
    throttled: 'Azure takes no more requests for now',
    'circuit-open': 'Azure has not answered for a while, and is not asked for now',
    busy: 'too many requests are waiting here',
    unavailable: 'Azure does not answer',
  },
};
