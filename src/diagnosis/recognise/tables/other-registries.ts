import { table } from '../signature.js';

/** Texts of other registries and of those that talk to them. */
export const otherRegistrySignatures = table(
  { symptom: 'other', scope: 'generic', source: 'corpus README (not-acr lines); vendor documentation' },
  {
    'hub-rate-limit': {
      label: 'You have reached your pull rate limit',
      meaning: 'Docker Hub throttles, not the registry.',
      find: [
        'reached your {{unauthenticated |authenticated }|}pull rate limit',
        'docker.com/increase-rate-limit',
        'hub.docker.com…rate',
      ],
      votes: { 'not-acr': 22 },
    },
    'hub-registry': {
      label: 'index.docker.io',
      meaning: 'Docker Hub answered.',
      find: ["{registry|for|from|get|post|head|to} {|}{'|}{https://|}{index|registry-1|auth}.docker.io"],
      votes: { 'not-acr': 9 },
    },
    'hub-short-source': {
      label: 'docker://busybox',
      meaning: 'A name without host in the notation of skopeo: Docker Hub.',
      scope: 'registry',
      find: [
        /docker:\/\/[a-z0-9_-]{1,60}(?::[\w.-]{1,60})?(?:[\s'@]|$)/m,
        'docker://docker.io/',
        'docker://library/',
      ],
      votes: { 'not-acr': 8 },
    },
    'instance-hub-image': {
      label: "The image 'user/app' … is not accessible",
      meaning: 'Container Instances could not read an image of Docker Hub.',
      scope: 'registry',
      find: [
        /image '?(?!registry|my|your|acr)[a-z0-9_-]{1,60}\/[a-z0-9_.-]{1,80}(?::[\w.-]{1,80})?'? in container group/,
      ],
      votes: { 'image-not-qualified': 9, 'not-acr': 7 },
    },
    'instance-image-refused': {
      label: "The image '…' in container group '…' is not accessible",
      meaning: 'Container Instances could not read an image, whatever the reason.',
      scope: 'registry',
      find: [
        'in container group…not accessible',
        'check the image and {azure |}registry credential',
        '·inaccessibleimage·',
      ],
      votes: {
        'credentials-invalid': 3.4,
        'not-logged-in': 3.2,
        'role-missing': 3,
        'image-not-qualified': 2.5,
      },
    },
    'other-registry-words': {
      label: 'ecr get-login / artifactregistry / unauthorized to access repository',
      meaning: 'The words of ECR, Artifact Registry, Harbor, Artifactory, Nexus, Quay and GitLab.',
      find: [
        'aws ecr get-login',
        'your authorization token has expired',
        '.dkr.ecr.…{denied|unauthorized|no basic auth|expired}',
        '{denied|unauthorized|no basic auth|expired}……docker {pull|push} ….dkr.ecr.',
        'artifactregistry.',
        'gcloud auth',
        'unauthorized to access repository: ',
        'client does not have permission for manifest',
        'http basic: access denied',
        'access forbidden…gitlab',
        '·harbor·…{unauthorized|denied|error}',
        'nexus repository',
        'status 403 trying to pull repository',
        'permission_denied: {read|write}_package',
        'the token provided does not match expected scopes',
        'not authorized to perform: ecr',
        'artifactory',
        'registry.redhat.io',
        'red hat registry',
        'access.redhat.com',
        "invalid value: '{ghcr.io|docker.io|quay.io|gcr.io|index.docker.io}/",
      ],
      votes: { 'not-acr': 10 },
    },
    'registry-server-log': {
      label: 'http.request.host … go.version',
      meaning: 'The log of a registry that somebody runs: nobody sees that of ACR.',
      scope: 'registry',
      find: [
        'http.request.host=…http.request',
        'error authorizing context',
        'http.request.remoteaddr',
        'registry panic: storage',
        'registry_storage_{azure|s3|gcs|filesystem}',
        'docker run……·registry:2',
      ],
      votes: { 'not-acr': 14 },
    },
    'push-elsewhere': {
      label: 'The push refers to repository [ghcr.io/…]',
      meaning: 'The push went to another registry.',
      scope: 'registry',
      find: [
        /refers to (?:a )?repository \[(?!docker\.io|[^\]]{0,120}azurecr)[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60}){1,5}(?::\d{2,5})?\//,
      ],
      votes: { 'not-acr': 9 },
    },
    'mirror-log': {
      label: 'mirror with image component … could not be found',
      meaning: 'A mirror in the cluster has not the image; the nodes go on to the registry.',
      scope: 'registry',
      find: ['mirror with image component'],
      votes: { 'not-acr': 12 },
    },
    'other-cloud': {
      label: 'region-id: cn-hangzhou',
      meaning: 'The registry of another cloud, which is called ACR as well.',
      find: ['cn-{hangzhou|beijing|shanghai|shenzhen|qingdao|hongkong}', 'access-key-id', 'accesskeyid'],
      votes: { 'not-acr': 9 },
    },
    'mcr-login': {
      label: 'authorize for MCR registries',
      meaning: "A program signs in to Microsoft's public registry.",
      scope: 'registry',
      find: [
        '·{mcr|mcr.microsoft.com}·…{log{ging|}{ |}in|authoriz|authenticat|throttl|rate limit}',
        '{log{ging|}{ |}in|authoriz…|authenticat…}…·mcr·',
      ],
      votes: { 'not-acr': 7 },
    },
  },
);
