/** Schritte zu Berechtigungen für Images. */
export const authorizationSteps = {
  'role-assign-legacy':
    'Bitten Sie jemanden, der Rollen zuweisen darf, der Identität unter **Zugriffssteuerung (IAM)** die richtige Rolle auf der Registrierung zu geben: `AcrPull` zum Pullen, `AcrPush` zum Pushen und Pullen, `AcrDelete` zum Löschen. In diesem Modus geben nur diese Rollen (und weiter gefasste wie Contributor) Zugriff auf Images.',
  'role-assign-abac':
    'Bitten Sie jemanden, der Rollen zuweisen darf, der Identität unter **Zugriffssteuerung (IAM)** die richtige Rolle auf der Registrierung zu geben: `Container Registry Repository Reader` zum Pullen, `Container Registry Repository Writer` zum Pushen, `Container Registry Repository Contributor` zum Löschen. In diesem Modus zählen `AcrPull`, `AcrPush` und `AcrDelete` nicht. Eine Bedingung kann die Rolle auf einige Repositorys beschränken.',
  'role-list-abac':
    'Zum Auflisten der Repositorys braucht die Identität außerdem `Container Registry Repository Catalog Lister`. Die Rolle gilt für alle Repositorys der Registrierung und lässt keine Bedingung zu.',
  'role-own-object-id':
    'Die Rolle wird der Objekt-ID Ihres Kontos zugewiesen. Dieser Befehl gibt sie aus; geben Sie sie der Person, die die Rolle zuweist.',
  'role-sp-object-id':
    'Die Rolle wird der Objekt-ID des Dienstprinzipals zugewiesen, nicht seiner Anwendungs-ID (Client-ID). Dieser Befehl gibt sie aus.',
  'role-for-principal-id':
    'Die Rolle wird der Objekt-ID (Prinzipal-ID) der Identität zugewiesen, nicht ihrer Client-ID.',
  'role-for-tasks':
    'Geben Sie für ACR Tasks mit `--source-acr-auth-id` auch die Identität an, die aus der Registrierung liest. In diesem Modus hat ein Task keinen eigenen Zugriff.',
  'role-wait-and-sign-in':
    'Bis eine neue Rolle wirkt, kann es bis zu 10 Minuten dauern. Melden Sie sich dann von der Registrierung ab, warten Sie eine Minute, und melden Sie sich wieder an.',
  'role-wait-kubernetes':
    'Bis eine neue Rolle wirkt, kann es bis zu 10 Minuten dauern. Löschen Sie dann den Pod, damit Kubernetes noch einmal pullt.',
  'role-wait-service':
    'Bis eine neue Rolle wirkt, kann es bis zu 10 Minuten dauern. Starten Sie dann die App oder den Dienst, der pullt, neu, damit er sich neu anmeldet.',
  'activate-role':
    'Aktivieren Sie die Rolle in Privileged Identity Management (PIM). Bisher sind Sie nur für sie berechtigt, und das allein gibt noch keinen Zugriff. Vielleicht muss jemand die Aktivierung genehmigen.',
  'abac-equivalent-role':
    'Bitten Sie jemanden, der Rollen zuweisen darf, die Rolle unter **Zugriffssteuerung (IAM)** zu ersetzen: Aus `AcrPull` wird `Container Registry Repository Reader`, aus `AcrPush` wird `Container Registry Repository Writer`, aus `AcrDelete` wird `Container Registry Repository Contributor`. Eine Bedingung kann die neue Rolle auf einige Repositorys beschränken.',
  'abac-add-catalog-lister':
    'Das Auflisten der Repositorys gehört nicht zu diesen Rollen. Wer sie auch auflisten soll, braucht zusätzlich `Container Registry Repository Catalog Lister`. Diese Rolle lässt keine Bedingung zu: Sie zeigt die Namen aller Repositorys.',
  'abac-remove-old-role':
    'Wenn alles funktioniert, entfernen Sie die alte Rolle. Auf Images wirkt sie nicht mehr.',
  'condition-look':
    'Sehen Sie sich die Bedingung der Rollenzuweisung an: im Azure-Portal unter **Zugriffssteuerung (IAM) > Rollenzuweisungen** oder mit diesem Befehl. Sie nennt die Repositorys, für die die Rolle gilt.',
  'condition-edit':
    'Bitten Sie jemanden, der Rollen zuweisen darf, Ihr Repository in die Bedingung aufzunehmen oder eine eigene Zuweisung für dieses Repository hinzuzufügen. Der Name des Repositorys muss dort genauso lauten wie im Image.',
  'condition-prefix-slash':
    'Prüft die Bedingung nur den Anfang eines Namens, dann beenden Sie ihn mit einem Schrägstrich, etwa `backend/`. Ohne den Schrägstrich gilt sie auch für Nachbarn wie `backend-test`.',
  'catalog-abac':
    'Bitten Sie jemanden, der Rollen zuweisen darf, der Identität `Container Registry Repository Catalog Lister` zu geben. Die Rollen zum Lesen und Schreiben von Images enthalten das Auflisten nicht. Diese Rolle lässt keine Bedingung zu: Sie zeigt die Namen aller Repositorys.',
  'catalog-legacy':
    'Bitten Sie jemanden, der Rollen zuweisen darf, der Identität auf der Registrierung `AcrPull` zu geben.',
  'catalog-token':
    'Mit einem Repositorytoken lassen sich die Repositorys einer Registrierung nicht auflisten. Verwenden Sie die Namen, die Sie kennen, oder melden Sie sich mit einer Microsoft Entra-Identität an.',
  'scope-map-pull':
    'Bitten Sie den Registrierungsbesitzer, Ihr Repository in die Bereichszuordnung des Tokens aufzunehmen, mit den Berechtigungen, Images zu lesen und Tags aufzulisten.',
  'scope-map-push':
    'Bitten Sie den Registrierungsbesitzer, Ihr Repository in die Bereichszuordnung des Tokens aufzunehmen, mit den Berechtigungen, Images zu schreiben und zu lesen.',
  'scope-map-delete':
    'Bitten Sie den Registrierungsbesitzer, Ihr Repository in die Bereichszuordnung des Tokens aufzunehmen, mit der Berechtigung, Images zu löschen.',
  'scope-map-portal':
    'Im Azure-Portal steht das unter **Repositoryberechtigungen > Bereichszuordnungen**. Die Änderung wirkt sofort; Ihr Kennwort bleibt gleich.',
  'wait-ten-minutes':
    'Warten Sie nach der Zuweisung der Rolle bis zu 10 Minuten. Die Registrierung kann weitere 10 Minuten brauchen.',
  'private-browser-window':
    'Wurden Ihre Berechtigungen vor Kurzem geändert und zeigt das Azure-Portal noch den alten Stand, dann öffnen Sie ein privates Browserfenster (Inkognitofenster), und melden Sie sich dort an. Das normale Fenster verwendet möglicherweise alte Cookies und zwischengespeicherte Daten.',
  'group-membership-takes-longer':
    'Kommt die Rolle über eine Gruppe, kann es bei einer verwalteten Identität Stunden dauern. Eine direkt zugewiesene Rolle wirkt früher.',
  'lock-show':
    'Sehen Sie sich die Attribute des Images an. Steht `writeEnabled`, `readEnabled` oder `deleteEnabled` auf `false`, dann ist es gesperrt.',
  'lock-remove':
    'Ist die Sperre keine Absicht, bitten Sie den Registrierungsbesitzer, sie aufzuheben. Andernfalls pushen Sie unter einem neuen Tag.',
  'lock-role':
    'Zum Aufheben einer Sperre braucht man `Container Registry Repository Writer` in einer Registrierung mit Repositoryberechtigungen und `Contributor` in anderen.',
  'quarantine-release':
    'Stellt die Registrierung neue Images unter Quarantäne, dann muss jemand mit der Rolle `AcrQuarantineWriter` das Image erst freigeben.',
} as const;
