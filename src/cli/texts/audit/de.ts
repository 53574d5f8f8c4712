import type { AuditTexts } from './types.js';

export const de: AuditTexts = {
  commands: {
    verify: 'Sagt, ob das Protokoll der Anfragen lückenlos ist, und nennt die erste fehlerhafte Zeile.',
    export: 'Gibt das Protokoll der Anfragen für Prüfer aus: je Zeile ein JSON-Objekt.',
  },
  options: {
    store: 'Speicher, wie STORE ihn nennt; ohne Angabe der aus der Variablen STORE.',
    anchor:
      'Was ein früherer Lauf Ihnen zum Aufheben genannt hat, ZEILE:HASH: zeigt, ob Zeilen abgeschnitten oder neu erzeugt wurden.',
    after: 'Nur Zeilen nach dieser Nummer.',
  },
  bad: {
    anchor:
      '„{value}“ ist kein Anker: eine Zeilennummer, ein Doppelpunkt und 64 Hexadezimalziffern sind nötig.',
    after: '„{value}“ ist keine Zeilennummer.',
    store:
      'Es gibt keinen Speicher „{value}“. STORE oder --store sagt, wo er liegt; der erste Start von `serve` legt ihn an.',
  },
  unavailable: 'Der Speicher kann nicht gelesen werden: {what}',
  empty: 'Das Protokoll hat noch keine Zeilen.',
  whole: 'Das Protokoll ist lückenlos: {count} Zeilen, die letzte ist {seq}.',
  keep: 'Heben Sie das an einem anderen Ort auf und geben Sie es beim nächsten Mal mit --anchor an: {anchor}',
  broken: 'Das Protokoll ist ab Zeile {seq} fehlerhaft: {why}',
  flaws: {
    missing: 'Sie fehlt.',
    order: 'Sie steht an der falschen Stelle.',
    previous: 'Sie schließt nicht an die Zeile davor an.',
    hash: 'Ihr Inhalt wurde verändert.',
    body: 'Ihr Zeitpunkt oder ihr Ereignis wurde verändert.',
  },
  anchors: {
    'cut-off':
      'Das Protokoll ist fehlerhaft: Am Ende wurden Zeilen abgeschnitten; Zeile {seq} war vorhanden.',
    other: 'Das Protokoll ist fehlerhaft: Zeile {seq} ist eine andere als früher.',
    'too-old':
      'Zeile {seq} wurde wegen ihres Alters gelöscht und kann nicht verglichen werden. Nehmen Sie einen neueren Anker.',
  },
};
