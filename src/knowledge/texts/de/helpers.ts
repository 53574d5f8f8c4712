import type { Helper } from '../../fixes/fix.js';

/** Wer eine Lösung umsetzen kann. */
export const helpers: Readonly<Record<Helper, string>> = {
  self: 'Das können Sie selbst tun.',
  'registry-owner':
    'Bitten Sie den Registrierungsbesitzer: die Person oder das Team, das die Registrierung erstellt hat oder verwaltet.',
  'role-administrator':
    'Bitten Sie jemanden, der auf der Registrierung Rollen zuweisen darf: einen Registrierungsbesitzer mit der Rolle `Role Based Access Control Administrator` oder einen Besitzer des Abonnements.',
  'subscription-owner': 'Bitten Sie den Besitzer des Azure-Abonnements oder den Kontoadministrator.',
  'entra-administrator': 'Bitten Sie einen Administrator von Microsoft Entra in Ihrer Organisation.',
  'application-owner':
    'Bitten Sie den Besitzer der Anwendung (Dienstprinzipal) oder einen Administrator von Microsoft Entra.',
  'network-team': 'Bitten Sie das Team, das Ihr Netzwerk, den Proxy und DNS betreut.',
  'cluster-administrator': 'Bitten Sie den Administrator des Kubernetes-Clusters.',
  microsoft: 'Bitten Sie Microsoft: Öffnen Sie ein Supportticket.',
};
