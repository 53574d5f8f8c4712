/** Programs that sign in to registries, by the first product of their User-Agent, in small letters. */
const programs: Readonly<Record<string, string>> = {
  docker: 'docker',
  containerd: 'containerd',
  'cri-o': 'cri-o',
  containers: 'containers/image (podman, skopeo)',
  podman: 'podman',
  skopeo: 'skopeo',
  buildah: 'buildah',
  buildkit: 'buildkit',
  nerdctl: 'nerdctl',
  helm: 'helm',
  oras: 'oras',
  azurecli: 'az',
  'python-requests': 'python-requests',
  'go-http-client': 'Go-http-client',
  curl: 'curl',
  'azsdk-js-container-registry': 'Azure SDK',
};

/**
 * The program that a User-Agent names, with its version; null for any other: the header is whatever a client wrote into
 * it. Pure.
 */
export function clientOf(userAgent: string): string | null {
  const [, product = '', version] =
    /^([A-Za-z-]{2,40})(?:\/v?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\w.]))?/.exec(userAgent) ?? [];
  const name = Object.hasOwn(programs, product.toLowerCase()) ? programs[product.toLowerCase()] : undefined;
  if (name === undefined) return null;
  return version === undefined ? name : `${name} ${version}`;
}
