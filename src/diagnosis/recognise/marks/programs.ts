import type { Mark } from './mark.js';

/** What a cluster says of a pod whose image does not come. */
const pullEvents = ['failed to pull image', 'imagepullbackoff', 'errimagepull', 'back-off pulling'] as const;

/** Which program, cluster or machine a text comes from. */
export const programMarks = {
  'cloud-shell': {
    find: ['@azure:', /^ps \/home\/\w{1,40}>/m, 'ps azure:', '·azure:/', 'cloud{ |-|}shell'],
  },
  kubernetes: {
    find: [
      ...pullEvents,
      '·kubelet·',
      '·kubectl·',
      '·aks-',
      '·aks·',
      '·kubernetes·',
      '·pod{s|}/',
      'rpc error: code = …{,|} desc{.|}',
      '·k8s·',
    ],
  },
  'cluster-event': {
    find: [...pullEvents, 'rpc error: code ='],
  },
  'not-cluster': {
    find: [
      'could not get tags from registry',
      'iotedge',
      'iot edge',
      'edgelet',
      'dockerapiexception',
      'containerapp',
    ],
  },
  'in-cluster-client': {
    find: [
      'could not get tags from registry',
      'fetching image metadata',
      '/tags/list',
      'argocd-image-updater',
      'imagerepository',
      'renovate',
      'keel·',
      'crossplane',
      'cannot unpack package',
      'ratify',
      'gatekeeper',
    ],
  },
  /** A build runner pulls its image with "Failed to pull image" too. */
  'runner-pull': {
    find: [
      "with policy {'|}{always|if-not-present|never}",
      'with specified policies',
      '·gitlab-runner·',
      'preparation failed: failed to pull',
      'job failed: failed to pull',
    ],
  },
  'build-tool': {
    find: [
      'failed to solve',
      '·buildx·',
      'buildkit',
      'dockerfile.v0',
      'llb definition',
      '·ctr: ',
      '·ctr {-n |--namespace |}',
      '·ctr image',
      '·kaniko·',
      '·helm·',
      'argocd',
      'oci://',
    ],
  },
  /** Nodes of clusters that have no kubelet identity of Azure. */
  'not-aks': {
    find: [
      '.compute.internal',
      '.ec2.internal',
      'eks.amazonaws.com',
      '·gke-',
      'openshift',
      '·minikube·',
      '·k3s·',
      '·k3d-',
      '·rke2·',
      'kind-control-plane',
      '·eks·',
    ],
  },
  'node-metadata': { find: ['169.254.169.254', '/metadata/identity/'] },
  /** Tries of an image scanner; the last one is that of the registry. */
  'scanner-tries': { find: ['errors occurred:', 'unable to initialize a {docker |}scanner'] },
  'registry-tool': {
    find: [
      'docker',
      'podman',
      'skopeo',
      'containerd',
      'kubelet',
      '·image{s|}·',
      'registr',
      '/v2/',
      'manifest',
      '·oras·',
      '·helm·',
      'buildah',
      '·crane·',
      'buildx',
      'kaniko',
      'oci://',
      'response from daemon',
      'received unexpected http status',
      '{镜像|注册表|容器|イメージ|レジストリ|コンテナ|conteneur|contenedor|contêiner|registre|registro}',
    ],
  },
  'azure-tool': {
    find: [
      '·az {login|account|cloud|aks|webapp|container|ml}·',
      'azure',
      'microsoftonline',
      '/knack/',
      'azure/cli/',
      '·azd·',
      'connect-azaccount',
      'aadsts',
    ],
  },
  'azd-exchange': {
    find: [
      'failed getting refresh token',
      'failed getting acr credentials',
      'failed logging into container registry, token',
    ],
  },
  'aadsts-any': { find: ['aadsts'] },
} as const satisfies Record<string, Mark>;
