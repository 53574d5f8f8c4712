import type { Mark } from './mark.js';

/** What somebody signs in with, and where it is kept. */
export const credentialMarks = {
  'relogin-hint': {
    find: ["running {'|}az login{'|} again"],
  },
  /** A build tool says that it found credentials and sent them. */
  'credentials-used': {
    find: ['using credential{s|} from', 'using credential helper', 'retrieved {username|credential}'],
  },
  'password-stdin': { find: ['login…--password-stdin'] },
  'registries-file': { find: ['registries.yaml', 'registries.conf', 'registry.configs'] },
  'credentials-given': {
    find: [
      '--creds·',
      '--docker-password',
      'docker login…-u ',
      '--username',
      '--password',
      '--registry-password',
      'docker_registry_server_{url|username|password|*}',
    ],
  },
  'named-user': {
    find: [
      [
        '{docker|podman|nerdctl|skopeo|oras|buildah|helm registry|crane auth|regctl registry} login',
        /(?:-u|--username)[ =](?!'?0{8}-0{4})[^\s-]/,
      ],
    ],
  },
  'pull-secret-named': {
    find: [
      'imagepullsecret',
      'create secret docker-registry',
      '{image |}pull secret',
      'dockerconfigjson',
      'docker-registry secret',
    ],
  },
  'no-pull-secret': {
    find: [
      'without {any |the |a |an |need of |the need of |using |}{image |image-|}pull{ |-|}secret',
      'ohne {image |}pull{ |-|}secret',
      '{没有|没|未|无}{配置|使用|用|设置|需|}{ |}{image|}{ |}pull{ |}secret',
      'pas {de |d}{image|}pull{ |}secret',
      'no {image |image|}pull{ |}secret',
    ],
  },
  'repo-token-named': {
    find: ['acr token', 'token create', 'repository permissions > tokens', 'scope-map-token'],
  },
  'abac-named': { find: ['·abac·', 'repository permissions', 'container registry repository '] },
  'scope-map-named': { find: ['scope{ |-|}map', '_repositories_{pull|push|admin}'] },
  'zero-guid': { find: ['00000000-0000-0000-0000-000000000000'] },
  'expose-token': { find: ['--expose-token'] },
  'admin-named': {
    find: ['admin{ |-}{user|account|key|password|credential}', 'access key', 'admin-enabled'],
  },
  'basic-challenge': { find: ['www-authenticate: basic realm='] },
} as const satisfies Record<string, Mark>;
