import type { PagesTexts } from '../pages.js';

/** Die Seiten des Bots. */
export const pages: PagesTexts = {
  signIn: 'Mit Microsoft Entra ID anmelden',
  signInAgain: 'Noch einmal anmelden',
  steps: [
    'Sie melden sich mit Microsoft Entra ID an. Ihr Kennwort geht an Microsoft; acr-help sieht es nie. Liegt Ihre letzte Anmeldung mehr als fünf Minuten zurück, melden Sie sich noch einmal an.',
  ],
  entraAccount: 'Microsoft Entra-Konto',
  signedInAs: 'Angemeldet als',
  problems: {
    expired: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde schon verwendet oder ist zu alt: Links aus dem Chat gelten 15 Minuten lang.',
    },
    decided: {
      title: 'Sie haben schon geantwortet',
      text: 'Ihre erste Antwort zählt. Was daraus geworden ist, steht im Chat.',
    },
    'other-browser': {
      title: 'Bitte bleiben Sie in einem Browser',
      text: 'Diese Anmeldung wurde nicht in diesem Browser begonnen und endet deshalb hier. Es wurde nichts geändert.',
    },
    'foreign-page': {
      title: 'Diese Anfrage kam nicht von unserer Seite',
      text: 'Es wurde nichts geändert. Öffnen Sie den Link aus dem Chat und drücken Sie dort auf die Schaltfläche.',
    },
    cancelled: {
      title: 'Die Anmeldung wurde abgebrochen',
      text: 'Es wurde nichts geändert.',
    },
    guest: {
      title: 'Gastkonten können hier nicht verwendet werden',
      text: 'Sie haben sich mit einem Konto angemeldet, das in dieser Organisation Gast ist. Melden Sie sich mit einem ihrer eigenen Konten an.',
    },
    'other-tenant': {
      title: 'Dieses Konto gehört zu einer anderen Organisation',
      text: 'Hier gelten nur Konten der Organisation, die acr-help betreibt. Melden Sie sich mit einem von diesen an.',
    },
    'not-assigned': {
      title: 'Ihr Konto darf diese Anmeldung nicht verwenden',
      text: 'Ihre Organisation lässt nur bestimmte Personen zu acr-help. Wenden Sie sich an einen Administrator von Microsoft Entra.',
    },
    policy: {
      title: 'Ihre Organisation blockiert diese Anmeldung',
      text: 'Eine Regel Ihrer Organisation hat Sie nicht hereingelassen, zum Beispiel zu Geräten, Orten oder mehrstufiger Authentifizierung. Versuchen Sie es mit einem verwalteten Gerät oder wenden Sie sich an einen Administrator von Microsoft Entra.',
    },
    refused: {
      title: 'Microsoft Entra hat die Anmeldung abgelehnt',
      text: 'Es wurde nichts geändert. Versuchen Sie es noch einmal; bleibt es dabei, wenden Sie sich an einen Administrator von Microsoft Entra.',
    },
    misconfigured: {
      title: 'Die Anmeldung ist nicht richtig eingerichtet',
      text: 'Das liegt nicht an Ihnen. Sagen Sie es denen, die acr-help betreiben; im Protokoll steht, was fehlt.',
    },
    unavailable: {
      title: 'Microsoft Entra ist nicht erreichbar',
      text: 'Es wurde nichts geändert. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
    failed: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Bitte versuchen Sie es in ein paar Minuten noch einmal. Was bis jetzt geschehen ist, steht im Chat.',
    },
    stale: {
      title: 'Bitte melden Sie sich noch einmal an',
      text: 'Für diesen Schritt darf Ihre Anmeldung höchstens fünf Minuten alt sein. Es wurde nichts geändert.',
    },
    'no-context': {
      title: 'Diese Anmeldung ist nicht stark genug',
      text: 'Ihre Organisation verlangt für diesen Schritt eine stärkere Anmeldung, zum Beispiel mit mehrstufiger Authentifizierung oder von einem verwalteten Gerät. Melden Sie sich noch einmal an; bleibt es dabei, wenden Sie sich an einen Administrator von Microsoft Entra.',
    },
    'other-account': {
      title: 'Dieser Link ist für ein anderes Konto',
      text: 'Es wurde nichts gezeigt und nichts geändert. Melden Sie sich noch einmal an, und zwar mit dem Konto, mit dem Sie im Chat bekannt sind. Hat Ihnen jemand anderes den Link geschickt, schließen Sie diese Seite.',
    },
    over: {
      title: 'Hier gibt es nichts mehr zu entscheiden',
      text: 'Diese Anfrage ist schon entschieden oder abgelaufen. Was daraus geworden ist, steht im Chat.',
    },
    used: {
      title: 'Diese Seite wurde schon benutzt',
      text: 'Ihre Schaltfläche wirkt nur einmal und nur 15 Minuten lang. Wurde das Geheimnis nicht Ihnen gezeigt, schreiben Sie dem Bot, dass Sie ihm nicht trauen.',
    },
    'shown-before': {
      title: 'Dieses Geheimnis wurde schon gezeigt',
      text: 'Es wird nur einmal gezeigt; dass Sie noch einmal danach gefragt haben, ist vermerkt. Wenn nicht Sie es gesehen haben, sagen Sie dem Bot im Chat, dass Sie dem Geheimnis nicht trauen: Dann wird es unbrauchbar gemacht.',
    },
    lost: {
      title: 'Dieses Geheimnis lässt sich nicht mehr öffnen',
      text: 'Der Schlüssel, mit dem es versiegelt war, wurde geändert. Sagen Sie dem Bot im Chat, dass Sie es nicht bekommen haben, und fragen Sie ein neues an.',
    },
    'not-now': {
      title: 'Ihre Genehmigung konnte nicht geprüft werden',
      text: 'Wir konnten nicht nachsehen, ob Sie das genehmigen dürfen; deshalb ist nichts entschieden. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
  },
  again: {
    link: 'Für einen neuen Link schreiben Sie dem Bot `link`.',
    approve: 'Für einen neuen Link drücken Sie auf der Karte im Chat noch einmal auf „Genehmigen“.',
    reveal:
      'Öffnen Sie den Link aus dem Chat noch einmal. Ist er zu alt, fragen Sie dort ein neues Geheimnis an.',
  },
  approve: {
    start: {
      title: 'Eine Anfrage genehmigen',
      text: 'Um diese Anfrage zu genehmigen, melden Sie sich neu an. So kann es niemand allein mit Ihrem Chatkonto tun.',
      last: 'Sie sehen, was angefragt wird, und entscheiden.',
      warning:
        'Jemand anderes hat Ihnen diesen Link geschickt? Dann schließen Sie diese Seite: Nur die Person, für die er gemacht ist, kann ihn verwenden.',
    },
    confirm: {
      title: 'Diese Anfrage genehmigen?',
      text: 'Zu Ihrer Entscheidung wird vermerkt, wer Sie sind und wann Sie sich angemeldet haben.',
      yes: 'Genehmigen',
      no: 'Abbrechen',
    },
    done: {
      title: 'Ihre Genehmigung zählt',
      text: 'Wie es weitergeht, steht im Chat. Diese Seite können Sie schließen.',
    },
    declined: {
      title: 'Es wurde nichts genehmigt',
      text: 'Die Anfrage bleibt offen. Ablehnen können Sie sie auf der Karte im Chat.',
    },
    refused: {
      title: 'Sie können diese Anfrage nicht genehmigen',
      text: 'Ihre Genehmigung wurde nicht vermerkt. Die Anfrage bleibt bei denen, die sie genehmigen dürfen.',
    },
  },
  reveal: {
    start: {
      title: 'Ein neues Geheimnis',
      text: 'Für die Person, die im Chat darum gebeten hat, wurde ein Geheimnis erneuert. Es wird nur ihr gezeigt, und nur einmal.',
      last: 'Sie drücken auf eine Schaltfläche, und das Geheimnis wird gezeigt.',
      warning:
        'Jemand anderes hat Ihnen diesen Link geschickt? Dann schließen Sie diese Seite: Sie bekämen das Geheimnis nicht zu sehen.',
    },
    show: {
      title: 'Das Geheimnis jetzt zeigen?',
      text: 'Es wird nur einmal gezeigt. Öffnen Sie vorher die Stelle, an der Sie es aufbewahren, zum Beispiel Ihren Kennwortmanager oder die Einstellungen Ihrer Pipeline.',
      button: 'Einmal zeigen',
    },
    shown: {
      title: 'Ihr neues Geheimnis',
      text: 'Kopieren Sie es jetzt: Wenn Sie diese Seite verlassen, kann es niemand mehr anzeigen.',
      label: 'Geheimnis',
      copy: 'Kopieren',
      copied: 'Kopiert.',
      after:
        'Sobald es dort funktioniert, wo Sie es brauchen, sagen Sie es im Chat. Diese Seite können Sie dann schließen.',
    },
  },
};
