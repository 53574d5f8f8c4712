import type { FoundTexts } from '../types.js';

/** Was Prüfungen gesehen haben, hinter dem Namen der Prüfung. */
export const found: FoundTexts = {
  'docker-daemon': { available: 'Der Daemon antwortet', down: 'Der Daemon antwortet nicht' },
  'docker-version': { current: 'Neu genug', outdated: 'Zu alt' },
  'stored-credentials': {
    stored: 'Für diese Registrierung sind welche gespeichert',
    none: 'Für diese Registrierung sind keine gespeichert',
  },
  'registry-lookup': {
    here: 'In Azure gefunden',
    elsewhere: 'Vorhanden, aber nicht im durchsuchten Abonnement',
    absent: 'Gibt es nicht: DNS kennt den Namen nicht',
    'no-permission': 'Vorhanden, aber keine Rolle zeigt sie der Identität',
  },
  'image-exists': {
    exists: 'In der Registrierung gefunden',
    missing: 'Nicht in der Registrierung gefunden',
  },
  'image-platform': {
    offered: 'Hat eine Variante für diese Plattform',
    missing: 'Hat keine Variante für diese Plattform',
  },
  'entra-session': {
    'works-now': 'Angemeldet, und die Registrierung nimmt es an',
    'still-refused': 'Bei Azure angemeldet, aber die Registrierung lehnt ab',
    'entra-error': 'Azure gibt für diese Anmeldung kein Token aus',
  },
  'arm-audience': {
    accepted: 'Nimmt Token für Azure Resource Manager an',
    refused: 'Lehnt Token für Azure Resource Manager ab',
  },
  'sp-application': {
    found: 'Im Verzeichnis der Registrierung gefunden',
    'not-found': 'Nicht im Verzeichnis der Registrierung, oder deaktiviert',
    'other-tenant': 'Gefunden, aber nur in einem anderen Verzeichnis',
  },
  'sp-secret-expiry': {
    current: 'Mindestens ein geheimer Clientschlüssel gilt noch',
    expired: 'Kein geheimer Clientschlüssel ist gültig',
  },
  'admin-user': { enabled: 'Eingeschaltet', disabled: 'Ausgeschaltet' },
  'token-status': { enabled: 'Aktiviert', disabled: 'Deaktiviert' },
  'token-password': { current: 'Mindestens ein Kennwort gilt noch', expired: 'Kein Kennwort ist gültig' },
  'scope-map': {
    covers: 'Erlaubt diese Aktion in diesem Repository',
    lacks: 'Erlaubt diese Aktion in diesem Repository nicht',
  },
  provider: { registered: 'Registriert', 'not-registered': 'Nicht registriert' },
  'management-rights': {
    assigns: 'Umfassen das Zuweisen von Rollen',
    'cannot-assign': 'Umfassen nicht das Zuweisen von Rollen',
    'no-access': 'Weder zum Ansehen noch zum Verwalten',
  },
  account: {
    member: 'Mitglied des Verzeichnisses',
    guest: 'Gast im Verzeichnis',
    disabled: 'Deaktiviert',
  },
  'anonymous-pull': { on: 'Erlaubt', off: 'Nicht erlaubt' },
  'permission-mode': {
    legacy: '`RBAC-Registrierungsberechtigungen`',
    abac: '`RBAC-Registrierung + ABAC-Repositoryberechtigungen`',
  },
  'roles-legacy': {
    covers: 'Hat eine Rolle, die die Aktion erlaubt',
    'too-weak': 'Hat eine Rolle, aber nur für weniger',
    'repository-roles-only': 'Hat nur Rollen, die in dieser Registrierung nicht zählen',
    'eligible-only': 'Ist für die Rolle berechtigt, sie ist nicht aktiviert (PIM)',
    'granted-recently': 'Hat die richtige Rolle, seit weniger als 10 Minuten',
    none: 'Hat keine Rolle, die Zugriff auf Images gibt',
  },
  'roles-abac': {
    covers: 'Hat eine Repositoryrolle, die die Aktion erlaubt',
    'too-weak': 'Hat eine Repositoryrolle, aber nur für weniger',
    'images-only': 'Hat eine Rolle für Images, keine zum Auflisten',
    'condition-excludes': 'Hat eine Rolle, deren Bedingung das Repository auslässt',
    'legacy-roles-only': 'Hat nur Rollen, die in dieser Registrierung nicht zählen',
    'eligible-only': 'Ist für die Rolle berechtigt, sie ist nicht aktiviert (PIM)',
    'granted-recently': 'Hat die richtige Rolle, seit weniger als 10 Minuten',
    none: 'Hat keine Rolle, die Zugriff auf Images gibt',
  },
  challenge: {
    challenged: 'Erreichbar, verlangt eine Anmeldung',
    forbidden: 'Lehnt das Netzwerk ab (403)',
    'no-answer': 'Keine Antwort',
  },
  dns: {
    'public-address': 'Führt zu einer öffentlichen Adresse',
    'private-address': 'Führt zu einer privaten Adresse',
    'not-found': 'DNS kennt den Namen nicht',
    'server-error': 'Der Namensserver antwortet nicht oder meldet einen Fehler',
  },
  'private-endpoint': { approved: 'Genehmigt', none: 'Kein genehmigter vorhanden' },
  connection: {
    connects: 'Verbindung steht, es kommt eine Antwort',
    'refused-or-timeout': 'Abgelehnt, oder keine Antwort in angemessener Zeit',
    'tls-error': 'Die verschlüsselte Verbindung (TLS) schlägt fehl',
  },
  'network-rules': {
    'public-access-off': 'Der öffentliche Zugriff ist deaktiviert',
    'ip-not-listed': 'Nur ausgewählte Netzwerke, diese Adresse gehört nicht dazu',
    'proxy-in-between': 'Adresse zugelassen, aber Proxy oder VPN liegt dazwischen',
    allowed: 'Lassen diesen Zugriff zu',
  },
  'data-endpoint': { blocked: 'Nicht erreichbar', reachable: 'Erreichbar' },
  'kubelet-role': {
    'role-present': 'Hat eine Rolle, die Pullen erlaubt',
    'role-missing': 'Hat keine Rolle, die Pullen erlaubt',
    'service-principal': 'Der Cluster verwendet einen Dienstprinzipal',
    'other-tenant': 'Cluster und Registrierung: verschiedene Verzeichnisse',
  },
  'managed-identity': {
    assigned: 'Der Ressource zugewiesen',
    missing: 'Nicht gefunden',
    'wrong-one': 'Eine andere, oder mehrere und keine ist gewählt',
  },
  'federated-credential': {
    matches: 'Passen genau zu Aussteller und Subjekt',
    differs: 'Keine davon passen genau zu Aussteller und Subjekt',
  },
  'content-state': {
    free: 'Nicht gesperrt, und es ist Platz',
    locked: 'Für diese Aktion gesperrt',
    'storage-full': 'Die Speichergrenze ist erreicht',
  },
  'service-state': { healthy: 'Der Dienst antwortet', outage: 'Antwortet mit einem Serverfehler' },
};
