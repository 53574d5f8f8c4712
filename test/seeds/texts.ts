/** The error inputs of the two seeds, character by character, placeholders included. */
export const seedB = {
  error1: `You may want to use 'az acr login -n <acr-name> --expose-token' to get an access token, which does not require Docker to be installed.
<date and time> An error occurred: DOCKER_COMMAND_ERROR
Please verify if Docker client is installed and running.`,
  error2:
    "This command requires running the docker daemon, which is not supported in Azure Cloud Shell. You may want to use 'az acr login -n <acr-name> --expose-token' to get an access token, which does not require Docker to be installed.",
  error3:
    'Error response from daemon: Get "https://<acr-name>.azurecr.io/v2/": unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}',
  error4: `Unable to get AAD authorization tokens with message: <date> <time> An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry '<acr-name>.azurecr.io' was denied. Response code: 401. Please try running 'az login' again to refresh permissions.
Unable to get admin user credentials with message: The resource with name '<acr-name>' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription '<subscription-name> (<subscription-id>)'.`,
  error5: `Unable to get AAD authorization tokens with message: <date> <time> An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry '<acr-name>.azurecr.io' was denied. Response code: 403. Please try running 'az login' again to refresh permissions.
Error response from daemon: Get "https://<acr-name>.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED","message":"client with IP \\u0027<ip-address>\\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`,
} as const;

/** Seed A, "Symptome": the code passages. */
export const seedA = {
  unauthorized: 'unauthorized: authentication required',
  notRegistered: 'unauthorized: Application not registered with AAD',
  unreachable: 'Could not connect to the registry login server',
  refreshToken403:
    'CONNECTIVITY_REFRESH_TOKEN_ERROR. Access to registry was denied. Response code: 403. Unable to get admin user credentials with message: Admin user is disabled. Unable to authenticate using AAD or admin login credentials.',
  forbidden: 'Error response from daemon: login attempt failed with status: 403 Forbidden',
} as const;

/** Seed A, "Symptome": the bullets as they stand there, with the line breaks that the page's export made. */
export const seedASymptoms = {
  S1: 'Anmeldung in der Registrierung mit\ndocker login\n,az acr login\noder beidem nicht möglich',
  S2: `Anmeldung beim Registry nicht möglich, und Sie erhalten eine Fehlermeldung\n${seedA.unauthorized}\noder${seedA.notRegistered}`,
  S3: `Anmeldung beim Registry nicht möglich, und Sie erhalten Azure CLI-Fehler\n${seedA.unreachable}`,
  S4: `Images können nicht gepusht oder gepullt werden, und Sie erhalten den Docker-Fehler\n${seedA.unauthorized}\n.`,
  S5: `Zugriff auf eine Registrierung mithilfe von\naz acr login\nnicht möglich, und Sie erhalten die Fehlermeldung${seedA.refreshToken403}\n.`,
  S6: 'Zugriff auf die Registrierung über Azure Kubernetes Service, Azure DevOps oder einen anderen Azure-Dienst ist nicht möglich.',
  S7: `Auf die Registrierung kann nicht zugegriffen werden, und Sie erhalten den Fehler\n${seedA.forbidden}\n(weitere Informationen finden Sie unter Beheben von Netzwerkproblemen mit der Registrierung).`,
  S8: 'Der Zugriff auf oder das Anzeigen von Registrierungseinstellungen im Azure-Portal oder das Verwalten der Registrierung mithilfe der Azure CLI ist nicht möglich.',
} as const;
