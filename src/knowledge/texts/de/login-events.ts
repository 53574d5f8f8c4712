import type { LoginEventsTexts } from '../login-events.js';

/** Anmeldungen, die eine Registrierung protokolliert hat. */
export const loginEvents: LoginEventsTexts = {
  looking: 'Ich sehe nach, welche Anmeldungen `{registry}` protokolliert hat.',
  title: 'Was die Registrierung protokolliert hat',
  window:
    'Fehlgeschlagene Anmeldungen zwischen {from} und {to} (UTC). Ereignisse treffen einige Minuten verspätet ein, die neuesten können also noch fehlen.',
  ownOnly:
    'Sie sehen, was über Ihre eigene Identität protokolliert wurde. Alles Weitere ist für Personen bestimmt, die das Protokoll dieser Registrierung lesen dürfen.',
  ofCase: 'Zu diesem Fall, nach Identität oder Adresse',
  others: 'Andere an derselben Registrierung',
  more: 'Es gibt mehr, als hier zu sehen ist.',
  partial: 'Azure hat nur einen Teil des Ergebnisses geliefert; einige Ereignisse können fehlen.',
  nobody: 'keine Identität',
  untold: 'eine Identität, die ich nicht zeige',
  noStatus: 'kein Status',
  readings: {
    'refused-identity':
      '`401` mit einer Identität: falsche oder abgelaufene Anmeldeinformationen, ein altes Token oder eine Identität ohne Berechtigung.',
    'refused-nobody':
      '`401` ohne Identität kann auch nur die erste Anfrage sein, auf die die Registrierung planmäßig mit ihrer Aufforderung zur Anmeldung antwortet. Ob Azure diese protokolliert, ist nicht dokumentiert.',
    forbidden:
      '`403`: in der Regel die Firewall oder ein abgeschalteter öffentlicher Zugriff. Vergleichen Sie die Adresse mit den Regeln der Registrierung.',
    throttled: '`429`: zu viele Anfragen; die Registrierung drosselt.',
    service: '`500` und darüber: eine Störung des Diensts.',
    other: 'Was ein anderer Status hier bedeutet, ist von Azure nicht dokumentiert.',
  },
  sameAddress: 'Die Registrierung hat {seen} gesehen; das ist die Adresse dieses Falls.',
  otherAddress:
    'Die Registrierung hat {seen} gesehen, in diesem Fall ist aber von {expected} die Rede. Ein Proxy, NAT oder ein anderer Computer kann das erklären; für die Firewallregeln zählt, was die Registrierung gesehen hat.',
  otherIdentity:
    'Von der Adresse dieses Falls aus hat es {seen} versucht und nicht {expected}. Vielleicht wird dort eine andere Identität verwendet als angenommen.',
  none: 'Für diese Zeit ist keine fehlgeschlagene Anmeldung eingetroffen.',
  noneOfCase: 'Keine davon gehört nach Identität oder Adresse zu diesem Fall.',
  absence:
    'Das zeigt nicht, dass es keine gab: Sie kann noch unterwegs sein oder in einem Arbeitsbereich liegen, den ich nicht lesen darf. War die Anmeldung erfolgreich, sehen Sie sich das Repository, das Netzwerk und das Image an.',
  settingsUnseen:
    'Ob die Registrierung ihre Anmeldeereignisse sammelt, konnte ich nicht sehen; dafür ist das Recht `Microsoft.Insights/diagnosticSettings/read` nötig.',
  settingGone:
    'Keine Diagnoseeinstellung sammelt mehr Anmeldeereignisse; neuere stehen deshalb nicht im Protokoll.',
  explainsOnly:
    'Das Protokoll erklärt, entscheidet aber nichts: Mein Ergebnis beruht weiterhin auf den Prüfungen.',
  notCollected: {
    'no-setting':
      'Diese Registrierung sammelt ihre Anmeldeereignisse nicht: Keine Diagnoseeinstellung schickt sie an Log Analytics. Ob eine Anmeldung fehlgeschlagen ist, lässt sich deshalb aus dem Protokoll nicht sagen.',
    'nothing-yet':
      'Kein Arbeitsbereich, den ich lesen darf, enthält Anmeldeereignisse dieser Registrierung. Entweder sammelt sie niemand, oder es ist noch nichts eingetroffen. Dass keine Anmeldung fehlgeschlagen ist, zeigt das nicht.',
  },
  switchOn: {
    title: 'Anmeldeereignisse sammeln',
    command:
      'Bitten Sie jemanden, der Diagnoseeinstellungen schreiben darf, dies auszuführen. Es braucht die Ressourcen-ID eines Log Analytics-Arbeitsbereichs.',
    portal:
      'Oder im Azure-Portal: Öffnen Sie die Registrierung, wählen Sie **Überwachung > Diagnoseeinstellungen > Diagnoseeinstellung hinzufügen**, dann `ContainerRegistryLoginEvents` (Login Events), und senden Sie es an einen Log Analytics-Arbeitsbereich.',
    after:
      'Lassen Sie den Befehl dann noch einmal fehlschlagen, und sehen Sie einige Minuten später wieder nach. Was vorher geschah, wird nicht gesammelt. Log Analytics berechnet die Daten, die es aufnimmt.',
  },
  nothingOwn:
    'Über Ihre eigene Identität zeigt mir das Protokoll nichts. Das heißt nicht, dass keine Anmeldung von Ihnen fehlgeschlagen ist: Vielleicht werden Anmeldeereignisse nicht gesammelt, sind noch nicht eingetroffen oder führen Sie unter einer ID, die ich nicht kenne.',
  ownerLooks: 'Der Besitzer der Registrierung kann mit diesem Befehl nachsehen.',
  denied: {
    bot: 'Ich darf das Protokoll dieser Registrierung nicht lesen. Mit der Rolle `Log Analytics Reader` im Arbeitsbereich dürfte ich es, mit `Reader` in der Registrierung ebenfalls, sofern der Arbeitsbereich Rechte an Ressourcen gelten lässt.',
    person:
      'Sie dürfen das Protokoll dieser Registrierung nicht lesen. Mit der Rolle `Log Analytics Reader` im Arbeitsbereich dürften Sie es, mit `Reader` in der Registrierung ebenfalls, sofern der Arbeitsbereich Rechte an Ressourcen gelten lässt.',
  },
  grant: 'Bitten Sie jemanden, der dort Rollen vergeben darf, dies auszuführen.',
  unseen: {
    'not-signed-in':
      'Hier ist niemand bei Azure angemeldet, deshalb konnte ich das Protokoll nicht abfragen.',
    throttled: 'Log Analytics nimmt zurzeit keine weiteren Abfragen an.',
    'circuit-open':
      'Azure hat seit einer Weile nicht geantwortet, deshalb frage ich das Protokoll gerade nicht ab.',
    busy: 'Hier warten schon zu viele Abfragen. Versuchen Sie es in einer Minute noch einmal.',
    'not-reachable': 'Log Analytics hat keine Antwort gegeben, mit der ich etwas anfangen kann.',
    deadline: 'Die Abfrage hat zu lange gedauert.',
  },
  tryAgainIn: 'Versuchen Sie es in {seconds} Sekunden noch einmal.',
  notLinked:
    'Das Protokoll wird nur Personen gezeigt, die Azure kennt. Verknüpfen Sie zuerst Ihr Konto, und sehen Sie dann noch einmal nach.',
  noRegistry: 'Es gibt keine solche Registrierung, in der ich für Sie nachsehen könnte.',
  needsRegistry:
    'Um das Protokoll anzusehen, brauche ich den Anmeldeserver, zum Beispiel `contoso.azurecr.io`.',
  noAccess: 'Ich habe hier keinen Zugriff auf Azure.',
};
