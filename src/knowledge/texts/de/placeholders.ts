import type { Placeholder } from '../../fixes/placeholders.js';

/** Wofür jeder Platzhalter eines Befehls steht und wo man den Wert findet. */
export const placeholders: Readonly<Record<Placeholder, string>> = {
  registry: 'Name der Registrierung, ohne `.azurecr.io`',
  registryId: 'Ressourcen-ID der Registrierung: im Azure-Portal unter **Eigenschaften > Ressourcen-ID**',
  loginServer:
    'Anmeldeserver der Registrierung, zum Beispiel `contoso.azurecr.io`: **Übersicht > Anmeldeserver**',
  dataEndpoint: 'Host, der die Schichten liefert: `az acr show-endpoints` listet ihn auf',
  repository: 'Name des Images ohne Anmeldeserver und Tag',
  tag: 'Tag des Images',
  image: 'vollständiger Name des Images: Anmeldeserver, Repository und Tag',
  localImage: 'Name des Images auf Ihrem eigenen Rechner: `docker images` listet ihn auf',
  platform: 'Plattform, auf der das Image läuft, zum Beispiel `linux/amd64`',
  ip: 'öffentliche IP-Adresse, die die Registrierung sieht: Sie steht in der Fehlermeldung',
  subscription: 'Name oder ID des Abonnements, in dem die Registrierung liegt',
  tenant:
    'ID des Verzeichnisses (Mandanten) der Registrierung: Fragen Sie den Registrierungsbesitzer, oder sehen Sie unter **Microsoft Entra ID > Übersicht > Mandanten-ID** nach',
  clientId: 'Anwendungs-ID (Client-ID): **Microsoft Entra ID > App-Registrierungen > Übersicht**',
  principalId:
    'Objekt-ID der Identität, die abgelehnt wird. Für Ihr eigenes Konto: `az ad signed-in-user show --query id`; für andere zeigt das Portal sie als Objekt-ID oder Prinzipal-ID',
  keyId: 'ID des alten Geheimnisses: `az ad app credential list` zeigt sie als `keyId`',
  role: 'Name der Rolle',
  resourceGroup: 'Ressourcengruppe des Clusters',
  resourceId: 'Ressourcen-ID der Azure-Ressource, die pullt: **Eigenschaften > Ressourcen-ID**',
  cluster: 'Name des AKS-Clusters',
  namespace: 'Kubernetes-Namespace des Pods',
  secretName: 'Name des Image-Pull-Geheimnisses, so wie der Pod es nennt',
  userName: 'Benutzername, der sich anmeldet: Anwendungs-ID (Client-ID), Tokenname oder Registrierungsname',
  tokenName: 'Name des Repositorytokens: **Repositoryberechtigungen > Token**',
  scopeMap: 'Name der Bereichszuordnung des Tokens: **Repositoryberechtigungen > Bereichszuordnungen**',
  vnet: 'Name oder Ressourcen-ID des virtuellen Netzwerks der Maschine, auf der es fehlschlägt',
  days: 'wie viele Tage das neue Kennwort gilt, zum Beispiel `30`',
  workspace: 'ID des Log-Analytics-Arbeitsbereichs, der die Protokolle der Registrierung erhält',
  workspaceResource: 'Ressourcen-ID des Log Analytics-Arbeitsbereichs (`/subscriptions/…`)',
};
