import { table } from '../signature.js';

/** What is missing in the registry, or is there for another platform. */
export const contentSignatures = table(
  { symptom: 'image-missing', scope: 'registry', source: 'distribution-spec; clients.md §7' },
  {
    'manifest-unknown': {
      label: 'manifest unknown',
      meaning: 'The tag or digest is not in the repository.',
      find: ['manifest{ |_}unknown', 'no such manifest: '],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'manifest-not-found': {
      label: 'manifest tagged by "…" is not found',
      meaning: "The registry's own words for a missing tag or digest.",
      scope: 'acr',
      find: ['manifest tagged by …{is |}not found', 'manifest sha256:… is not found'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'hub-manifest-unknown': {
      label: 'manifest for user/app:tag not found',
      meaning: 'The name has no registry host: Docker Hub has no such tag.',
      find: [/manifest for [a-z0-9_-]{1,60}(?:\/[a-z0-9._-]{1,80})?(?::[\w.-]{1,80})? not found/],
      votes: { 'image-not-qualified': 5 },
    },
    'manifest-for-not-found': {
      label: 'manifest for … not found',
      meaning: 'Docker adds the reference.',
      find: [
        'manifest for … not found',
        "repository '…' is not found",
        'repository … not found: ',
        "{tag|image|artifact|chart|module} …{{was |is |could }|}{not|n't} {be |}{found|exist}{s|} in {the |}{registry|repository}",
        'unable to locate any tags in provided repository',
        'did you mean to input',
      ],
      votes: { 'repository-or-tag-not-found': 10 },
    },
    'repository-unknown': {
      label: 'repository name not known to registry',
      meaning: 'The repository does not exist.',
      find: ['repository name not known to registry', '·name{ |_}unknown·'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'blob-unknown': {
      label: 'blob unknown to registry',
      meaning: 'A layer is not in the registry.',
      find: ['blob unknown', '·blob_unknown·', 'layer does not exist'],
      votes: { 'repository-or-tag-not-found': 9 },
    },
    'reference-not-found': {
      label: '….azurecr.io/…: not found',
      meaning: 'containerd and oras name the reference and add "not found".',
      find: [".azurecr.{io|cn|us}/…{'|}: not found", 'code = notfound desc = failed to {pull|resolve}'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'manifest-404': {
      label: '/manifests/… 404 Not Found',
      meaning: 'The manifest request answered 404.',
      find: [
        '/{manifests|blobs|tags}/…·404·',
        '{manifest|image|tag|repositor}…·404 {error|not found}',
        '{unexpected status|status code|http status}…·404 not found',
      ],
      votes: { 'repository-or-tag-not-found': 9 },
    },
    'data-does-not-exist': {
      label: 'The requested data does not exist',
      meaning: "az's sentence for 404 on the data plane.",
      scope: 'acr',
      votes: { 'repository-or-tag-not-found': 8 },
    },
    'platform-absent': {
      label: 'no matching manifest for … in the manifest list entries',
      meaning: 'The image exists, but not for this platform.',
      symptom: 'platform-missing',
      find: [
        'no matching manifest for',
        'no match for {platform in {the |}manifest|current platform}',
        'does not provide the specified platform',
        'does not match the expected platform',
        'was pulled with platform…expected',
        'no image found in {manifest list|image index} for',
        'no child with platform',
        'does not match the {detected host|specified} platform',
        'cannot be used on this platform',
        'container operating system does not match the host',
        'does not match host operating system',
        "exec {user process caused: |}{'|}exec format error",
        'exec /…: exec format error',
        "image os {'|}linux{'|} cannot be",
        'unsupported platform',
        'is incompatible with {a|the} … host',
        'platform in manifest list',
      ],
      votes: { 'platform-mismatch': 12 },
    },
  },
);
