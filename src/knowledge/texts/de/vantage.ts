import type { VantageTexts } from '../vantage.js';
import { look } from './look.js';

/** Ausgaben von Programmen, die jemand bei sich ausgeführt hat. */
export const vantage: VantageTexts = {
  read: 'Ich habe die Ausgabe von {programs} gelesen.',
  nothing: 'Ich habe die Ausgabe von {programs} gelesen. Sie beantwortet keine der Fragen zu diesem Fall.',
  otherRegistry:
    'In dieser Ausgabe geht es um {other}, in Ihrem Fall aber um {registry}. Ich habe sie nicht berücksichtigt.',
  seen: '{place}: {told}',
  places: {
    workstation: { label: 'Ihr Computer', from: 'von Ihrem Computer aus' },
    'cloud-shell': { label: 'Ihre Cloud Shell', from: 'von Ihrer Cloud Shell aus' },
    kubernetes: { label: 'Ihr Cluster', from: 'von Ihrem Cluster aus' },
    'azure-devops': { label: 'Der Agent', from: 'vom Agent aus' },
    'github-actions': { label: 'Der Runner', from: 'vom Runner aus' },
    'azure-service': { label: 'Der Azure-Dienst', from: 'vom Azure-Dienst aus' },
    portal: { label: 'Das Portal', from: 'vom Portal aus' },
  },
  anywhere: { label: 'Dort, wo {program} lief', from: 'von dort aus, wo {program} lief,' },
  addresses:
    'Von hier aus wird der Name zu {here} aufgelöst, {from} zu {there}. Für den Weg zur Registrierung zählt, was dort zu sehen ist.',
  onlyThere:
    'Von hier aus gibt es den Namen nicht, {from} wird er zu {there} aufgelöst. Für den Weg zur Registrierung zählt, was dort zu sehen ist.',
  onlyHere:
    'Von hier aus wird der Name zu {here} aufgelöst, {from} lässt er sich nicht auflösen. Für den Weg zur Registrierung zählt, was dort zu sehen ist.',
  onlyHereAnswers:
    'Von hier aus antwortet die Registrierung, {from} nicht: Was im Weg steht, liegt zwischen dort und der Registrierung.',
  answersThere:
    'Wird {from} geprüft, antwortet die Registrierung jetzt und verlangt eine Anmeldung: Das Netzwerk dort ist es nicht, was Sie abweist.',
  notes: {
    'exchange-only':
      'Gelungen ist hier der Austausch von Token. Dass eine Rolle das Repository abdeckt, zeigt das nicht.',
    'client-only': 'Geantwortet hat nur der Client. Dass ein Daemon läuft, zeigt das nicht.',
    'report-truncated':
      'Vom Probe-Bericht fehlt ein Teil. Ich verwende nur die vollständigen Zeilen; fügen Sie ihn besser noch einmal ganz ein.',
    'report-edited':
      'Der Probe-Bericht ist nicht so, wie er ausgegeben wurde, deshalb verwende ich nichts daraus. Bitte führen Sie die Probe noch einmal aus, und fügen Sie den ganzen Bericht ein.',
    'clock-off':
      'Die Uhr dort geht gegenüber der Uhr der Registrierung um mehr als fünf Minuten falsch. Stellen Sie sie richtig: Zur falschen Zeit werden Token nicht angenommen.',
    'through-proxy':
      'Dort ist ein Proxy eingestellt, und die Registrierung ist nicht davon ausgenommen: Alle Anfragen nehmen diesen Weg.',
    'roles-of-listed':
      'Die Liste zeigt die Rollen derjenigen Identität, für die sie abgerufen wurde. Ob es die abgewiesene ist, zeigt sie nicht.',
  },
  look,
};
