import type { ChatTexts } from '../chat.js';

/** Around the conversation, on chat platforms. */
export const chat: ChatTexts = {
  verbs: {
    'request-role': 'Rolle anfragen',
    'rotate-secret': 'Neues Geheimnis anfragen',
    withdraw: 'Anfrage zurückziehen',
    works: 'Funktioniert überall',
    distrust: 'Ich traue ihm nicht',
    'ask-again': 'Erneut anfragen',
    'sign-in': 'Anmelden und genehmigen',
    'open-secret': 'Einmal ansehen',
    approve: 'Genehmigen',
    share: 'Ergebnis teilen',
    helpful: '👍 Ja',
    unhelpful: '👎 Nein',
    link: 'Mein Konto verknüpfen',
    start: 'Neuer Fall',
  },
  channelLine: 'Ich kümmere mich darum. Die Einzelheiten stehen in unserem 1:1-Chat.',
  noDirect:
    'Ich kann Ihnen noch nicht privat schreiben. Fügen Sie die App acr-help Ihren Chats hinzu oder schicken Sie ihr eine Direktnachricht und fragen Sie dann noch einmal.',
  fallback: 'Neues zu Ihrem Registrierungsfall',
  working: 'Einen Moment …',
  notLinked:
    'Ich weiß noch nicht, wer Sie in Azure sind, und kann deshalb nur zeigen, was jeder sehen darf. Verknüpfen Sie Ihr Konto einmal, dann kann ich Ihre eigenen Rechte prüfen.',
  linkHint:
    'Öffnet eine Seite des Bots, auf der Sie sich mit Microsoft Entra ID anmelden. Ihr Kennwort sehe ich nie.',
  linked: 'Ihr Konto ist verknüpft. Ich kann jetzt Ihre eigenen Rechte prüfen.',
  alreadyLinked: 'Ihr Konto ist bereits verknüpft.',
  unlinked: 'Die Verknüpfung mit Ihrem Azure-Konto ist entfernt.',
  linkUnavailable:
    'Das Verknüpfen von Konten ist hier nicht eingerichtet. Ihre Administratorin oder Ihr Administrator kann es einrichten.',
  guest:
    'Ich kann nur zeigen, was jeder sehen darf: Sie sind hier Gast, oder ich konnte nicht sicherstellen, dass Sie Mitglied sind.',
  tooMany:
    'Das war viel auf einmal, und Ihre letzte Nachricht habe ich nicht gelesen. Bitte senden Sie sie in einer Minute noch einmal.',
  busy: 'Gerade fragen viele gleichzeitig. Bitte versuchen Sie es in einer Minute noch einmal.',
  failed:
    'Bei mir ist etwas schiefgegangen. Ihr Fall ist gespeichert: Schreiben Sie mir noch einmal, um weiterzumachen.',
  interrupted: 'Ich wurde unterbrochen, während ich Ihnen geantwortet habe. Hier stehen wir.',
  interruptedUnread:
    'Ich wurde unterbrochen, bevor ich auf das antworten konnte, was Sie zuletzt gesendet oder angeklickt haben. Bitte wiederholen Sie es.',
  notDelivered:
    'Ein Teil meiner Antwort konnte nicht zugestellt werden. Schreiben Sie „status“, um sie noch einmal zu sehen.',
  forgotten:
    'Erledigt. Alles, was ich über Sie gespeichert hatte, ist gelöscht: Fälle, Sprache und, falls es eine gab, die Verknüpfung mit Ihrem Konto.',
  statusOpen: 'Ihr offener Fall: {registry} – {cause}.',
  statusNone: 'Sie haben keinen offenen Fall. Fügen Sie eine Fehlermeldung ein, um zu beginnen.',
  feedbackQuestion: 'Hat das geholfen?',
  feedbackThanks: 'Danke für die Rückmeldung.',
  feedbackWord: 'Warum, in einem Wort? (freiwillig; bitte keine Geheimnisse)',
  shared: 'Das Ergebnis steht jetzt dort, wo Sie gefragt haben.',
  sharedHead: 'Ergebnis eines Registrierungsfalls, geteilt von der Person, die gefragt hat',
  shareNowhere: 'Sie haben mich privat gefragt, es gibt also keinen Thread, in dem ich das teilen könnte.',
  handedOver: 'Der Fall liegt jetzt beim Team, das hier hilft. Es sieht, was unten steht.',
  handoverTitle: 'Ein Registrierungsfall von {person}',
  ticketText: 'Für ein Ticket, als Text',
  ticketJson: 'Für ein Ticket, als JSON',
  answered: 'Ihre Antwort: {answer}',
  pressed: 'Ihre Auswahl: {button}',
  stopped: 'Diese Frage ist nicht mehr offen.',
  commands:
    'Sie können schreiben: eine Fehlermeldung, so wie sie ist · `status` · `language en` · `link` · `link off` · `forget` · `help`',
  welcome:
    'Hallo! Ich bringe Sie zurück in Ihre Azure Container Registry. Fügen Sie die Fehlermeldung so ein, wie sie ist. Was Sie mir hier schreiben, sehen nur Sie und ich.',
  pasteTitle: 'Registrierungsproblem',
  pasteLabel: 'Fehlermeldung einfügen',
  pasteHint: 'So, wie sie ist, mit dem Befehl darüber. Kennwörter und Token darin werden nicht gespeichert.',
  pasteLonger:
    'Länger als 3.000 Zeichen? Senden Sie den Text als Direktnachricht oder als Textdatei an mich.',
  pasteEmpty: 'Fügen Sie zuerst die Fehlermeldung ein.',
  continued: 'Der Rest der Antwort steht im Thread zu dieser Nachricht.',
  submit: 'Prüfen',
  cancel: 'Abbrechen',
  shortcutDone: 'Ich habe die Nachricht gelesen. Die Antwort steht in unserem 1:1-Chat.',
  tooLarge: 'Diese Datei ist größer als 1 MB. Fügen Sie stattdessen den Teil mit dem Fehler ein.',
  notText: 'Diese Datei ist kein Text. Fügen Sie stattdessen die Fehlermeldung ein.',
  unavailable: 'Ich konnte diese Datei nicht öffnen. Fügen Sie stattdessen die Fehlermeldung ein.',
  shareFailed:
    'Ich konnte das Ergebnis dort nicht veröffentlichen. Vielleicht wurde ich dort nicht hinzugefügt.',
  knownByPlatform:
    'Durch Teams weiß ich, wer Sie sind; es gibt keine Verknüpfung herzustellen oder zu lösen.',
  tooLate: 'Dieser Schritt ist schon erledigt. In meiner neuesten Nachricht geht es weiter.',
  handoverFailed: 'Ich konnte das Team, das hier hilft, nicht erreichen. Bitte geben Sie ihm den Text unten.',
  send: 'Senden',
  details: 'Einzelheiten',
  homeCases: 'Meine Fälle',
  homeNone: 'Noch kein Fall.',
  homeStart: 'So fangen Sie an',
  homeRequests: 'Meine Anfragen',
  homeNoRequests: 'Noch keine Anfrage.',
  homeAccount: 'Mein Konto',
  resolvedState: 'gelöst',
  openState: 'offen',
  typeAnswer: 'Schreiben Sie mir die Antwort, zum Beispiel {example}.',
  choose: 'Antwort auswählen',
  answer: 'Antworten',
};
