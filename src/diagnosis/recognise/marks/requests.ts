import type { Mark } from './mark.js';

/** What was asked of the registry: a sign-in, a pull, a push, a list, a deletion. */
export const requestMarks = {
  'login-endpoint': {
    find: [
      /\/v2\/?'{0,2}(?:[:\s]|$)/m,
      'docker login',
      'acr login',
      'login attempt',
      'logging in',
      'validate the credentials',
      'registry login',
      'authenticating creds',
      'login failed',
    ],
  },
  'docker-login-command': { find: ['{docker|podman|nerdctl|skopeo|oras|buildah|helm registry} login'] },
  'content-request': {
    find: [
      '/manifests/',
      '/blobs/',
      'docker pull',
      'docker push',
      'the push refers',
      'pulling from',
      '/tags/',
      'scope=repository',
      'failed to {pull|push}',
      'pulling image',
      /^preparing /m,
      'initializing source',
      'trying to pull',
      'reading manifest',
      'writing blob',
      'gepusht',
      'gepullt',
      '·pushen·',
      '·pullen·',
      '推送',
      '拉取',
      'push or pull',
      'pull or push',
      '·push{ing|ed|}·…·image',
      '·pull{ing|ed|}·…·image',
    ],
  },
  'push-request': {
    find: [
      'docker push',
      '·push{es|ed|ing|}·',
      'gepusht',
      '推送',
      '/blobs/uploads',
      'failed to commit',
      'プッシュ',
    ],
  },
  /** A command with an image name that has no registry host. */
  'unqualified-command': {
    find: [
      // A command of its own, not "docker pull works" in a sentence.
      /(?:^|[$>#;&|'%] ?)(?:sudo )?(?:docker|nerdctl|podman|buildah)(?:\.exe)? (?:image )?(?:push|pull) [a-z0-9_-]{1,60}(?:\/[a-z0-9_.-]{1,80})?(?::[\w.-]{1,60})?(?=['\n]|$)/m,
    ],
  },
  'catalog-command': {
    find: ['acr repository list·', '/_catalog·'],
  },
  'delete-request': {
    find: [
      '{deleting|delete|purge|untag}…{image|manifest|tag|repositor}',
      '·delete· …not{.|}',
      'only delete',
    ],
  },
  'import-from-hub': { find: ['acr import…--source {docker.io|registry.hub.docker.com}'] },
  'tags-from-registry': { find: ['could not get tags from registry'] },
} as const satisfies Record<string, Mark>;
