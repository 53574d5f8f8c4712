import type { RequestTexts } from '../requests.js';

/** Requests for roles. */
export const requests: RequestTexts = {
  labels: {
    requester: 'Angefragt von',
    identity: 'Wer sie bekommt',
    role: 'Rolle',
    scope: 'Gilt für',
    duration: 'Wie lange',
    reason: 'Begründung',
    holds: 'Hat bereits',
    adds: 'Kommt dazu',
    decideBy: 'Zu entscheiden bis',
  },
  oneRepository: 'nur das Repository {repository}',
  allBelow: 'nur Repositorys unterhalb von {repository}',
  wholeRegistry: 'die ganze Registrierung',
  yourself: 'Sie',
  kinds: {
    user: 'eine Person',
    'service-principal': 'ein Dienstprinzipal',
    'managed-identity': 'eine verwaltete Identität',
    'aks-kubelet-identity': 'die Kubelet-Identität eines Clusters',
  },
  durationLabel: {
    day: 'Für wie viele Tage? (1 bis {most})',
    hour: 'Für wie viele Stunden? (1 bis {most})',
  },
  granteeLabel: 'Wer soll sie bekommen?',
  operationLabel: 'Welche Rolle?',
  operations: {
    pull: 'zum Pullen – {role}',
    push: 'zum Pushen – {role}',
    list: 'zum Auflisten von Repositorys – {role}',
  },
  repositoryLabel:
    'Nur für welches Repository? Ein Name, oder `team/*` für alles darunter; leer für die ganze Registrierung.',
  badRepository:
    'Bitte geben Sie den Namen eines Repositorys an, zum Beispiel `team/app`, oder `team/*` für alles darunter.',
  activate:
    'Sie müssen keine Rolle anfragen: Sie sind schon für sie berechtigt (Privileged Identity Management). Aktivieren Sie sie, und melden Sie sich dann neu bei der Registrierung an.',
  activateTitle: 'Rolle aktivieren',
  notAllowed:
    'Genau das erlauben die Regeln hier nicht. Vielleicht weniger davon: kürzer, oder nur ein Repository.',
  reasonLabel: 'Wofür? Wer genehmigt, liest es; bitte keine Geheimnisse.',
  send: 'Anfrage senden',
  badDuration: {
    day: 'Bitte geben Sie eine Zahl von Tagen zwischen 1 und {most} an.',
    hour: 'Bitte geben Sie eine Zahl von Stunden zwischen 1 und {most} an.',
  },
  reasonMissing: 'Bitte schreiben Sie, wofür Sie das brauchen.',
  sent: 'Ihre Anfrage liegt bei denen, die sie genehmigen dürfen. Ich sage Ihnen hier, wie sie entscheiden.',
  sentWithoutApproval: 'Das muss niemand genehmigen. Ich vergebe die Rolle jetzt und melde mich hier.',
  openAlready:
    'Diese Rolle ist schon angefragt oder vergeben, deshalb frage ich nicht noch einmal. Wurde sie eben erst vergeben, kann es bis zu 10 Minuten dauern, bis sie wirkt.',
  tooMany:
    'Ich kann diese Anfrage jetzt nicht senden: Es sind zu viele offen, oder diese wurde eben erst abgelehnt. Bitte versuchen Sie es später noch einmal.',
  notHere: 'Diese Rolle kann ich hier nicht anfragen. Wer sie vergeben kann, steht unter „Wer das tun kann“.',
  notForYou:
    'Nach den Regeln hier können Sie diese Rolle nicht anfragen. Wer sie vergeben kann, steht unter „Wer das tun kann“.',
  unavailable:
    'Ich konnte nicht nachsehen, was ich dafür wissen muss. Bitte versuchen Sie es in einer Minute noch einmal.',
  cardTitle: '{person} fragt eine Rolle an',
  holdsNothing: 'keine Rolle an dieser Registrierung',
  holdsUnknown: 'konnte nicht gelesen werden',
  otherwise: 'Ablehnen oder nachfragen',
  otherwiseLabel: 'Ihre Antwort',
  deny: 'Ablehnen',
  askBack: 'Nachfragen',
  words: 'Warum, oder was Sie wissen möchten (wer angefragt hat, liest es)',
  sendAnswer: 'Antwort senden',
  wordsMissing:
    'Bitte wählen Sie eine Antwort; zum Nachfragen schreiben Sie, was Sie wissen möchten. Eine Frage nach der anderen.',
  question: '{person} fragt nach: {words}',
  answerTo: 'Antwort: {words}',
  askedBack: 'Zu Ihrer Anfrage wird nachgefragt: {words}',
  yourAnswer: 'Ihre Antwort (wer entscheidet, liest sie; bitte keine Geheimnisse)',
  answered: 'Ihre Antwort ist weitergegeben.',
  answerMissing: 'Bitte schreiben Sie eine Antwort.',
  asked: 'Ich habe nachgefragt. Mit der Antwort kommt die Anfrage noch einmal in den Kanal.',
  withdrawn: 'Sie haben Ihre Anfrage zurückgezogen.',
  notPending: 'Diese Anfrage ist schon entschieden oder abgelaufen: Es wurde nichts geändert.',
  approvedBy: 'Genehmigt von {person}.',
  deniedBy: 'Abgelehnt von {person}.',
  reminder: 'Diese Anfrage wartet noch.',
  over: 'Diese Anfrage ist schon entschieden oder abgelaufen.',
  signInNeeded:
    'Die Regeln verlangen für diese Genehmigung eine frische Anmeldung im Browser. Die Seite zeigt die Anfrage noch einmal. Bis dahin bleibt sie offen.',
  noSignIn:
    'Die Regeln verlangen für diese Genehmigung eine frische Anmeldung im Browser, und dafür bin ich nicht eingerichtet. Die Anfrage bleibt offen.',
  refused: {
    'request-refused': 'Die Regeln erlauben diese Anfrage nicht mehr.',
    'no-approval-needed': 'Diese Anfrage muss niemand genehmigen.',
    malformed: 'Das konnte ich nicht lesen.',
    guest: 'Gäste können keine Anfragen genehmigen.',
    'other-tenant': 'Wer zu einer anderen Organisation gehört, kann keine Anfragen genehmigen.',
    'self-approval': 'Ihre eigene Anfrage können Sie nicht genehmigen.',
    'own-role': 'Eine Rolle, die Sie selbst bekämen, können Sie nicht genehmigen.',
    owner: 'Dieser Dienstprinzipal gehört Ihnen; jemand anderes muss genehmigen.',
    'not-an-approver': 'Sie gehören nicht zu denen, die das genehmigen dürfen.',
  },
  granted:
    'Genehmigt und vergeben: {role} – {scope}, bis {until}. Bis die Rolle wirkt, können 10 Minuten vergehen. Melden Sie sich dann von der Registrierung ab und wieder an.',
  working:
    '{role} – {scope} – wirkt inzwischen: {how}. Wenn Sie bei der Registrierung angemeldet sind, melden Sie sich ab und wieder an.',
  workingBy: {
    assignment: 'Die Zuweisung ist zehn Minuten alt und erlaubt es',
    token: 'Die Registrierung stellt ein Token dafür aus',
  },
  denied: 'Ihre Anfrage für {role} wurde abgelehnt.',
  deniedWhy: 'Ihre Anfrage für {role} wurde abgelehnt. Die Antwort: {why}',
  expired: 'Über Ihre Anfrage für {role} hat niemand rechtzeitig entschieden. Sie können erneut anfragen.',
  failed:
    'Ihre Anfrage für {role} wurde genehmigt, die Rolle konnte aber nicht vergeben werden. Das Team, das mich betreibt, muss sich darum kümmern.',
  ending:
    'Die Rolle {role} – {scope} – endet am {until}. Wenn Sie sie noch brauchen, fragen Sie sie erneut an.',
  removed: 'Die Rolle {role} – {scope} – ist abgelaufen und entfernt.',
  states: {
    waiting: 'wartet auf eine Entscheidung',
    granted: 'vergeben bis {until}',
    denied: 'abgelehnt',
    ended: 'beendet',
  },
  void: 'Ihre Anfrage für {role} wurde genehmigt, aber es wurde nichts vergeben: Die Regeln oder die Rechte derer, die genehmigt haben, hatten sich inzwischen geändert, oder es hat zu lange gedauert. Sie können erneut anfragen.',
  notAsked:
    'Ich konnte niemanden erreichen, der Ihre Anfrage für {role} genehmigen darf; sie ist damit beendet. Wer die Rolle vergeben kann, steht unter „Wer das tun kann“.',
  notRemoved:
    'Die Rolle {role} – {scope} – ist abgelaufen, aber ich konnte sie noch nicht entfernen. Ich versuche es jeden Tag wieder; das Team, das mich betreibt, muss sich darum kümmern.',
  begun: 'Ihre Anfrage ist genehmigt. Ich vergebe die Rolle jetzt und melde mich hier.',
  otherAccount:
    'Sie sind mit einem anderen Konto angemeldet als zu Beginn dieser Anfrage, deshalb habe ich sie nicht gesendet. Bitte beginnen Sie sie neu.',
  recordsKept:
    'Anfragen für Rollen und wer über sie entschieden hat bleiben aufbewahrt: Sie belegen, wer welche Rechte bekommen hat.',
  onCard: {
    askedAgain: 'Wartet noch: unten erneut gefragt.',
    expired: 'Beendet: Niemand hat rechtzeitig entschieden.',
    withdrawn: 'Wer angefragt hat, hat die Anfrage zurückgezogen.',
    void: 'Es wurde nichts vergeben: Die Regeln oder die Rechte derer, die genehmigt haben, hatten sich inzwischen geändert, oder es hat zu lange gedauert.',
    failed:
      'Die Rolle konnte nicht vergeben oder nicht entfernt werden. Das Team, das den Bot betreibt, muss sich darum kümmern.',
    granted: 'Vergeben, bis {until}.',
    removed: 'Die Rolle ist abgelaufen und entfernt.',
  },
};
