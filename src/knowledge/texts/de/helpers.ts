import type { Helper } from '../../fixes/fix.js';

/** Wer eine Lösung umsetzen kann. */
export const helpers: Readonly<Record<Helper, string>> = {
  self: 'Das können Sie selbst tun.',
  'registry-owner':
    'Wenden Sie sich an den Registrierungsbesitzer: die Person oder das Team, das die Registrierung erstellt hat oder verwaltet.',
  'role-administrator':
    'Wenden Sie sich an jemanden, der auf der Registrierung Rollen zuweisen darf: einen Registrierungsbesitzer mit der Rolle `Role Based Access Control Administrator` oder einen Besitzer des Abonnements.',
  'subscription-owner': 'Wenden Sie sich an den Besitzer des Azure-Abonnements oder den Kontoadministrator.',
  'entra-administrator': 'Wenden Sie sich an einen Administrator von Microsoft Entra in Ihrer Organisation.',
  'application-owner':
    'Wenden Sie sich an den Besitzer der Anwendung (Dienstprinzipal) oder einen Administrator von Microsoft Entra.',
  'network-team': 'Wenden Sie sich an das Team, das Ihr Netzwerk, den Proxy und DNS betreut.',
  'cluster-administrator': 'Wenden Sie sich an den Administrator des Kubernetes-Clusters.',
  microsoft: 'Wenden Sie sich an Microsoft: Öffnen Sie ein Supportticket.',
};
