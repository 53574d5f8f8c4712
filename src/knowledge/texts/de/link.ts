import type { LinkTexts } from '../link.js';

/** Die Seiten, die ein Chatkonto mit einem Entra-Konto verknüpfen. */
export const link: LinkTexts = {
  start: {
    title: 'Konto verknüpfen',
    text: 'acr-help möchte wissen, wer Sie in Azure sind, um Ihre eigenen Rechte prüfen zu können.',
    steps: [
      'Sie melden sich mit Microsoft Entra ID an. Ihr Kennwort geht an Microsoft; acr-help sieht es nie.',
      'Sie sehen beide Konten nebeneinander und entscheiden.',
      'Erst dann werden sie verknüpft.',
    ],
    button: 'Mit Microsoft Entra ID anmelden',
  },
  warning:
    'Das ist nicht Ihr Chatkonto, oder jemand hat Ihnen diesen Link geschickt? Dann gehen Sie nicht weiter und schließen Sie diese Seite: Wem das Chatkonto gehört, der würde sonst für Sie gehalten.',
  confirm: {
    title: 'Diese beiden Konten verknüpfen?',
    text: 'Von da an zeigt acr-help diesem Chatkonto, was Ihr Entra-Konto sehen darf. Sie können die Verknüpfung jederzeit lösen: Schreiben Sie dem Bot `link off`.',
    yes: 'Ja, beide gehören mir',
    no: 'Nein, nicht verknüpfen',
  },
  done: {
    title: 'Ihre Konten sind verknüpft',
    text: 'Gehen Sie zurück zum Chat; acr-help macht dort weiter. Diese Seite können Sie schließen.',
  },
  declined: {
    title: 'Es wurde nichts verknüpft',
    text: 'Sie können diese Seite schließen. Wenn Ihnen jemand den Link geschickt hat, sagen Sie es Ihrer Administratorin oder Ihrem Administrator.',
  },
  accounts: { slack: 'Slack-Konto', teams: 'Teams-Konto', terminal: 'Konto auf diesem Computer' },
  workspace: 'Workspace',
  entraAccount: 'Microsoft Entra-Konto',
  until: 'Verknüpft bis',
  problems: {
    expired: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Links gelten nur einmal und nur 15 Minuten lang.',
    },
    decided: {
      title: 'Sie haben schon geantwortet',
      text: 'Ihre erste Antwort zählt. Im Chat steht, ob die Konten verknüpft sind.',
    },
    'other-browser': {
      title: 'Bitte bleiben Sie in einem Browser',
      text: 'Diese Anmeldung wurde nicht in diesem Browser begonnen und endet deshalb hier. Es wurde nichts verknüpft.',
    },
    'foreign-page': {
      title: 'Diese Anfrage kam nicht von unserer Seite',
      text: 'Es wurde nichts verknüpft. Öffnen Sie den Link aus dem Chat und drücken Sie dort auf die Schaltfläche.',
    },
    cancelled: {
      title: 'Die Anmeldung wurde abgebrochen',
      text: 'Es wurde nichts verknüpft.',
    },
    guest: {
      title: 'Gastkonten können nicht verknüpft werden',
      text: 'Sie haben sich mit einem Konto angemeldet, das in dieser Organisation Gast ist. Melden Sie sich mit einem ihrer eigenen Konten an oder machen Sie ohne Verknüpfung weiter: acr-help zeigt dann, was jeder sehen darf.',
    },
    'other-tenant': {
      title: 'Dieses Konto gehört zu einer anderen Organisation',
      text: 'Nur Konten der Organisation, die acr-help betreibt, können verknüpft werden. Melden Sie sich mit einem von diesen an.',
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
      text: 'Es wurde nichts verknüpft. Versuchen Sie es noch einmal; bleibt es dabei, wenden Sie sich an einen Administrator von Microsoft Entra.',
    },
    misconfigured: {
      title: 'Die Anmeldung ist nicht richtig eingerichtet',
      text: 'Das liegt nicht an Ihnen. Sagen Sie es denen, die acr-help betreiben; im Protokoll steht, was fehlt.',
    },
    unavailable: {
      title: 'Microsoft Entra ist nicht erreichbar',
      text: 'Es wurde nichts verknüpft. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
    failed: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Es wurde nichts verknüpft. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
  },
  again: 'Für einen neuen Link schreiben Sie dem Bot `link`.',
};
