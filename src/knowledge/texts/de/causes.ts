import type { CauseTexts } from '../types.js';

/** Titel jeder Ursache, und warum der Fehler so lautet. */
export const causes: CauseTexts = {
  'docker-not-running': {
    title: 'Auf diesem Computer fehlt Docker, oder es läuft nicht',
    why: '`az acr login` übergibt Docker ein Token. Der Befehl braucht deshalb dort, wo Sie ihn ausführen, den Docker-Client und den Docker-Daemon. Einer von beiden hat nicht geantwortet. Die Registrierung selbst wurde noch gar nicht gefragt.',
  },
  'cloud-shell-no-daemon': {
    title: 'In Azure Cloud Shell gibt es keinen Docker-Daemon',
    why: '`az acr login` braucht den Docker-Client und den Docker-Daemon. Cloud Shell hat nur den Client, deshalb kann der Befehl dort in seiner normalen Form nicht funktionieren. An Ihren Berechtigungen liegt es nicht.',
  },
  'docker-too-old': {
    title: 'Ihr Docker-Client ist zu alt',
    why: 'Die Registrierung verlangt den Docker-Client in Version 18.03 oder höher. Ein älterer Client beherrscht ihr Anmeldeverfahren nicht.',
  },
  'docker-credential-store': {
    title: 'Docker kann gespeicherte Anmeldeinformationen nicht lesen oder sichern',
    why: 'Docker verwahrt Anmeldeinformationen mit einem Hilfsprogramm, und dieses Programm fehlt oder schlägt fehl. Vielleicht hat die Registrierung Ihre Anmeldung angenommen, aber Docker konnte sie nicht speichern oder sendet eine alte.',
  },
  'helm-notary-missing': {
    title: 'Nur Helm oder Notary fehlt: Das ist harmlos',
    why: 'Die Integritätsprüfung sucht auch nach Helm und Notary. Diese Zeilen sagen nur, dass eines davon nicht installiert ist oder nicht zu Ihrer Version der Azure CLI passt. Sie bedeuten nicht, dass Ihre Registrierung oder Ihr Computer ein Problem hat.',
  },
  'registry-not-found': {
    title: 'Eine Registrierung mit diesem Namen gibt es nicht',
    why: 'Der Name des Anmeldeservers führt ins Leere. Entweder ist er falsch geschrieben, oder die Registrierung wurde gelöscht. Wo es keinen Server gibt, kann auch kein Kennwort geprüft werden.',
  },
  'login-server-malformed': {
    title: 'Der Name der Registrierung ist nicht richtig geschrieben',
    why: '`docker login` braucht den vollständigen Anmeldeserver in Kleinbuchstaben, zum Beispiel `myregistry.azurecr.io`. `az acr login` braucht nur den Ressourcennamen, zum Beispiel `myregistry`. Der Name, den Sie verwendet haben, hat eine andere Form.',
  },
  'wrong-subscription': {
    title: 'Die Registrierung liegt in einem anderen Abonnement oder Verzeichnis',
    why: 'Die Registrierung gibt es, aber nicht in dem Abonnement, auf das Ihre Azure CLI eingestellt ist. Die Meldung sagt in beiden Fällen „not found“. Sie bedeutet nicht, dass die Registrierung verschwunden ist.',
  },
  'repository-or-tag-not-found': {
    title: 'Das Image oder sein Tag ist nicht in der Registrierung',
    why: 'Ihre Anmeldung hat funktioniert, und die Registrierung hat nach dem Image gesucht. Das Repository, das Tag oder den Digest gibt es dort nicht: falsch geschrieben, nie gepusht oder gelöscht.',
  },
  'platform-mismatch': {
    title: 'Das Image gibt es, aber nicht für Ihre Plattform',
    why: 'Ein Image wird für einen Prozessor und ein Betriebssystem gebaut. Die Registrierung hat dieses Image, aber nicht für die Plattform, die Ihr Computer verlangt. Mit Ihren Berechtigungen ist alles in Ordnung.',
  },
  'image-not-qualified': {
    title: 'Im Namen des Images fehlt der Name Ihrer Registrierung',
    why: 'Ohne Anmeldeserver davor sucht Docker auf Docker Hub. Abgelehnt hat Docker Hub; über Ihre Azure-Registrierung sagt die Meldung nichts.',
  },
  'not-logged-in': {
    title: 'Sie sind bei dieser Registrierung nicht angemeldet',
    why: 'Die Registrierung ist privat. Zum Pushen und Pullen müssen Sie sich anmelden, außer sie erlaubt anonymen Pullzugriff. Es kamen keine gültigen Anmeldeinformationen an: Sie haben sich noch nicht angemeldet, oder nur unter einem anderen Servernamen.',
  },
  'credentials-invalid': {
    title: 'Benutzername oder Kennwort wird nicht angenommen',
    why: 'Die Registrierung hat einen Benutzernamen und ein Kennwort bekommen (von einem Dienstprinzipal, einem Repositorytoken oder dem Administratorbenutzer) und abgelehnt. Eines davon ist falsch oder abgelaufen. Prüfen Sie, was Sie verwenden oder was Ihnen der Registrierungsbesitzer gegeben hat. Manchmal löst auch eine Firewall dieselbe Meldung aus.',
  },
  'admin-user-disabled': {
    title: 'Der Administratorbenutzer der Registrierung ist ausgeschaltet',
    why: 'Sie haben sich mit dem Administratorbenutzer angemeldet, aber die Registrierung erlaubt das nicht; er ist standardmäßig ausgeschaltet. Haben Sie Ihr eigenes Konto verwendet, dann ist diese Zeile nur ein letzter Versuch der Azure CLI, und die wahre Ursache steht in der Zeile davor.',
  },
  'admin-password-wrong': {
    title: 'Das Kennwort des Administratorbenutzers ist falsch',
    why: 'Der Administratorbenutzer ist eingeschaltet, aber dieses Kennwort ist keines seiner beiden aktuellen. Möglicherweise wurde Ihr bisheriges Kennwort neu generiert.',
  },
  'sp-secret-invalid': {
    title: 'Der geheime Clientschlüssel des Dienstprinzipals ist falsch',
    why: 'Die Anwendung gibt es, aber dieses Geheimnis gehört nicht zu ihr. Oft wurde die ID des Geheimnisses statt seines Werts verwendet.',
  },
  'sp-secret-expired': {
    title: 'Der geheime Clientschlüssel des Dienstprinzipals ist abgelaufen',
    why: 'Ein geheimer Clientschlüssel gilt nur eine begrenzte Zeit, und bei diesem ist sie vorbei. Die Registrierung antwortet dann so, als wäre das Kennwort falsch.',
  },
  'sp-not-found': {
    title: 'Der Benutzername ist keine bekannte Anwendungs-ID',
    why: 'Die Registrierung hält diesen Benutzernamen für die ID einer Anwendung (Dienstprinzipal) und findet sie nicht in ihrem Verzeichnis. Entweder ist die ID falsch geschrieben, oder es ist eine E-Mail-Adresse oder ein anderer Name, oder die Anwendung wurde gelöscht oder gehört zu einem anderen Verzeichnis.',
  },
  'repo-token-password-wrong': {
    title: 'Das Kennwort des Repositorytokens ist falsch oder abgelaufen',
    why: 'Das Token gibt es, und es ist aktiviert, aber dieses Kennwort gilt nicht. Es kann abgelaufen sein oder neu generiert worden sein.',
  },
  'repo-token-disabled': {
    title: 'Das Repositorytoken ist ausgeschaltet',
    why: 'Das Token gibt es, aber jemand hat es deaktiviert. Dann lehnt die Registrierung jedes seiner Kennwörter ab.',
  },
  'mode-switch-stale-credential': {
    title: 'Alte Anmeldung aus der Zeit vor einer Änderung der Registrierung',
    why: 'Die Registrierung wurde auf einen anderen Berechtigungsmodus umgestellt. Alles, was vorher ausgestellt wurde, lehnt sie ab, bis sich der Client neu anmeldet – auch wenn die Rollen stimmen.',
  },
  'entra-token-expired': {
    title: 'Ihre Anmeldung ist abgelaufen',
    why: 'Token und Anmeldeinformationen gelten nur eine begrenzte Zeit und müssen dann erneuert werden. Das Token, das Sie für die Registrierung bekommen haben, gilt 3 Stunden; danach antwortet die Registrierung so, als wären Sie nicht angemeldet. Mit Ihren Berechtigungen ist alles in Ordnung.',
  },
  'expose-token-username': {
    title: 'Zum Zugriffstoken wurde der falsche Benutzername angegeben',
    why: 'Ein Token aus `az acr login --expose-token` funktioniert nur mit dem Benutzernamen `00000000-0000-0000-0000-000000000000`. Bei einem anderen Namen sucht die Registrierung ein Konto, das es nicht gibt.',
  },
  'anonymous-pull-stale-login': {
    title: 'Alte gespeicherte Anmeldeinformationen stören den anonymen Pullzugriff',
    why: 'Aus dieser Registrierung kann man ohne Anmeldung lesen. Aber Docker sendet noch Anmeldeinformationen von früher, und die lehnt die Registrierung ab, statt Sie als Gast hereinzulassen.',
  },
  'conditional-access': {
    title: 'Eine Sicherheitsrichtlinie Ihrer Organisation blockiert die Anmeldung',
    why: 'Ihr Kennwort stimmt, aber eine Richtlinie verlangt mehr: einen zweiten Faktor, ein verwaltetes Gerät oder einen anderen Ort. Die Anmeldung blieb bei Microsoft Entra hängen, noch vor der Registrierung.',
  },
  'federation-mismatch': {
    title: 'Die Verbundanmeldung passt nicht zu ihren Einstellungen',
    why: 'Der Job weist sich mit einem Token statt mit einem Geheimnis aus. Aussteller (issuer), Subjekt (subject) oder Zielgruppe (audience) dieses Tokens sind anders, als die Anwendung es erwartet. Deshalb lehnt Microsoft Entra es ab.',
  },
  'managed-identity-unavailable': {
    title: 'Die verwaltete Identität fehlt, oder die falsche wird verwendet',
    why: 'Die Ressource wollte sich mit einer verwalteten Identität anmelden. Ihr ist keine zugewiesen, oder es gibt mehrere, und niemand hat gesagt, welche gilt. Die Registrierung wurde noch gar nicht gefragt.',
  },
  'arm-audience-disabled': {
    title: 'Die Registrierung nimmt diese Art von Token nicht an',
    why: 'Die Registrierung nimmt nur Token an, die für Registrierungen ausgestellt sind, und lehnt Token für Azure Resource Manager ab. Ältere Programme und manche Dienste senden noch diese zweite Art.',
  },
  'role-missing': {
    title: 'Sie sind angemeldet, aber Ihnen fehlt die Rolle für diese Aktion',
    why: 'Die Registrierung kennt die Identität (einen Benutzer, eine verwaltete Identität oder einen Dienstprinzipal), aber keine Rollenzuweisung erlaubt ihr hier diese Aktion. Die Antwort ist dasselbe `unauthorized` oder `denied` wie bei einem falschen Kennwort.',
  },
  'role-not-activated': {
    title: 'Ihre Rolle ist noch nicht aktiviert',
    why: 'Für die richtige Rolle sind Sie berechtigt, aber sie wirkt erst, wenn Sie sie in Privileged Identity Management (PIM) aktivieren.',
  },
  'abac-ignores-legacy-role': {
    title: 'Diese Registrierung berücksichtigt Ihre Rolle nicht',
    why: 'Die Registrierung hat den Modus `RBAC-Registrierung + ABAC-Repositoryberechtigungen`. Dort geben `AcrPull`, `AcrPush` und `AcrDelete` keinen Zugriff auf Images, und auch `Owner`, `Contributor` und `Reader` nicht. Nur die Rollen, die mit `Container Registry Repository` beginnen, zählen.',
  },
  'abac-condition-excludes': {
    title: 'Ihre Rolle gilt nicht für dieses Repository',
    why: 'Die Identität hat eine Repositoryrolle, aber eine Bedingung beschränkt sie auf andere Repositorys. So können Sie in der Registrierung Berechtigungen haben und für dieses Image trotzdem keine.',
  },
  'catalog-not-authorized': {
    title: 'Sie dürfen die Repositorys dieser Registrierung nicht auflisten',
    why: 'Für das Auflisten der Repositorys gibt es eine eigene Berechtigung. Rollen, mit denen Sie einzelne Images pullen oder pushen, enthalten sie nicht immer. Mit dem Namen zu pullen kann durchaus gehen.',
  },
  'scope-map-insufficient': {
    title: 'Das Repositorytoken gilt nicht für dieses Repository oder diese Aktion',
    why: 'Benutzername und Kennwort stimmen. Aber was das Token darf, steht in seiner Bereichszuordnung, und dieses Repository oder diese Aktion steht nicht darin.',
  },
  'arm-role-missing': {
    title: 'Sie dürfen die Registrierung nicht anzeigen oder verwalten',
    why: 'Wer die Einstellungen einer Registrierung im Azure-Portal oder mit der Azure CLI ansehen oder ändern will, braucht eine Rolle für Azure Resource Manager. Die Rollen zum Pullen und Pushen von Images enthalten das nicht.',
  },
  'assign-role-not-allowed': {
    title: 'Sie dürfen auf dieser Registrierung keine Rollen zuweisen',
    why: 'Wer jemandem eine Rolle geben will, braucht dafür eine eigene Berechtigung. Sie gehört zu `Role Based Access Control Administrator`, nicht zu den Rollen für Images.',
  },
  'app-registration-not-allowed': {
    title: 'Sie dürfen in Ihrem Verzeichnis keine Anwendungen registrieren',
    why: 'Wer eine Dienstverbindung oder einen Dienstprinzipal erstellt, registriert damit eine Anwendung in Microsoft Entra. Ihr Konto darf das nicht. Mit der Registrierung hat das nichts zu tun.',
  },
  'provider-not-registered': {
    title: 'Das Abonnement ist nicht für Containerregistrierungen eingerichtet',
    why: 'Ein Abonnement muss einmal für den Ressourcenanbieter `Microsoft.ContainerRegistry` registriert werden. Vorher lassen sich darin keine Registrierungen erstellen oder verwalten.',
  },
  'role-propagating': {
    title: 'Ihre neue Rolle wirkt noch nicht',
    why: 'Die Rolle wurde erst vor Kurzem zugewiesen. Azure braucht einige Minuten, bis sie überall gilt, und eine Anmeldung von vorher weiß nichts von ihr. Auch der Browser kann einen alten Stand zeigen.',
  },
  'aks-identity-missing-role': {
    title: 'Der Cluster darf aus dieser Registrierung nicht pullen',
    why: 'Die Knoten des Clusters pullen mit ihrer eigenen Identität, der Kubelet-Identität. Sie ist nicht an die Registrierung angebunden, hat nicht die richtige Rolle oder fehlt auf den Knoten. Auf Ihre eigenen Berechtigungen kommt es hier nicht an.',
  },
  'aks-pull-secret-invalid': {
    title: 'Das Pullgeheimnis des Pods fehlt oder ist falsch',
    why: 'Der Pod meldet sich mit einem Geheimnis an, das im Cluster gespeichert ist. Es liegt in einem anderen Namespace, nennt einen anderen Server oder enthält ein Kennwort, das nicht mehr gilt.',
  },
  'cross-tenant': {
    title: 'Identität und Registrierung gehören zu verschiedenen Verzeichnissen',
    why: 'Jede Organisation hat ihr eigenes Verzeichnis (Mandant). Die Registrierung fragt in ihrem eigenen nach, und dort ist die Identität nicht bekannt.',
  },
  'content-locked': {
    title: 'Das Image oder das Repository ist gesperrt',
    why: 'Die Registrierung hat Sie erkannt, aber der Inhalt darf nicht geändert oder gelesen werden: Er wurde gesperrt oder unter Quarantäne gestellt. Mehr Berechtigungen helfen nicht.',
  },
  'ip-not-allowed': {
    title: 'Die Firewall der Registrierung lässt Ihre Adresse nicht zu',
    why: 'Die Registrierung hat eine Firewall. Sie lässt nur ausgewählte Netzwerke herein, und die Adresse, von der Sie kommen, steht nicht auf der Liste. Deshalb sehen Sie `403`, obwohl Kennwort und Rollen richtig sein können.',
  },
  'public-access-disabled': {
    title: 'Der öffentliche Zugriff auf die Registrierung ist ausgeschaltet',
    why: 'Die Registrierung ist nur über einen privaten Endpunkt zu erreichen. Aus dem Internet lehnt sie jeden mit `403` ab, ganz gleich, welches Kennwort und welche Rollen er hat.',
  },
  'private-endpoint-dns': {
    title: 'Der Name führt zur öffentlichen Adresse statt zur privaten',
    why: 'Die Registrierung hat einen privaten Endpunkt, aber der Computer, auf dem es fehlschlägt, findet die private Adresse nicht. Er geht zur öffentlichen Adresse und wird dort abgelehnt, oder er findet gar keine.',
  },
  'connection-failed': {
    title: 'Die Registrierung ist von dort nicht zu erreichen',
    why: 'Zum Anmeldeserver kam keine Verbindung zustande: kein Name, keine Antwort, eine Ablehnung oder ein Proxy dazwischen. Die Registrierung hat Ihre Anmeldung nicht gesehen, mit Kennwörtern hat es also nichts zu tun.',
  },
  'tls-untrusted': {
    title: 'Ihr Computer vertraut der verschlüsselten Verbindung nicht',
    why: 'Auf dem Weg zur Registrierung gibt es ein Zertifikat, dem Ihr Computer nicht vertraut. Meist bricht ein Proxy die Verbindung auf, oder die Uhr des Computers geht falsch.',
  },
  'data-endpoint-blocked': {
    title: 'Die Anmeldung klappt, aber die Layer des Images sind blockiert',
    why: 'Die Teile eines Images kommen nicht vom Anmeldeserver, sondern von einer anderen Adresse, dem Datenendpunkt. Der Computer, der pullt, kann diese Adresse nicht erreichen.',
  },
  'rate-limited': {
    title: 'Zu viele Anforderungen in kurzer Zeit',
    why: 'Jeder Tarif hat eine Grenze, und sie wurde überschritten. Die Registrierung lehnt ab, bis etwas Zeit vergangen ist. Mit Ihren Berechtigungen ist alles in Ordnung.',
  },
  'quota-exceeded': {
    title: 'Die Registrierung hat eine Grenze erreicht',
    why: 'Die Registrierung hat keinen Speicherplatz mehr, oder eine andere Grenze ihres Tarifs ist erreicht. Neue Inhalte lehnt sie dann ab.',
  },
  'cmk-key-unavailable': {
    title: 'Die Registrierung kann ihren Verschlüsselungsschlüssel nicht verwenden',
    why: 'Die Registrierung ist mit einem Schlüssel Ihrer Organisation verschlüsselt. Der Schlüssel, sein Tresor oder die Identität, die ihn liest, ist nicht verfügbar. Deshalb kann die Registrierung ihre eigenen Daten nicht lesen.',
  },
  'client-defect': {
    title: 'Das Programm selbst ist defekt oder veraltet',
    why: 'Die Meldung kommt von einem Absturz im Programm, nicht von der Registrierung. Über Ihre Berechtigungen sagt sie nichts.',
  },
  'service-outage': {
    title: 'Eine Störung auf der Seite von Azure',
    why: 'Die Registrierung oder der Anmeldedienst hat mit einem eigenen Fehler geantwortet. An Ihren Anmeldeinformationen lag es nicht.',
  },
  'not-acr': {
    title: 'Hier geht es nicht um Azure Container Registry',
    why: 'Die Meldung kommt von einem anderen Server oder Dienst, oder sie zeigt keinen Fehler. Was ich über Registrierungen in Azure weiß, trifft darauf nicht zu.',
  },
  unknown: {
    title: 'Die Ursache ist noch nicht klar',
    why: 'Es geht um Azure Container Registry, aber weder Ihre Angaben noch das, was ich prüfen konnte, deuten auf eine der bekannten Ursachen hin.',
  },
};
