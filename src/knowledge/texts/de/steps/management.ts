/** Schritte zu Berechtigungen in Azure und im Verzeichnis. */
export const managementSteps = {
  'manage-role':
    'Um die Registrierung im Azure-Portal zu öffnen oder mit der Azure CLI zu verwalten, brauchen Sie mindestens `Container Registry Contributor and Data Access Configuration Administrator` oder eine Rolle mit denselben Berechtigungen. Bitten Sie jemanden darum, der Rollen zuweisen darf.',
  'view-role': 'Wenn Sie nur nachsehen wollen, genügt `Reader` auf der Registrierung.',
  'no-management-for-images':
    'Zum Pullen oder Pushen brauchen Sie diese Berechtigung nicht. Melden Sie sich mit `docker login` an, oder verwenden Sie `az acr login` mit einer neueren Azure CLI.',
  'ask-role-administrator':
    'Bitten Sie jemanden mit der Rolle `Role Based Access Control Administrator` (oder `Owner` oder `User Access Administrator`) auf der Registrierung oder ihrem Abonnement, die Rolle zuzuweisen.',
  'delegate-assigning':
    'Oder bitten Sie um die Berechtigung, es selbst zu tun: `Role Based Access Control Administrator` auf dieser Registrierung. Diese Berechtigung brauchen Sie oder ein Registrierungsbesitzer, um Rollenzuweisungen hinzuzufügen, zu ändern oder zu entfernen.',
  'delegate-condition':
    'Am besten beschränkt eine Bedingung diese Berechtigung auf die Rollen, die Sie vergeben müssen.',
  'app-created-by-admin':
    'Bitten Sie einen Administrator von Microsoft Entra, die Anwendung und ihren Dienstprinzipal zu erstellen und Ihnen die Anwendungs-ID (Client-ID) zu geben. Normale Benutzer dürfen möglicherweise keine Anwendungen registrieren.',
  'app-use-existing':
    'Lassen Sie in Azure DevOps die Dienstverbindung von jemandem erstellen, der Anwendungen registrieren darf, oder wählen Sie den manuellen Weg, und geben Sie eine vorhandene Anwendung an.',
  'app-avoid':
    'Oder verwenden Sie eine Identität, die keine Anwendung braucht: eine verwaltete Identität, mit einem Verbund, wenn der Job außerhalb von Azure läuft.',
  'provider-register':
    'Bitten Sie jemanden mit `Contributor` oder `Owner` auf dem Abonnement, den Ressourcenanbieter zu registrieren. Es dauert einige Minuten, bis dieser Befehl `Registered` ausgibt.',
  'tenant-find':
    'Fragen Sie den Registrierungsbesitzer, zu welchem Verzeichnis (Mandanten) die Registrierung gehört, und lassen Sie sich die ID geben.',
  'tenant-sign-in': 'Melden Sie sich bei diesem Verzeichnis an.',
  'tenant-guest':
    'Gibt es Ihr Konto dort nicht, bitten Sie einen Administrator dieses Verzeichnisses, Sie als Gast einzuladen und Ihnen eine Rolle auf der Registrierung zu geben.',
  'tenant-sp':
    'Verwenden Sie eine Anwendung aus dem Verzeichnis der Registrierung. Eine Anwendung aus einem anderen Verzeichnis funktioniert nur, wenn sie mehrinstanzenfähig ist und ein Administrator ihr dort zugestimmt hat.',
  'tenant-managed-identity':
    'Eine verwaltete Identität funktioniert nur in ihrem eigenen Verzeichnis. Verwenden Sie stattdessen einen Dienstprinzipal aus dem Verzeichnis der Registrierung.',
  'tenant-aks':
    'Richten Sie für einen Cluster in einem anderen Verzeichnis eine mehrinstanzenfähige Anwendung ein, stimmen Sie ihr im Verzeichnis der Registrierung zu, geben Sie ihr dort eine Rolle, und verwenden Sie sie als Dienstprinzipal des Clusters.',
} as const;
