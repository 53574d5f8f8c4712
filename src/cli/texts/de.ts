import { de as audit } from './audit/de.js';
import { de as doctor } from './doctor/de.js';
import { de as identities } from './identities/de.js';
import { de as migrate } from './migrate/de.js';
import { de as policy } from './policy/de.js';
import { de as probe } from './probe/de.js';
import { de as references } from './references/de.js';
import { de as report } from './report/de.js';
import type { CliTexts } from './types.js';

/** Die Befehlszeile auf Deutsch. */
export const de: CliTexts = {
  about: 'Liest Fehler zu Azure Container Registry, findet die Ursache und zeigt die Lösung.',
  titles: {
    usage: 'Aufruf:',
    commands: 'Befehle:',
    arguments: 'Argumente:',
    options: 'Optionen:',
    examples: 'Beispiele:',
    exitCodes: 'Exitcodes:',
  },
  usage: { command: '<Befehl>', options: '[Optionen]' },
  commands: {
    diagnose: 'Liest einen Fehler und antwortet.',
    chat: 'Führt ein Gespräch, mit einem Menschen oder (--json) mit einem Programm.',
    serve: 'Bedient Menschen in Teams und Slack, wie es die Umgebung vorgibt.',
    sandbox: 'Stellt eine simulierte Situation anderen Programmen bereit: curl, docker, az.',
    policy: 'Probiert und prüft die Datei, die sagt, wer was anfragen darf.',
    audit: 'Prüft das Protokoll der Anfragen und gibt es für Prüfer aus.',
    demo: 'Ohne Konfiguration: am Terminal ein Gespräch, sonst eine Antwort auf die Standardeingabe.',
  },
  file: 'Datei mit dem Fehler; die Standardeingabe, wenn sie fehlt oder „-“ ist.',
  options: {
    lang: 'Sprache: en, de oder zh-Hans. Ohne sie entscheidet das Gebietsschema.',
    json: 'Ein JSON-Objekt statt Sätzen.',
    jsonl: 'Für jede Zeile {"id","text"} eine Zeile JSON, in derselben Reihenfolge.',
    chatPolicy:
      'Mit --world und --json: die Richtlinie, nach der man Rollen und Geheimnisse anfragt und genehmigt.',
    chatJson: 'Für Programme: je Zeile ein JSON-Objekt, hinein und heraus.',
    registry: 'Name der Registrierung oder Anmeldeserver, damit niemand danach gefragt wird.',
    world: 'Datei einer simulierten Situation.',
    serveWorld: 'Datei einer simulierten Situation anstelle des echten Azure.',
    side: 'Aus wessen Netz man sie sieht: person (Standard) oder bot.',
    port: 'Port des Proxys; ohne Angabe ein freier.',
    ca: 'Datei für das Zertifikat, dem die Programme vertrauen müssen; ohne Angabe eine temporäre.',
    distribution:
      'CNCF distribution (docker-registry) bewahrt die Images auf: Was gepusht wird, ist dann wirklich da.',
    help: 'Zeigt diese Hilfe.',
    version: 'Zeigt die Version.',
  },
  examples: {
    pipe: 'Was ein Befehl ausgibt, wenn er fehlschlägt:',
    file: 'Eine Protokolldatei, auf Deutsch beantwortet:',
    chat: 'Ein Gespräch über eine Registrierung:',
    program: 'Viele Fehler auf einmal, für ein Programm:',
  },
  exitCodes: {
    found: 'eine Ursache wurde gefunden',
    allowed: 'die Richtlinie ist in Ordnung oder erlaubt es',
    whole: 'das Protokoll der Anfragen ist lückenlos',
    reached: 'die Registrierung hat der Sonde geantwortet',
    healthy: '`doctor` fand alles in Ordnung, oder nichts Schlimmeres als eine Warnung',
    unknownCause: 'es geht um Azure Container Registry, aber die Ursache ist nicht bekannt',
    refused: 'die Richtlinie lehnt es ab',
    broken: 'das Protokoll der Anfragen ist fehlerhaft',
    notReached: 'die Registrierung hat der Sonde nicht geantwortet oder diese Adresse abgewiesen',
    unhealthy: '`doctor` fand etwas, womit der Bot oder ein Teil von ihm nicht arbeitet',
    notAcr: 'es geht nicht um Azure Container Registry',
    unusable: 'nichts zu lesen: leer, kein Text, nur ein Geheimnis, ein Gruß, oder zu groß',
    usage: 'der Aufruf oder eine Einstellung ist falsch',
    badLines: 'eine Zeile von --jsonl konnte nicht gelesen oder beantwortet werden',
    unreadable: 'die Datei kann nicht gelesen werden',
    badWorld: 'eine Weltdatei hat Fehler',
    badPolicy: 'eine Richtliniendatei hat Fehler',
    unavailable: 'der Bot kann nicht starten: Speicher, Port oder Plattform ist nicht zu haben',
    internal: 'in acr-help ist etwas schiefgegangen',
    interrupted: 'Strg-C',
    readerGone: 'niemand liest die Ausgabe mehr',
  },
  errors: {
    noCommand: 'Es fehlt ein Befehl.',
    unknownCommand: 'Es gibt keinen Befehl „{name}“.',
    unknownOption: 'Hier gibt es keine Option „{name}“.',
    missingValue: 'Die Option „{name}“ braucht einen Wert.',
    missingArgument: 'Das Argument „{name}“ fehlt.',
    missingOption: 'Die Option „{name}“ fehlt.',
    tooMany: 'Das sind mehr Argumente, als dieser Befehl nimmt.',
    policyNeeds: '--policy braucht --world und --json.',
    badLanguage: 'Es gibt keine Sprache „{name}“: Wählen Sie en, de oder zh-Hans.',
    badRegistry:
      '„{name}“ ist kein Name einer Registrierung: Er hat 5 bis 50 Buchstaben und Ziffern, etwa contoso oder contoso.azurecr.io.',
    badSide: 'Es gibt keine Seite „{name}“: Wählen Sie person oder bot.',
    badPort: '„{name}“ ist kein Port: Nötig ist eine Zahl bis 65535.',
    portInUse:
      'Port {name} wird schon von einem anderen Programm benutzt. Wählen Sie einen anderen, oder lassen Sie --port weg.',
    noDistribution:
      '--distribution braucht CNCF distribution, die es auf diesem Rechner nicht gibt. Unter Debian: apt-get install docker-registry',
    portNotAllowed:
      'Port {name} dürfen Sie nicht benutzen. Wählen Sie einen ab 1024, oder lassen Sie --port weg.',
    oneFormat: 'Wählen Sie entweder --json oder --jsonl.',
    seeHelp: '„acr-help --help“ zeigt, was es gibt.',
    noFile: 'Es gibt keine Datei „{file}“.',
    isFolder: '„{file}“ ist ein Ordner, keine Datei.',
    noAccess: 'Sie dürfen die Datei „{file}“ nicht lesen.',
    unreadable: 'Die Datei „{file}“ kann nicht gelesen werden.',
    unwritable: 'Die Datei „{file}“ kann nicht geschrieben werden.',
    badLine: 'Die Zeile muss ein JSON-Objekt mit einem „text“ sein.',
    internal: 'In acr-help ist etwas schiefgegangen. Mit ACR_HELP_DEBUG=1 sehen Sie, wo.',
  },
  pasteThenEnd:
    'Fügen Sie den Fehler ein, drücken Sie dann die Eingabetaste und Strg-D (unter Windows Strg-Z und die Eingabetaste).',
  notSignedIn:
    'Sie sind bei der Azure CLI nicht angemeldet, deshalb sehe ich nur, was jeder sehen darf. Nach `az login` sehe ich mehr.',
  badWorld: 'Die Welt "{file}" hat Fehler:',
  sandbox: {
    about:
      'Ein simuliertes Azure läuft, gesehen {side}. Nur der Proxy führt dorthin, und kein Paket verlässt diesen Rechner.',
    sides: { person: 'vom Rechner der fragenden Person aus', bot: 'vom Rechner des Bots aus' },
    labels: {
      proxy: 'Proxy:',
      certificate: 'Zertifikat:',
      loginServers: 'Anmeldeserver:',
      changes: 'Änderungen:',
    },
    none: 'keine',
    curl: 'Zum Ausprobieren:',
    shell:
      'Oder für alle Programme, die Sie danach in derselben Shell starten (az, skopeo, oras, dockerd, Node):',
    orders:
      'Tippen Sie `apply` und eine Änderung, `advance 10m`, um die Uhr vorzustellen, oder `quit` zum Beenden.',
    applied: 'Die Änderung „{change}“ ist gemacht und gilt ab der nächsten Anfrage.',
    advanced: 'Die Uhr zeigt jetzt {time}.',
    notUnderstood: 'Das war nicht zu verstehen.',
    stopped: 'Das simulierte Azure ist beendet.',
  },
  serve: {
    listening: 'acr-help hört auf {url}.',
    metrics: 'Metriken für Prometheus: {url}',
    parts: {
      teams: 'Teams',
      slack: 'Slack',
      azure: 'Azure',
      link: 'Konten verknüpfen',
      access: 'Rollenanfragen',
      rotation: 'Neue Geheimnisse',
    },
    on: 'an',
    off: 'aus; es fehlt: {names}',
    without: {
      teams: 'in Teams wird niemand bedient',
      slack: 'in Slack wird niemand bedient',
      azure: 'die Menschen werden gebeten, selbst zu prüfen',
      link: 'wer in Slack fragt, sieht nur öffentliche Fakten',
      access: 'Rollen werden nicht als Schaltfläche angeboten',
      rotation: 'neue Geheimnisse werden nicht als Schaltfläche angeboten',
    },
    world: 'Azure ist simuliert: {title}',
    stopping: 'Ich höre auf: Was gerade läuft, wird noch beendet.',
    stopped: 'acr-help ist beendet.',
    wrong:
      'Diese Variablen haben nicht die nötige Form: {names}. docs/settings.md sagt, wie jede aussehen muss.',
    nothing:
      'Weder Teams noch Slack ist eingerichtet, also gibt es niemanden zu bedienen. docs/settings.md beschreibt die Variablen.',
    failed: 'acr-help kann nicht starten: {what}',
  },
  identities,
  references,
  policy,
  probe,
  audit,
  report,
  migrate,
  doctor,
  demo: {
    invite:
      'Fügen Sie Ihren Fehler ein. Oder probieren Sie eine Situation aus: Sie läuft mit einem simulierten Azure auf diesem Rechner, nichts verlässt ihn.',
    all: 'Alle Situationen:',
    own: 'Keine Fehlermeldung zur Hand: ein paar Fragen beantworten',
    choose: 'Tippen Sie eine Nummer, `situationen` für alle {count}, oder fügen Sie einen Fehler ein.',
    chooseOfAll: 'Tippen Sie eine Nummer, oder fügen Sie einen Fehler ein.',
    noSuchNumber: 'Die Situationen haben die Nummern 1 bis {count}.',
    you: {
      asker: 'Sie sind {name} und brauchen Hilfe.',
      approver: 'Sie sind {name} und dürfen hier Zugriff geben.',
      colleague: 'Sie sind {name} und arbeiten mit {asker} zusammen.',
    },
    roles: { asker: 'Fragesteller', approver: 'Genehmiger', colleague: 'Kollege' },
    sends: '{name} schickt:',
    silent:
      'Als {name} haben Sie noch nichts gefragt. `einfügen` schickt den Fehler von {asker}; oder fügen Sie einen anderen ein.',
    changed: {
      fix: 'Der Fehler ist behoben, so wie es jemand in Azure tun würde.',
      other: 'Die Änderung `{change}` ist gemacht.',
    },
    noQuestion: 'Gerade ist keine Frage offen.',
    noSuchChange: 'Die Änderung `{change}` gibt es hier nicht, nur: {changes}.',
    noSuchPerson: '`{who}` gibt es hier nicht, nur: {people}.',
    help: {
      title: 'In dieser Situation können Sie auch tippen:',
      answer: '`antwort`: was die fragende Person antworten würde',
      fix: '`beheben`: Der Fehler wird behoben',
      apply: '`anwenden` und eine Änderung: {changes}',
      as: '`als` und eine Person, um jemand anderes zu sein: {people}',
      paste: '`einfügen`: den Fehler noch einmal schicken',
      list: '`situationen`: zurück zur Liste',
      quit: '`ende`: aufhören',
    },
    next: {
      answer: 'Oder tippen Sie `antwort`, um zu sagen, was {name} sagen würde.',
      fix: 'Mit `beheben` wird der Fehler hier behoben, danach {again}. `hilfe` zeigt, was es noch gibt.',
      again: 'Tippen Sie jetzt {again}.',
      resolved: 'Tippen Sie `situationen`, um eine andere zu wählen.',
    },
    cannotStart: 'Diese Situation lässt sich nicht starten.',
  },
  guided: 'Um die Fragen Schritt für Schritt zu beantworten, starten Sie `acr-help chat`.',
};
