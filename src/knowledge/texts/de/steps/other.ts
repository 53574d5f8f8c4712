/** Schritte zu Ursachen außerhalb von Berechtigungen und Netzwerk der Registrierung, und wie es weitergeht. */
export const otherSteps = {
  'cmk-restore':
    'Stellen Sie den Schlüssel wieder her, mit dem die Registrierung verschlüsselt ist, seine Berechtigungen im Schlüsseltresor oder die Identität, die ihn liest. Eines davon wurde gelöscht, deaktiviert oder blockiert.',
  'cmk-verify': 'Prüfen Sie das Ergebnis. `CMK_ERROR` muss verschwunden sein.',
  'client-update': 'Aktualisieren Sie das abgestürzte Programm, oder installieren Sie es neu.',
  'client-other':
    'Versuchen Sie dasselbe mit einem anderen Programm. Klappt es damit, ist mit der Registrierung und Ihren Berechtigungen alles in Ordnung.',
  'client-report': 'Stürzt auch die neueste Version ab, melden Sie es dem Hersteller des Programms.',
  'outage-repeat':
    'Versuchen Sie es nach ein paar Minuten noch einmal. Dieser Befehl muss `401` ausgeben; eine Zahl ab 500 ist eine Störung des Diensts.',
  'outage-status':
    'Sehen Sie für Ihre Region auf der Azure-Statusseite und im Azure-Portal unter **Service Health** nach.',
  'outage-ticket':
    'Hält es an, öffnen Sie ein Supportticket. Nennen Sie den Anmeldeserver, die Uhrzeit und die Korrelations-ID aus der Meldung.',
  'not-acr-where':
    'Sehen Sie sich den Namen des Servers in der Meldung an. Eine Containerregistrierung von Azure endet auf `.azurecr.io`, `.azurecr.cn` oder `.azurecr.us`. Ist es ein anderer Server, fragen Sie die Leute, die ihn betreiben.',
  'not-acr-paste-more':
    'Geht es doch um Ihre Registrierung, senden Sie mir die vollständige Meldung mit dem Befehl, den Sie ausgeführt haben.',
  'unknown-reproduce':
    'Lösen Sie den Fehler mit der Integritätsprüfung noch einmal aus, und schlagen Sie den Code, den sie ausgibt, in der Fehlerreferenz nach.',
  'unknown-login-events':
    'Wenn die Registrierung Ressourcenprotokolle führt (**Überwachung > Diagnoseeinstellungen**), bitten Sie ihren Besitzer, sich `ContainerRegistryLoginEvents` anzusehen. Dort steht jede Anmeldung mit Status, Identität und IP-Adresse. Dieser Befehl listet die Fehlschläge des letzten Tages auf; er braucht die ID des Log Analytics-Arbeitsbereichs.',
  'unknown-other-topics':
    'Lesen Sie die anderen Themen: Probleme mit dem Netzwerk und Probleme mit der Leistung.',
  'unknown-ask-people':
    'Fragen Sie andere: die Azure-Community oder Microsoft Q&A. Sie können auch Feedback zum Produkt geben.',
  'unknown-ticket':
    'Öffnen Sie ein Supportticket. Mit Ihren Angaben kann Microsoft fehlgeschlagene Anmeldungen bei Ihrer Registrierung schnell prüfen. Nennen Sie den Anmeldeserver, den Zeitpunkt des Fehlschlags, den vollständigen Fehler, die Korrelations-ID, die Identität und Ihre öffentliche IP-Adresse. Senden Sie niemals ein Kennwort oder Token.',
} as const;
