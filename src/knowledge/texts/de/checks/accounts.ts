import type { CheckTexts } from '../../types.js';

/** Konten, Geheimnisse und Token. */
export const accountChecks = {
  'entra-session': {
    label: 'Anmeldung bei Azure',
    question:
      'Melden Sie sich noch einmal an, erst bei der Azure CLI, dann bei der Registrierung. Ein Token gilt nur 3 Stunden. Was geschieht?',
    verdicts: {
      'works-now': 'Jetzt geht es',
      'still-refused': 'Azure nimmt mich an, aber die Registrierung lehnt weiter ab',
      'entra-error': 'Azure selbst zeigt einen Fehler, meist einen Code mit `AADSTS`',
    },
  },
  'arm-audience': {
    label: 'Art von Token, die die Registrierung annimmt',
    question: 'Führen Sie dies aus. Was steht bei `status`?',
    verdicts: { accepted: '`enabled`', refused: '`disabled`' },
  },
  'sp-application': {
    label: 'Anwendung des Dienstprinzipals',
    question:
      'Melden Sie sich beim Verzeichnis (Mandanten) der Registrierung an, und führen Sie dies aus. Wird der Name der Anwendung ausgegeben?',
    verdicts: {
      found: 'Ja',
      'not-found': 'Nein, es gibt sie nicht',
      'other-tenant': 'Es gibt sie, aber nur in einem anderen Verzeichnis',
    },
  },
  'sp-secret-expiry': {
    label: 'Ablauf der geheimen Clientschlüssel',
    question:
      'Führen Sie dies aus. Es gibt aus, bis wann jedes Geheimnis gilt. Im Portal steht dasselbe unter **Zertifikate & Geheimnisse** in der Spalte **Gültig bis**. Liegt mindestens ein Datum in der Zukunft?',
    verdicts: { current: 'Ja', expired: 'Nein, alle sind abgelaufen, oder es gibt keines' },
  },
  'sp-sign-in': {
    label: 'Anmeldung mit dem geheimen Clientschlüssel',
    question:
      'Führen Sie dies aus. Es fragt nach dem geheimen Clientschlüssel und zeigt ihn nicht an; ich sehe ihn nie. Achten Sie darauf, dass es der Wert des Geheimnisses ist, den Sie beim Erstellen gespeichert haben. Wird ein Konto ausgegeben?',
    verdicts: { works: 'Ja, die Anmeldung klappt', fails: 'Nein, es erscheint ein Fehler' },
  },
  'admin-user': {
    label: 'Administratorbenutzer der Registrierung',
    question:
      'Führen Sie dies aus, oder sehen Sie im Azure-Portal unter **Einstellungen > Zugriffsschlüssel** nach. Ist der Administratorbenutzer eingeschaltet?',
    verdicts: { enabled: 'Ja (`true`)', disabled: 'Nein (`false`)' },
  },
  'admin-password': {
    label: 'Kennwort des Administratorbenutzers',
    question:
      'Vergleichen Sie Ihr Kennwort mit den beiden Kennwörtern unter **Einstellungen > Zugriffsschlüssel**, und melden Sie sich mit einem davon an. Möglicherweise wurde Ihr altes Kennwort neu generiert. Ist Ihres eines der beiden?',
    verdicts: { matches: 'Ja', differs: 'Nein, oder das verwendete funktioniert nicht' },
  },
  'token-status': {
    label: 'Zustand des Repositorytokens',
    question:
      'Führen Sie dies aus, oder sehen Sie unter **Repositoryberechtigungen > Token** nach. Ist das Token aktiviert?',
    verdicts: { enabled: 'Ja', disabled: 'Nein, es ist deaktiviert, oder es gibt es nicht' },
  },
  'token-password': {
    label: 'Ablauf der Tokenkennwörter',
    question:
      'Führen Sie dies aus, oder sehen Sie sich unter **Repositoryberechtigungen > Token > (Token)** das Ablaufdatum an. Kein Datum heißt, dass das Kennwort nicht abläuft. Ist Ihr Kennwort noch gültig?',
    verdicts: {
      current: 'Ja, oder es hat kein Datum',
      expired: 'Nein, es ist abgelaufen, oder es gibt kein Kennwort',
    },
  },
  'token-sign-in': {
    label: 'Anmeldung mit dem Tokenkennwort',
    question:
      'Führen Sie dies aus. Es fragt nach dem Kennwort des Tokens und zeigt es nicht an. Erscheint `Login Succeeded`?',
    verdicts: { works: 'Ja', fails: 'Nein' },
  },
  'anonymous-pull': {
    label: 'Anonymer Pullzugriff',
    question: 'Führen Sie dies aus. Erlaubt die Registrierung anonymen Pullzugriff?',
    verdicts: { on: 'Ja (`true`)', off: 'Nein (`false`)' },
  },
  'pull-secret': {
    label: 'Pullgeheimnis des Pods',
    question:
      'Führen Sie dies aus. Das Geheimnis muss im Namespace des Pods liegen und den vollständigen Anmeldeserver nennen, und Benutzername und Kennwort darin müssen funktionieren. Ist das so?',
    verdicts: { good: 'Ja', bad: 'Nein, etwas fehlt oder ist falsch' },
  },
  'managed-identity': {
    label: 'Verwaltete Identität der Ressource',
    question:
      'Führen Sie dies aus, oder öffnen Sie im Azure-Portal die Ressource und dann **Identität**. Welche Identität hat sie?',
    verdicts: {
      assigned: 'Die, mit der sie pullen soll',
      missing: 'Keine',
      'wrong-one': 'Eine andere, oder mehrere und keine ist gewählt',
    },
  },
  'federated-credential': {
    label: 'Verbundanmeldeinformationen',
    question:
      'Führen Sie dies aus, und vergleichen Sie mit der Fehlermeldung. Sind Aussteller (issuer), Subjekt (subject) und Zielgruppe (audience) genau gleich, auch in der Groß- und Kleinschreibung?',
    verdicts: { matches: 'Ja, alle drei', differs: 'Nein' },
  },
} as const satisfies Partial<CheckTexts>;
