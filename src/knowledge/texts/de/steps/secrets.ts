/** Schritte zu Kennwörtern und Geheimnissen. */
export const secretSteps = {
  'secret-in-kubernetes':
    'Ersetzen Sie das Geheimnis auch im Cluster: im Pullgeheimnis des Namespace oder im Dienstprinzipal des Clusters.',
  'secret-in-devops':
    'Ersetzen Sie das Geheimnis in Azure DevOps unter **Projekteinstellungen > Dienstverbindungen**. Besser: Stellen Sie die Verbindung auf einen Workload-Identitätsverbund um; dort gibt es kein Geheimnis, das ablaufen kann.',
  'secret-in-github':
    'Ersetzen Sie das Geheimnis in den Einstellungen des GitHub-Repositorys. Besser: Verwenden Sie einen Verbund (OpenID Connect); dort gibt es kein Geheimnis, das ablaufen kann.',
  'secret-in-service':
    'Ersetzen Sie das Geheimnis in den Einstellungen des Azure-Diensts, der pullt, und starten Sie ihn neu. Besser: Lassen Sie ihn mit einer verwalteten Identität pullen.',
  'valid-entra':
    'Melden Sie sich neu an, und zwar beim Verzeichnis (Mandanten) der Registrierung. Ein Kennwort für die Registrierung brauchen Sie nicht: `az acr login` besorgt es für Sie.',
  'valid-exposed-token':
    'Holen Sie ein neues Token. Es läuft nach 3 Stunden ab und braucht den Benutzernamen `00000000-0000-0000-0000-000000000000`.',
  'valid-sp':
    'Der Benutzername muss die Anwendungs-ID (Client-ID) sein und das Kennwort der Wert eines geheimen Clientschlüssels, beides aus dem Verzeichnis (Mandanten) der Registrierung. Dieser Befehl zeigt, bis wann die Geheimnisse gelten. Wenn Sie beim Wert nicht sicher sind, erstellen Sie unter **Microsoft Entra ID > App-Registrierungen > (App) > Zertifikate & Geheimnisse** ein neues Geheimnis, und speichern Sie es sofort: Es wird nur einmal angezeigt.',
  'valid-admin':
    'Vergleichen Sie Ihr Kennwort mit den beiden Kennwörtern im Azure-Portal unter **Einstellungen > Zugriffsschlüssel**. Möglicherweise wurde Ihr bisheriges Kennwort neu generiert.',
  'valid-token':
    'Der Benutzername ist der Name des Tokens. Prüfen Sie das Ablaufdatum seiner Kennwörter, hier oder im Azure-Portal unter **Repositoryberechtigungen > Token**. Wenn Sie beim Kennwort nicht sicher sind, generieren Sie es dort neu, und speichern Sie es sofort: Es wird nur einmal angezeigt.',
  'valid-managed-identity':
    'Eine verwaltete Identität hat kein Kennwort. Prüfen Sie, ob sie der Ressource zugewiesen ist, die pullt, und ob sie eine Rolle auf der Registrierung hat.',
  'valid-federation':
    'Bei einem Verbund gibt es kein Kennwort. Prüfen Sie, ob Aussteller (issuer), Subjekt (subject) und Zielgruppe (audience) der Verbundanmeldeinformationen passen und ob die Identität eine Rolle auf der Registrierung hat.',
  'valid-anonymous':
    'Alte Anmeldeinformationen stören den anonymen Pullzugriff. Melden Sie sich zuerst ab, und pullen Sie dann noch einmal.',
  'valid-service-configuration':
    'Wenn sich Kubernetes, Azure DevOps oder ein anderer Azure-Dienst für Sie anmeldet, prüfen Sie dort die Einstellungen zur Registrierung: Registrierung, Benutzername, Geheimnis oder Identität.',
  'firewall-looks-like-auth':
    'Prüfen Sie auch das Netzwerk: Firewallregeln und Netzwerkeinstellungen können Fehler auslösen, die wie ein falsches Kennwort aussehen. Dieser Befehl muss `401` ausgeben. Gibt er `403` oder nichts aus, liegt es am Netzwerk.',
  'admin-prefer-entra':
    'Besser: Melden Sie sich mit Ihrem eigenen Konto an statt mit dem Administratorbenutzer. Dann muss niemand ein Kennwort teilen.',
  'admin-enable':
    'Wenn Sie den Administratorbenutzer wirklich brauchen, schaltet ihn der Registrierungsbesitzer ein: im Azure-Portal unter **Einstellungen > Zugriffsschlüssel > Administratorbenutzer** oder mit diesem Befehl.',
  'admin-policy':
    'Wird das abgelehnt, verbietet vielleicht eine Richtlinie Ihrer Organisation den Administratorbenutzer. Verwenden Sie dann Ihr eigenes Konto, einen Dienstprinzipal oder ein Repositorytoken.',
  'admin-compare':
    'Der Registrierungsbesitzer vergleicht Ihr Kennwort mit den beiden Kennwörtern im Azure-Portal unter **Einstellungen > Zugriffsschlüssel**. Möglicherweise wurde Ihr bisheriges Kennwort neu generiert.',
  'admin-sign-in':
    'Melden Sie sich mit dem aktuellen Kennwort an. Der Benutzername ist der Name der Registrierung.',
  'admin-update-places':
    'Aktualisieren Sie jede Stelle, an der noch das alte Kennwort steht: Pipelines, Pullgeheimnisse, App-Einstellungen.',
  'admin-regenerate':
    'Generieren Sie ein Kennwort nur neu, wenn es unbekannt ist oder nach außen gelangt ist: Jeder, der es verwendet, ist danach ausgesperrt. Nehmen Sie sich immer nur eines der beiden vor, warten Sie eine Minute, und stellen Sie alle Benutzer um, bevor das andere an die Reihe kommt.',
  'admin-who-regenerated':
    'Wer es geändert hat, steht im Aktivitätsprotokoll der Registrierung: Suchen Sie nach `Regenerate Container Registry Login Credentials`.',
  'sp-use-secret-value':
    'Melden Sie sich mit der Anwendungs-ID (Client-ID) als Benutzernamen und dem Wert des geheimen Clientschlüssels als Kennwort an. Der Wert ist nicht die Geheimnis-ID: Das Portal zeigt beide nebeneinander, den Wert aber nur direkt nach dem Erstellen.',
  'sp-new-secret':
    'Wenn Sie beim Wert nicht sicher sind, erstellen Sie ein neues Geheimnis: im Azure-Portal unter **Microsoft Entra ID > App-Registrierungen > (App) > Zertifikate & Geheimnisse > Neuer geheimer Clientschlüssel** oder mit diesem Befehl.',
  'sp-save-secret':
    'Speichern Sie den neuen Wert sofort an einem sicheren Ort, zum Beispiel in einem Schlüsseltresor. Er wird nur einmal angezeigt; sobald Sie die Seite verlassen, kann ihn niemand mehr lesen.',
  'sp-remove-old-secret':
    'Wenn alles das neue Geheimnis verwendet, entfernen Sie das alte. Der erste Befehl listet die Geheimnisse mit ihren Schlüssel-IDs und ihren ersten Zeichen auf, der zweite entfernt eines.',
  'sp-see-expiry':
    'Sehen Sie nach, bis wann die Geheimnisse gelten: mit diesem Befehl oder in der Spalte **Gültig bis** unter **Microsoft Entra ID > App-Registrierungen > (App) > Zertifikate & Geheimnisse**.',
  'sp-owner-resets':
    'Bitten Sie einen Abonnementbesitzer oder Kontoadministrator, die Anmeldeinformationen zurückzusetzen: mit einem neuen Geheimnis für die Anwendung oder einem neuen Dienstprinzipal.',
  'sp-sign-in-again':
    'Melden Sie sich mit der Anwendungs-ID (Client-ID) als Benutzernamen und dem neuen Geheimnis als Kennwort neu an.',
  'sp-user-is-client-id':
    'Verwenden Sie als Benutzernamen die Anwendungs-ID (Client-ID) des Dienstprinzipals. Sie sieht aus wie `11111111-2222-3333-4444-555555555555`. Eine E-Mail-Adresse, ein Anzeigename oder die Objekt-ID funktioniert nicht. Das Kennwort ist der geheime Clientschlüssel.',
  'sp-find-application':
    'Prüfen Sie, ob es die Anwendung im Verzeichnis (Mandanten) der Registrierung noch gibt. Dieser Befehl gibt ihren Namen aus.',
  'sp-other-tenant':
    'Gibt es sie nur in einem anderen Verzeichnis, melden Sie sich mit einer Anwendung des Verzeichnisses an, zu dem die Registrierung gehört.',
  'sp-create-new':
    'Wurde sie gelöscht, erstellen Sie einen neuen Dienstprinzipal, und geben Sie ihm eine Rolle auf der Registrierung.',
  'token-see-expiry':
    'Sehen Sie sich die Kennwörter des Tokens und ihr Ablaufdatum an: mit diesem Befehl oder im Azure-Portal unter **Repositoryberechtigungen > Token > (Token)**.',
  'token-regenerate':
    'Ist das Kennwort abgelaufen, oder sind Sie nicht sicher, dann bitten Sie den Registrierungsbesitzer, ein neues Kennwort für das Token oder ein neues Token zu generieren. Dabei wird festgelegt, wie viele Tage es gilt. Das alte `password1` funktioniert danach nicht mehr.',
  'token-save-password':
    'Speichern Sie das neue Kennwort sofort: Es wird nur einmal angezeigt und lässt sich nicht mehr lesen, wenn Sie die Seite geschlossen haben. Ein neu generiertes Kennwort funktioniert nach etwa einer Minute.',
  'token-sign-in': 'Melden Sie sich mit dem Namen des Tokens als Benutzernamen und mit seinem Kennwort an.',
  'token-enable':
    'Bitten Sie den Registrierungsbesitzer, das Token zu aktivieren: mit diesem Befehl oder im Azure-Portal unter **Repositoryberechtigungen > Token > (Token)**.',
} as const;
