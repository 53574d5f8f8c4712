/** Schritte zur Anmeldung. */
export const signInSteps = {
  'same-server-as-image':
    'Melden Sie sich bei genau dem Anmeldeserver an, der im Namen Ihres Images steht. Eine Anmeldung unter einem anderen Servernamen zählt nicht. Die Registrierung ist privat: Außer dem anonymen Pullzugriff braucht alles eine Anmeldung.',
  'sign-in-entra':
    'Melden Sie sich zuerst bei der Azure CLI an, dann bei der Registrierung mit ihrem Namen ohne Suffix.',
  'sign-in-exposed-token':
    'Holen Sie ein neues Token, und melden Sie sich damit an. Der Benutzername ist `00000000-0000-0000-0000-000000000000`.',
  'sign-in-sp':
    'Melden Sie sich mit der Anwendungs-ID (Client-ID) als Benutzernamen an. Docker fragt nach dem Kennwort: Das ist der geheime Clientschlüssel.',
  'sign-in-managed-identity':
    'Melden Sie sich auf dem Azure-Computer, dem die Identität zugewiesen ist, mit ihr an und danach bei der Registrierung.',
  'sign-in-admin':
    'Melden Sie sich mit dem Namen der Registrierung als Benutzernamen an. Als Kennwort nehmen Sie eines der beiden, die im Azure-Portal unter **Einstellungen > Zugriffsschlüssel** stehen.',
  'sign-in-token':
    'Melden Sie sich mit dem Namen des Tokens als Benutzernamen und mit einem seiner Kennwörter an.',
  'sign-in-anonymous':
    'Ohne Anmeldeinformationen können Sie nur pullen, und auch das nur, wenn der Registrierungsbesitzer den anonymen Pullzugriff eingeschaltet hat. Zum Pushen melden Sie sich auf eine der anderen Arten an.',
  'sign-in-in-same-job':
    'Melden Sie sich in einer Pipeline im selben Job an, vor dem Schritt, der pullt oder pusht. Jeder Job beginnt ohne Anmeldeinformationen.',
  'expired-entra': 'Melden Sie sich neu an. Das Token, das Sie bekommen haben, läuft nach 3 Stunden ab.',
  'expired-sp':
    'Melden Sie sich neu an. Auch das Token eines Dienstprinzipals läuft nach 3 Stunden ab, selbst wenn sein Geheimnis noch gültig ist. Wird diese Anmeldung abgelehnt, ist vielleicht der geheime Clientschlüssel abgelaufen: Prüfen Sie das als Nächstes.',
  'expired-managed-identity':
    'Melden Sie sich auf diesem Computer neu an. Das Token einer verwalteten Identität läuft nach 3 Stunden ab. Azure-Dienste erneuern es selbst; starten Sie dort die App oder den Pullvorgang neu.',
  'expired-password':
    'Melden Sie sich mit Ihrem aktuellen Benutzernamen und Kennwort neu an. Ist auch das Kennwort abgelaufen, bitten Sie den Registrierungsbesitzer, es neu zu generieren oder ein neues Token zu erstellen.',
  'session-revoked':
    'Reicht das nicht, melden Sie sich zuerst vollständig ab. Das hilft, wenn das Kennwort geändert wurde oder ein Administrator Ihre Sitzungen beendet hat.',
  'scripts-sign-in-late':
    'Melden Sie sich in Skripts und Pipelines direkt vor jedem Pull oder Push an, nicht einmal am Anfang.',
  'zero-guid-user':
    'Melden Sie sich mit dem Benutzernamen `00000000-0000-0000-0000-000000000000` und dem Token als Kennwort an. Ihr eigener Name oder Ihre E-Mail-Adresse funktioniert mit einem solchen Token nicht.',
  'exposed-token-age': 'Verwenden Sie das Token bald: Es gilt 3 Stunden. Danach holen Sie ein neues.',
  'mode-switch-roles-first':
    'Prüfen Sie, ob Ihre Identität eine Rolle hat, die im neuen Modus der Registrierung zählt. Ohne sie schlägt auch eine neue Anmeldung fehl.',
  'mode-switch-relogin':
    'Melden Sie sich von der Registrierung ab und wieder an. Alles, was vor der Umstellung ausgestellt wurde, lehnt sie ab.',
  'mode-switch-kubelet':
    'Starten Sie auf jedem Knoten das Kubelet neu, oder ersetzen Sie die Knoten. Die Pods neu zu starten reicht nicht, denn der Knoten behält die alten Anmeldeinformationen. Warten hilft auch, kann aber Stunden dauern.',
  'mode-switch-service':
    'Starten Sie die App oder den Dienst, der pullt, neu, damit er neue Anmeldeinformationen anfordert. Sonst kann es Stunden dauern, bis er sie erneuert.',
  'logout-then-anonymous':
    'Melden Sie sich von der Registrierung ab, damit Docker keine alten Anmeldeinformationen sendet. Pullen Sie dann noch einmal.',
  'anonymous-reads-only':
    'Zum Pushen oder Löschen müssen Sie sich weiterhin anmelden: Anonym kann man nur lesen.',
  'satisfy-policy':
    'Melden Sie sich auf einem Gerät an, das Ihre Organisation verwaltet, und bestätigen Sie die zusätzliche Prüfung (zum Beispiel in der Authenticator-App), wenn der Browser danach fragt.',
  'policy-review':
    'Ist die Anmeldung weiter blockiert, bitten Sie einen Administrator von Microsoft Entra, sich die Richtlinie für bedingten Zugriff anzusehen. Geben Sie ihm die AADSTS-Nummer, die Uhrzeit und die Korrelations-ID aus der Meldung.',
  'automation-identity':
    'Verwenden Sie für Skripts und Pipelines einen Dienstprinzipal oder eine verwaltete Identität. Diese Richtlinien gelten nur für Benutzerkonten.',
  'federation-compare':
    'Vergleichen Sie Aussteller (issuer), Subjekt (subject) und Zielgruppe (audience) in der Fehlermeldung mit den Verbundanmeldeinformationen der Anwendung. Die Groß- und Kleinschreibung zählt.',
  'federation-correct':
    'Korrigieren Sie die Verbundanmeldeinformationen, sodass alle drei Werte gleich sind, oder fügen Sie neue hinzu. Führen Sie den Job dann noch einmal aus.',
  'federation-github':
    'Der Workflow braucht die Berechtigung `id-token: write`. Das Subjekt ist `repo:ORG/REPO:ref:refs/heads/BRANCH`, `repo:ORG/REPO:environment:NAME` oder `repo:ORG/REPO:pull_request`. Die Zielgruppe ist `api://AzureADTokenExchange`.',
  'federation-devops':
    'Öffnen Sie in Azure DevOps **Projekteinstellungen > Dienstverbindungen**, und vergleichen Sie Aussteller und Subjekt, die die Verbindung anzeigt. Das Subjekt sieht aus wie `sc://ORG/PROJECT/CONNECTION` und ändert sich, wenn eines davon umbenannt wird.',
  'federation-kubernetes':
    'In Kubernetes ist der Aussteller die OIDC-Ausstelleradresse des Clusters, und das Subjekt nennt den Namespace und das Dienstkonto.',
  'identity-assign':
    'Weisen Sie der Ressource, die pullt, eine verwaltete Identität zu: Öffnen Sie im Azure-Portal die Ressource und dann **Identität**. Dieser Befehl zeigt, welche Identitäten sie hat; er braucht die vollständige Ressourcen-ID.',
  'identity-choose':
    'Gibt es mehrere Identitäten, dann geben Sie an, welche gilt: mit ihrer Client-ID oder ihrer Ressourcen-ID in den Einstellungen des Diensts oder bei der Anmeldung.',
  'identity-role':
    'Geben Sie dieser Identität eine Rolle auf der Registrierung. Verwenden Sie ihre Prinzipal-ID (Objekt-ID), nicht ihre Client-ID.',
  'identity-service-settings':
    'Prüfen Sie, ob der Dienst so eingestellt ist, dass er mit dieser Identität pullt und nicht mit Benutzername und Kennwort.',
  'audience-update-cli':
    'Aktualisieren Sie Ihre Programme. Neuere Versionen der Azure CLI fordern ein Token an, das für die Registrierung bestimmt ist.',
  'audience-sign-in': 'Oder fordern Sie bei der Anmeldung selbst ein solches Token an.',
  'audience-enable':
    'Manche Dienste, zum Beispiel App Service und Container Apps, können solche Token noch nicht verwenden. Für sie kann der Registrierungsbesitzer Azure Resource Manager-Token wieder zulassen. Das ändert die ganze Registrierung und ist eine Sicherheitsentscheidung.',
} as const;
