/** Steps for causes outside the registry's rights and network, and for the way on. */
export const otherSteps = {
  'cmk-restore':
    'Restore the key that encrypts the registry, its rights in the key vault, or the identity that reads it. One of them was deleted, disabled or blocked.',
  'cmk-verify': 'Check the result. `CMK_ERROR` must be gone.',
  'client-update': 'Update or reinstall the tool that crashed.',
  'client-other': 'Try the same with another tool. If that works, the registry and your rights are fine.',
  'client-report': 'If the newest version still crashes, report it to the maker of the tool.',
  'outage-repeat':
    'Try again after a few minutes. This command must print `401`; a number from 500 is a fault of the service.',
  'outage-status':
    'Look at the Azure status page, and at **Service Health** in the Azure portal, for your region.',
  'outage-ticket':
    'If it lasts, open a support ticket. Give the login server, the time, and the correlation ID of the message.',
  'not-acr-where':
    'Look at the name of the server in the message. A container registry of Azure ends in `.azurecr.io`, `.azurecr.cn` or `.azurecr.us`. If it is another one, ask the people who run that server.',
  'not-acr-paste-more':
    'If it is about your registry after all, send me the complete message, with the command that you ran.',
  'unknown-reproduce':
    'Make the error happen again with the health check, and look up the code that it prints in the error reference.',
  'unknown-login-events':
    'If the registry keeps resource logs (**Monitoring > Diagnostic settings**), ask its owner to look at `ContainerRegistryLoginEvents`. It holds every sign-in with its status, identity and IP address. This command lists the failures of the last day; it needs the ID of the Log Analytics workspace.',
  'unknown-other-topics': 'Read the other topics: problems with the network, and problems with performance.',
  'unknown-ask-people':
    'Ask others: the Azure community, or Microsoft Q&A. You can send feedback about the product as well.',
  'unknown-ticket':
    'Open a support ticket. With your data Microsoft can quickly check failed sign-ins of your registry. Give the login server, the time of the failure, the complete error, the correlation ID, the identity, and your public IP address. Never send a password or token.',
} as const;
