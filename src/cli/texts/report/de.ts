import type { ReportTexts } from './types.js';

export const de: ReportTexts = {
  command:
    'Zeigt, womit Menschen sich plagen: Ursachen im Zeitverlauf, Dauer, Anteil der selbst gelösten Fälle.',
  options: {
    since: 'Wie weit zurück: Tage oder Wochen, 30d (Vorgabe) oder 12w; höchstens 400 Tage.',
    until: 'Letzter Tag, etwa 2026-03-31 (UTC); ohne Angabe heute.',
    by: 'Zählt nach day, week oder month; ohne Angabe nach Wochen.',
    json: 'Ein JSON-Objekt statt einer Seite.',
    exact: 'Auch kleine Zahlen. In einem kleinen Team können sie zeigen, wer es war.',
    words: 'Auch, was zu 👎 geschrieben wurde. Darin kann jemand genannt sein.',
  },
  bad: {
    since:
      '„{value}“ ist keine solche Zeit: Tage oder Wochen sind nötig, etwa 30d oder 12w, höchstens 400 Tage.',
    until: '„{value}“ ist kein Tag: Nötig ist einer wie 2026-03-31.',
    by: '„{value}“ ist weder day noch week noch month.',
  },
  title: 'Womit Menschen sich plagten, {from} bis {to} (UTC)',
  empty: 'In dieser Zeit gab es keinen Fall.',
  headings: {
    cases: { day: 'Fälle je Tag', week: 'Fälle je Woche, ab Montag', month: 'Fälle je Monat' },
    endings: 'Wie sie ausgingen',
    took: 'Zeit bis zur Lösung',
    causes: 'Ursachen',
    platforms: 'Wo gefragt wurde',
    languages: 'In welcher Sprache',
    feedback: 'Was vom Ergebnis gehalten wurde',
    words: 'Was zu 👎 geschrieben wurde',
  },
  total: 'alle',
  endings: {
    alone: 'selbst gelöst',
    'with-request': 'gelöst mit einer angefragten Rolle oder einem neuen Geheimnis',
    'with-people': 'gelöst nach Übergabe',
    resolved: 'gelöst, wie, wurde noch nicht gezählt',
    requested: 'Rolle oder Geheimnis angefragt, nicht gelöst',
    'handed-over': 'übergeben, nicht gelöst',
    'under-way': 'seit heute oder gestern, noch offen',
    left: 'ohne ein Wort offen geblieben',
  },
  selfSolved: 'Von den gelösten Fällen kamen {percent} % ohne fremde Hilfe aus.',
  took: {
    '5m': 'unter 5 Minuten',
    '30m': 'unter 30 Minuten',
    '2h': 'unter 2 Stunden',
    '1d': 'unter einem Tag',
    longer: 'länger',
    unknown: 'nicht gemessen',
  },
  noCause: 'Keine Ursache gefunden, oder noch keine',
  ofCause: 'selbst gelöst {alone}, mit Hilfe gelöst {helped}, offen {open}',
  over: {
    day: 'Tag für Tag: {counts}',
    week: 'Woche für Woche: {counts}',
    month: 'Monat für Monat: {counts}',
  },
  more: 'Ursachen mit weniger Fällen: {count}. --json enthält alle.',
  votes: { helped: '👍 hat geholfen', unhelpful: '👎 hat nicht geholfen' },
  noWords: 'Niemand hat etwas geschrieben.',
  caution:
    'Das sind die eigenen Worte der Menschen. Geheimnisse sind daraus entfernt; bei Namen geht das nicht.',
  few: 'Zahlen unter {fewest} werden nicht genannt (–), auch keine, die eine solche verriete. --exact nennt alle.',
};
