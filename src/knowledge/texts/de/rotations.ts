import type { RotationTexts } from '../rotations.js';

/** Secrets made new. */
export const rotations: RotationTexts = {
  heading: 'Ein neues Geheimnis',
  betterHeading: 'Besser als ein neues Geheimnis',
  better: {
    'admin-password':
      'Der Administratorbenutzer ist ein Konto für alle: Ein neues Kennwort trifft jeden, der es nutzt, und niemand lässt sich vom anderen unterscheiden. Melden Sie sich mit `az acr login` als Sie selbst an, geben Sie einer Pipeline eine eigene Identität, oder nehmen Sie ein Repository-Token.',
    'repository-token-password':
      'Läuft das, was sich anmeldet, in Azure oder hat es eine Entra-Identität, dann genügt eine Rolle für diese Identität, ganz ohne Kennwort.',
    'client-secret':
      'Eine Pipeline auf GitHub, Azure DevOps oder Kubernetes kann sich ohne Geheimnis anmelden: mit Verbundanmeldeinformationen an derselben Anwendung. In Azure leistet das eine verwaltete Identität.',
  },
  names: {
    'admin-password': 'Kennwort des Administratorbenutzers',
    'repository-token-password': 'Kennwort des Tokens `{token}`',
    'client-secret': 'geheimer Clientschlüssel der Anwendung `{appId}`',
  },
  secrets: {
    'admin-password': 'das Kennwort des Administratorbenutzers von `{registry}`',
    'repository-token-password': 'das Kennwort des Tokens `{token}` von `{registry}`',
    'client-secret': 'den geheimen Clientschlüssel der Anwendung `{appId}`',
  },
  labels: {
    secret: 'Geheimnis',
    registry: 'Registrierung',
    renews: 'Wird erneuert',
    stays: 'Bleibt gültig, bis das neue funktioniert',
    valid: 'Gültig für',
    delivery: 'Übergabe über',
  },
  renewsSlot: '`{slot}`, das nicht benutzt wird',
  renewsKey: 'ein weiterer Schlüssel an derselben Anwendung',
  staysSlot: '`{slot}`',
  staysKey: 'der Schlüssel mit der ID `{key}`',
  staysNone: 'nichts: Von den jetzigen funktioniert keiner',
  delivery: {
    vault: 'Key Vault `{url}`',
    'one-time-page': 'eine Seite, die es einmal zeigt, und nur dem, der angefragt hat',
  },
  validDays: '{days} Tage',
  validForever: 'unbegrenzt: Kennwörter des Administratorbenutzers laufen nicht ab',
  inUse: 'Welches ist jetzt in Gebrauch? Es bleibt gültig; das andere wird erneuert.',
  inUseKey: 'Welcher ist jetzt in Gebrauch? Er bleibt gültig, bis der neue funktioniert.',
  optionUntil: '{name} – gültig bis {until}',
  optionOver: '{name} – abgelaufen',
  optionNone: 'Keines funktioniert mehr',
  validLabel: 'Für wie viele Tage gültig? (1 bis {most})',
  badValid: 'Bitte geben Sie eine Zahl von Tagen zwischen 1 und {most} an.',
  inUseMissing:
    'Bitte sagen Sie, welches in Gebrauch ist. Wenn Sie es nicht wissen, sehen Sie erst nach: Das falsche würde alle aussperren, die es nutzen.',
  tooManySecrets:
    'Diese Anwendung hat mehr als zwei Schlüssel, die funktionieren. Bitte entfernen Sie zuerst die, die niemand nutzt: Sonst weiß keiner, wer welchen nutzt.',
  notHere: 'Dieses Geheimnis kann ich hier nicht erneuern. Wer es kann, steht unter „Wer das tun kann“.',
  notForYou:
    'Nach den Regeln hier können Sie das nicht anfragen. Wer es kann, steht unter „Wer das tun kann“.',
  openAlready:
    'Ein neues ist schon angefragt oder gemacht: eines nach dem anderen, damit niemand ausgesperrt wird.',
  sentWithoutApproval: 'Das muss niemand genehmigen. Ich mache das neue Geheimnis jetzt und melde mich hier.',
  begun: 'Ihre Anfrage ist genehmigt. Ich mache das neue Geheimnis jetzt und melde mich hier.',
  cardTitle: '{person} fragt ein neues Geheimnis an',
  rotatedVault:
    'Ihre Anfrage ist genehmigt, und ich habe {secret} erneuert. Der neue Wert liegt in Ihrem Key Vault; ich bewahre ihn nicht auf.',
  rotatedPage:
    'Ihre Anfrage ist genehmigt, und ich habe {secret} erneuert. Den neuen Wert sehen Sie ein einziges Mal, bis {until}, auf einer Seite, auf der Sie sich anmelden. Öffnen Sie vorher die Stelle, an die er gehört.',
  whereInVault: 'Im Azure-Portal öffnen',
  next: 'Der alte Wert funktioniert noch. Bis ein neues Kennwort überall bekannt ist, kann eine Minute vergehen. Wenn alles den neuen Wert nutzt, drücken Sie „Funktioniert überall“: Erst dann setze ich den alten außer Kraft.',
  stillBoth:
    'Der neue Wert für {secret} ist seit einem Tag da, und der alte gilt auch noch. Wenn alles den neuen nutzt, drücken Sie „Funktioniert überall“, und ich setze den alten außer Kraft.',
  confirmed:
    'Gut. Ich setze den alten Wert außer Kraft, aber nicht, bevor beide 15 Minuten lang gegolten haben.',
  retired: 'Der alte Wert für {secret} funktioniert nicht mehr, nur noch der neue.',
  denied: 'Ihre Anfrage nach einem neuen Wert für {secret} wurde abgelehnt.',
  deniedWhy: 'Ihre Anfrage nach einem neuen Wert für {secret} wurde abgelehnt. Die Antwort: {why}',
  expired:
    'Über einen neuen Wert für {secret} hat niemand rechtzeitig entschieden. Sie können erneut anfragen.',
  unconfirmed:
    'Zwei Wochen lang hat mir niemand gesagt, ob der neue Wert für {secret} funktioniert. Ich lasse beide, wie sie sind: Bitte setzen Sie den alten selbst außer Kraft.',
  void: 'Ein neuer Wert für {secret} wurde genehmigt, aber nicht gemacht: Die Regeln oder die Rechte derer, die genehmigt haben, hatten sich inzwischen geändert, oder es hat zu lange gedauert. Sie können erneut anfragen.',
  notCollected:
    'Niemand hat die Seite mit dem neuen Wert für {secret} rechtzeitig geöffnet. Ich habe diesen Wert wertlos gemacht; der alte ist, wie er war. Sie können erneut anfragen.',
  abandonedInVault:
    'Ich mache den neuen Wert für {secret} wertlos und schalte seine Version im Key Vault ab. Der alte Wert ist, wie er war; was die neueste Version liest, braucht die davor oder eine neue Anfrage.',
  abandoned: 'Ich mache den neuen Wert für {secret} wertlos. Der alte ist, wie er war.',
  failed:
    'Ein neuer Wert für {secret} wurde genehmigt, konnte aber nicht gemacht oder nicht abgelegt werden. Der alte ist, wie er war. Das Team, das mich betreibt, muss sich darum kümmern.',
  notRetired:
    'Der alte Wert für {secret} funktioniert noch: Ich konnte ihn noch nicht außer Kraft setzen. Ich versuche es jeden Tag wieder; das Team, das mich betreibt, muss sich darum kümmern.',
  notAsked:
    'Ich konnte niemanden erreichen, der einen neuen Wert für {secret} genehmigen darf; Ihre Anfrage ist damit beendet. Wer es kann, steht unter „Wer das tun kann“.',
  cannotConfirm:
    'Das geht nicht mehr, oder noch nicht: Was auf einer Seite steht, die niemand geöffnet hat, kann nirgends funktionieren.',
  alerts: {
    claimedBefore:
      'Jemand hat sich als Sie angemeldet und die Seite mit dem neuen Wert für {secret} ein zweites Mal geöffnet. Wenn Sie das nicht waren, drücken Sie „Ich traue ihm nicht“: Dann mache ich diesen Wert wertlos.',
    claimedBeforeLate:
      'Jemand hat sich als Sie angemeldet und die Seite mit dem neuen Wert für {secret} ein zweites Mal geöffnet. Wenn Sie das nicht waren, sagen Sie es sofort dem Team, das mich betreibt, und fragen Sie einen neuen Wert an.',
    claimedBeforeOnCard:
      'Achtung: Jemand hat die Seite mit dem neuen Wert für {secret} ein zweites Mal geöffnet, angemeldet als {person}. Ich habe dorthin Bescheid gegeben.',
    notCollected:
      'Achtung: {person} hat die Seite mit dem neuen Wert für {secret} nicht rechtzeitig geöffnet. Ich habe diesen Wert wertlos gemacht; der alte ist, wie er war.',
  },
  onCard: {
    rotated: 'Erneuert. Der alte Wert gilt, bis der neue funktioniert.',
    retired: 'Erneuert; der alte Wert ist außer Kraft.',
    void: 'Es wurde nichts gemacht: Die Regeln oder die Rechte derer, die genehmigt haben, hatten sich inzwischen geändert, oder es hat zu lange gedauert.',
    failed:
      'Das Geheimnis konnte nicht gemacht, abgelegt oder außer Kraft gesetzt werden. Das Team, das den Bot betreibt, muss sich darum kümmern.',
    notCollected: 'Beendet: Niemand hat den neuen Wert rechtzeitig abgeholt; er wird wertlos gemacht.',
    abandoned: 'Wer angefragt hat, traut dem neuen Wert nicht; er wird wertlos gemacht.',
    unconfirmed: 'Beendet: Niemand hat gesagt, ob der neue Wert funktioniert. Beide gelten.',
  },
};
