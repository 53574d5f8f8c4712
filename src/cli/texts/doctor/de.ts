import { machine } from './de-machine.js';
import { services } from './de-services.js';
import type { DoctorTexts } from './types.js';

export const de: DoctorTexts = {
  command:
    'Untersucht Konfiguration, Anmeldungen, Rechte, Speicher, Uhr und Netz, bevor sich jemand darauf verlässt.',
  options: {
    json: 'Ein JSON-Objekt statt Sätzen.',
    world: 'Datei einer simulierten Situation anstelle des echten Azure.',
  },
  sections: {
    configuration: 'Konfiguration',
    policy: 'Richtlinie',
    store: 'Speicher',
    teams: 'Teams',
    slack: 'Slack',
    azure: 'Azure: Anmeldungen',
    permissions: 'Azure: Rechte',
    link: 'Anmeldung von Personen',
    clock: 'Uhr',
    egress: 'Wege nach außen',
  },
  states: {
    failed: 'Fehler',
    unknown: 'unbekannt',
    warning: 'Warnung',
    ok: 'in Ordnung',
    skipped: 'ausgelassen',
  },
  summary:
    'Fehler: {failed}; nicht zu erfragen: {unknown}; Warnungen: {warning}; in Ordnung: {ok}; ausgelassen: {skipped}.',
  hosts: 'Diese Hosts müssen auf Port 443 erreichbar sein:',
  comma: ', ',
  sameCommand: '(die Befehle, die oben stehen)',
  shells: { bash: 'Bash:', powershell: 'PowerShell:' },
  identities: {
    reader: 'Die lesende Identität (AZURE_…)',
    grantor: 'Die Identität, die Rollen vergibt (GRANTOR_…)',
    rotator: 'Die Identität, die Geheimnisse erneuert (ROTATOR_…)',
  },
  kinds: {
    'managed-identity': 'verwaltete Identität',
    'workload-identity': 'Workload-Identität',
    'client-secret': 'geheimer Clientschlüssel',
    'azure-cli': 'Azure CLI',
  },
  features: {
    'live-checks': 'Live-Prüfungen',
    'data-checks': 'Prüfungen von Images',
    'role-requests': 'Rollenanfragen',
    'admin-password': 'neue Admin-Kennwörter',
    'repository-token-password': 'neue Kennwörter von Token',
    'client-secret': 'neue geheime Clientschlüssel',
    'vault-delivery': 'Ablage in Key Vault',
    'self-check': 'die Prüfung beim Start',
  },
  purposes: {
    'sign-in': 'Anmeldung',
    azure: 'Azure',
    registry: 'Registrierung',
    vault: 'Key Vault',
    teams: 'Teams',
    slack: 'Slack',
  },
  reasons: {
    denied: 'das Recht {what} fehlt',
    'not-found': 'das gibt es nicht, oder es ist nicht zu sehen',
    'signed-out': 'die Anmeldung ist fehlgeschlagen: {what}',
    throttled: 'zurzeit werden keine weiteren Anfragen angenommen',
    dns: 'der Name ließ sich nicht auflösen',
    connect: 'es kam keine Verbindung zustande',
    tls: 'dem Zertifikat wird nicht vertraut, oder TLS ist gescheitert',
    timeout: 'es kam rechtzeitig keine Antwort',
    'server-error': 'der Dienst hat einen eigenen Fehler gemeldet',
    protocol: 'die Antwort war nicht so, wie sie sein soll',
    guard: 'acr-help verbindet sich nicht mit dieser Adresse',
    'no-answer': 'es kam keine Antwort',
    unexpected: 'die Antwort sagt nichts darüber',
  },
  looks: {
    'slack-bot': 'Er sieht nach einem Bot-Token aus.',
    'slack-user': 'Er sieht nach dem Token eines Benutzers aus.',
    'slack-app': 'Er sieht nach einem Token auf App-Ebene aus.',
    'slack-rotating':
      'Er sieht nach einem rotierenden Token aus; das wird nicht unterstützt: Schalten Sie die Token-Rotation ab.',
    other: '',
  },
  tcp: {
    refused: 'die Verbindung wurde abgewiesen',
    timeout: 'niemand hat rechtzeitig geantwortet',
    unreachable: 'es führt kein Weg dorthin',
  },
  tls: {
    untrusted: 'seinem Aussteller wird nicht vertraut',
    'wrong-name': 'es gilt für einen anderen Namen',
    expired: 'es ist abgelaufen',
    'not-yet-valid': 'es gilt noch nicht',
    failed: 'der Handshake ist gescheitert',
    timeout: 'der Handshake blieb ohne Antwort',
  },
  dns: {
    timeout: 'keine Antwort in der vorgesehenen Zeit',
    refused: 'der DNS-Server hat abgelehnt',
    'server-failure': 'der DNS-Server hat einen Fehler gemeldet',
  },
  findings: { ...machine, ...services },
};
