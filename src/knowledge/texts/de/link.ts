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
  until: 'Verknüpft bis',
};
