import type { CheckTexts } from '../../types.js';

/** Der Computer, die Namen, die Integritätsprüfung. */
export const setupChecks = {
  'docker-daemon': {
    label: 'Docker-Client und Docker-Daemon',
    question:
      'Führen Sie `docker version` auf dem Computer aus, auf dem es fehlschlägt. Die meisten Arten der Anmeldung brauchen einen lokalen Docker-Client und -Daemon. Zeigt der Befehl einen Abschnitt Client und einen Abschnitt Server?',
    verdicts: {
      available: 'Ja, beide Abschnitte sind da',
      down: 'Nein: Der Befehl fehlt, oder er erreicht den Daemon nicht',
    },
  },
  'docker-version': {
    label: 'Docker-Version',
    question: 'Sehen Sie sich im Abschnitt Client die Zeile `Version` an. Steht dort 18.03 oder höher?',
    verdicts: { current: 'Ja, 18.03 oder höher', outdated: 'Nein, die Version ist älter' },
  },
  'name-form': {
    label: 'Form des Registrierungsnamens',
    question:
      'Sehen Sie sich den Namen so an, wie Sie ihn eingegeben haben. Bei `docker login` muss es der vollständige Anmeldeserver in Kleinbuchstaben sein, zum Beispiel `myregistry.azurecr.io`. Bei `az acr login` muss es der Ressourcenname ohne Suffix sein, zum Beispiel `myregistry`. Ist das so?',
    verdicts: { 'well-formed': 'Ja', malformed: 'Nein, er sieht anders aus' },
  },
  'registry-lookup': {
    label: 'Registrierung in Azure und im DNS',
    question:
      'Melden Sie sich zuerst mit `az login` an, und führen Sie dann dies aus. Die ersten Zeilen zeigen die Registrierung, der Rest zeigt, ob es den Namen gibt. Was kommt dabei heraus?',
    verdicts: {
      here: 'Die Registrierung wird angezeigt',
      elsewhere: 'Die Registrierung wird nicht gefunden, aber der Name führt zu einer Adresse',
      absent: 'Die Registrierung wird nicht gefunden, und den Namen gibt es nicht',
      'no-permission': 'Es kommt `AuthorizationFailed`',
    },
  },
  'image-exists': {
    label: 'Image und Tag in der Registrierung',
    question: 'Führen Sie dies aus. Steht das gewünschte Tag in der Liste?',
    verdicts: {
      exists: 'Ja, das Tag ist da',
      missing: 'Nein, oder das Repository wird nicht gefunden',
    },
  },
  'image-platform': {
    label: 'Image für diese Plattform',
    question:
      'Führen Sie dies aus. Steht die Plattform des Rechners, auf dem es fehlschlägt, in der Liste, zum Beispiel `linux/arm64`? Ein Image ohne eine solche Liste ist nur für eine Plattform.',
    verdicts: {
      offered: 'Ja, die Plattform ist da',
      missing: 'Nein, nur andere',
    },
  },
  provider: {
    label: 'Ressourcenanbieter im Abonnement',
    question: 'Führen Sie dies aus. Wird `Registered` ausgegeben?',
    verdicts: {
      registered: 'Ja',
      'not-registered': 'Nein, etwas anderes',
    },
  },
  'image-reference': {
    label: 'Name des Images',
    question:
      'Sehen Sie sich den Namen des Images in Ihrem Befehl oder Ihrer Datei an. Beginnt er mit dem Anmeldeserver Ihrer Registrierung, zum Beispiel `myregistry.azurecr.io/`?',
    verdicts: { qualified: 'Ja', unqualified: 'Nein' },
  },
  'stored-credentials': {
    label: 'Gespeicherte Anmeldeinformationen',
    question:
      'Führen Sie dies auf dem Computer aus, auf dem es fehlschlägt. Es gibt nur Namen aus, keine Kennwörter. Erscheint der Anmeldeserver oder `credsStore`?',
    verdicts: {
      stored: 'Ja, der Anmeldeserver ist da',
      none: 'Nein, zu diesem Server erscheint nichts',
    },
  },
  'health-check': {
    label: 'Integritätsprüfung',
    question:
      'Führen Sie die Integritätsprüfung auf dem Computer aus, auf dem es fehlschlägt. Sie findet Probleme mit Docker, mit dem Netzwerk und mit der Anmeldung. Die Fehlerreferenz unter `https://aka.ms/acr/errors` erklärt jeden Code. Welche Zeile ist die erste, in der nicht `OK` steht? Auf Zeilen über Helm oder Notary kommt es nicht an.',
    verdicts: {
      docker: 'Ein Code, der mit `DOCKER_` beginnt',
      'cloud-shell': 'Es heißt, dass Cloud Shell diese Prüfung nicht unterstützt',
      dns: '`CONNECTIVITY_DNS_ERROR`',
      forbidden: '`CONNECTIVITY_FORBIDDEN_ERROR`',
      challenge: '`CONNECTIVITY_CHALLENGE_ERROR`',
      'refused-401': '`CONNECTIVITY_…_TOKEN_ERROR` mit Antwortcode 401',
      'refused-403': '`CONNECTIVITY_…_TOKEN_ERROR` mit Antwortcode 403',
      throttled: 'Zu viele Anforderungen, oder die Zahl 429',
      tls: '`CONNECTIVITY_SSL_ERROR`',
      'login-server': '`LOGIN_SERVER_ERROR`',
      'encryption-key': '`CMK_ERROR`',
      'helm-notary-only': 'Nur Zeilen über Helm oder Notary',
      'all-ok': 'In allen Zeilen steht `OK`',
    },
  },
  'service-state': {
    label: 'Zustand des Azure-Diensts',
    question:
      'Führen Sie dies nach ein paar Minuten noch einmal aus, und sehen Sie unter `azure.status.microsoft` nach. Erscheint immer noch eine Zahl ab 500, oder ist für Ihre Region ein Ausfall gemeldet?',
    verdicts: { healthy: 'Nein: Es erscheint `401`, und kein Ausfall ist gemeldet', outage: 'Ja' },
  },
} as const satisfies Partial<CheckTexts>;
