import type { CheckTexts } from '../../types.js';

/** Der Weg zur Registrierung. */
export const networkChecks = {
  challenge: {
    label: 'Antwort der Registrierung',
    question:
      'Führen Sie dies auf dem Computer aus, auf dem es fehlschlägt. Firewalls und Netzwerkeinstellungen können Fehler auslösen, die wie ein falsches Kennwort aussehen; es lohnt sich, das zuerst auszuschließen. Welche Zahl erscheint?',
    verdicts: {
      challenged: '`401`: Die Registrierung ist erreichbar und verlangt eine Anmeldung',
      forbidden: '`403`: Das Netzwerk wird abgelehnt',
      'no-answer': '`000`, ein Timeout oder ein anderer Fehler',
    },
  },
  dns: {
    label: 'Adresse der Registrierung',
    question:
      'Führen Sie dies auf dem Computer aus, auf dem es fehlschlägt. Private Adressen beginnen mit `10.`, `192.168.` oder `172.16.` bis `172.31.`. Was erscheint?',
    verdicts: {
      'public-address': 'Eine öffentliche Adresse',
      'private-address': 'Eine private Adresse',
      'not-found': 'Den Namen gibt es nicht (`NXDOMAIN`, „can’t find“)',
      'server-error': 'Der Namensserver antwortet nicht oder meldet einen Fehler',
    },
  },
  'private-endpoint': {
    label: 'Privater Endpunkt der Registrierung',
    question: 'Führen Sie dies aus. Erscheint `Approved`?',
    verdicts: { approved: 'Ja', none: 'Nein, es erscheint nichts, oder keiner ist genehmigt' },
  },
  connection: {
    label: 'Verbindung zur Registrierung',
    question: 'Führen Sie dies auf dem Computer aus, auf dem es fehlschlägt. Wie weit kommt es?',
    verdicts: {
      connects: 'Verbindung steht, es kommt eine Antwort wie `HTTP/1.1 401`',
      'refused-or-timeout': 'Abgelehnt, Timeout, oder an einem Proxy ist Schluss',
      'tls-error': 'Abbruch mit einer Meldung über ein Zertifikat oder SSL',
    },
  },
  'network-rules': {
    label: 'Netzwerkregeln der Registrierung',
    question:
      'Führen Sie dies aus, oder sehen Sie im Azure-Portal unter **Einstellungen > Netzwerk > Öffentlicher Zugriff** nach. Vergleichen Sie die zugelassenen Adressen mit der IP-Adresse in der Fehlermeldung. Was ist eingestellt?',
    verdicts: {
      'public-access-off': 'Der öffentliche Zugriff ist deaktiviert',
      'ip-not-listed': 'Nur ausgewählte Netzwerke, und die Adresse steht nicht in der Liste',
      'proxy-in-between': 'Die Adresse steht in der Liste, aber Proxy oder VPN liegt dazwischen',
      allowed: 'Alle Netzwerke sind zugelassen, oder die Adresse steht in der Liste',
    },
  },
  'data-endpoint': {
    label: 'Datenendpunkt der Registrierung',
    question:
      'Führen Sie dies auf dem Computer aus, auf dem es fehlschlägt, mit einem Datenendpunkt aus der ersten Ausgabe. Erscheint eine andere Zahl als `000`?',
    verdicts: { blocked: 'Nein, es erscheint `000` oder ein Timeout', reachable: 'Ja' },
  },
} as const satisfies Partial<CheckTexts>;
