/** Steps about names of registries, subscriptions and images. */
export const nameSteps = {
  'compare-registry-name':
    'Compare the name, letter by letter, with the registries that you can see: in this list, or in the Azure portal under **Container registries**. Ask the registry owner if it is not there.',
  'check-cloud':
    'Check the ending. Azure uses `.azurecr.io`, Azure in China `.azurecr.cn`, Azure Government `.azurecr.us`. The Azure CLI must be set to the same cloud.',
  'registry-deleted':
    'If the registry was deleted, ask its owner which one replaces it. Creating it again brings back the name, not the images.',
  'docker-login-full-name':
    'With `docker login`, type the complete login server, in lowercase letters only, for example `myregistry.azurecr.io`. You find it in the Azure portal on the **Overview** page of the registry.',
  'az-login-resource-name':
    'With `az acr login`, first sign in to the Azure CLI. Then type only the name that the registry got when it was created, for example `myregistry`, without `.azurecr.io`.',
  'read-login-server':
    'Do not put the login server together yourself. Some registries have an extra part in it, as in `myregistry-abc123.azurecr.io`. Read it from the registry.',
  'image-name-form':
    'Leave out `https://` and any slash at the end. Names of images use lowercase letters, digits, dots, dashes, underscores and slashes only.',
  'sign-in-right-tenant':
    'Sign in to the directory (tenant) that the registry belongs to. Your account may belong to several.',
  'switch-subscription':
    'List your subscriptions, switch to the one that holds the registry, and check that the registry appears.',
  'still-not-visible':
    'Still not found? Then your identity may not be allowed to see the registry. Ask its owner for a role on it. The message is the same whether the registry is elsewhere or hidden from you.',
  'list-repositories': 'List what is in the registry and look for the repository. Mind the spelling.',
  'list-tags': 'List the tags of that repository. `latest` exists only if somebody pushed it.',
  'correct-reference':
    'Correct the name, the tag or the digest in your command or file. If the image was never pushed or was deleted, push it again.',
  'kubernetes-spelling':
    'Look at the events of the pod for the exact name that it asked for. In a cluster a misspelled image can also show up as `401 Unauthorized`.',
  'show-platforms':
    'See for which platforms the image was built. Compare with the machine that pulls, for example `linux/amd64` or `linux/arm64`.',
  'build-for-platform': 'Build and push the image for the platform that you need.',
  'pull-other-platform':
    'Or pull the platform that exists. Your machine then has to emulate it, which is slower.',
  'qualify-for-push':
    'Put the login server in front of the name, and push that name. Without it, Docker sends the image to Docker Hub.',
  'qualify-for-pull':
    'Put the login server in front of the name, and pull that name. Without it, Docker looks on Docker Hub.',
  'sign-in-to-that-server': 'Sign in to this registry, if you have not yet.',
} as const;
