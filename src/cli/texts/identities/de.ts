import type { IdentityTexts } from './types.js';

export const de: IdentityTexts = {
  names: {
    reader: 'Die lesende Identität (AZURE_…)',
    grantor: 'Die Identität, die Rollen vergibt (GRANTOR_…)',
    rotator: 'Die Identität, die Geheimnisse erneuert (ROTATOR_…)',
  },
  flaws: {
    everything:
      '{identity}: Mit „{role}“ auf {scope} kann sie dort alles verändern. Nehmen Sie ihr diese Rolle; was sie braucht, schreibt `policy deploy`.',
    'manages-access':
      '{identity}: Mit „{role}“ auf {scope} kann sie Rollen vergeben oder sich selbst jedes Recht verschaffen. Nehmen Sie ihr diese Rolle; was sie braucht, schreibt `policy deploy`.',
    'reads-passwords':
      '{identity}: Mit „{role}“ auf {scope} kann sie die Kennwörter des Admin-Benutzers lesen (listCredentials). Geben Sie ihr stattdessen die Rolle, die `policy deploy` schreibt.',
    beyond:
      '{identity}: „{role}“ auf {scope} erlaubt ihr, was sie nicht braucht: {what}. Geben Sie ihr stattdessen die Rolle, die `policy deploy` schreibt.',
    unconditioned:
      '{identity}: Sie hat „{role}“ auf {scope} ohne Bedingung und könnte jedem jede Rolle geben, auch Owner. Weisen Sie die Rolle neu zu, mit der Bedingung, die `policy deploy` schreibt.',
    'condition-too-wide':
      '{identity}: Die Bedingung von „{role}“ auf {scope} erlaubt ihr, Rollen zu vergeben, die nie angefragt werden dürfen, oder Rollen an Gruppen, oder acr-help kann sie nicht lesen. Ersetzen Sie sie durch die, die `policy deploy` schreibt.',
    'removes-any':
      '{identity}: Die Bedingung von „{role}“ auf {scope} erlaubt ihr, Rollen zu entziehen, die sie nie vergibt. Ersetzen Sie sie durch die, die `policy deploy` schreibt.',
    graph:
      '{identity}: Ihre Berechtigungen in Microsoft Graph gehen über das hinaus, was sie braucht: {what}. Entziehen Sie ihr diese.',
    'beyond-policy':
      '{identity}: Die Bedingung von „{role}“ auf {scope} erlaubt mehr, als die Richtlinie anbietet: {what}. Ersetzen Sie sie durch die, die `policy deploy` jetzt schreibt.',
    'cannot-grant':
      '{identity}: Auf {scope} kann sie nicht vergeben, was die Richtlinie anbietet: {what}. Weisen Sie ihr ihre Rolle mit der Bedingung zu, die `policy deploy` jetzt schreibt.',
  },
  notReady:
    'acr-help ist nicht bereit: Eine Identität darf mehr, als sie soll. Niemand wird bedient und nichts vergeben, bis das behoben ist; jede Minute wird erneut nachgesehen.',
  notAsked:
    '{identity}: Was sie darf, ließ sich nicht feststellen ({why}). Bis das bekannt ist, wird mit ihr nichts vergeben; jede Minute wird erneut gefragt.',
  why: {
    denied: 'ihr fehlt das Recht {what}',
    'not-found': 'keine Registrierung der Richtlinie ist zu sehen',
    'signed-out': 'ihre Anmeldung ist fehlgeschlagen: {what}',
    throttled: 'Azure nimmt zurzeit keine weiteren Anfragen an',
    'circuit-open': 'Azure hat seit einer Weile nicht geantwortet und wird gerade nicht gefragt',
    busy: 'hier warten zu viele Anfragen',
    unavailable: 'Azure antwortet nicht',
  },
};
