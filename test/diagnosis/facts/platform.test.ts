import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/diagnosis/facts/extract.js';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';

const platform = (text: string) => extract(normalise(text)).facts.platform;
const image = 'fabrikam.azurecr.io/shop/cart:7';
const digest = `sha256:${'ab'.repeat(32)}`;

describe('the platform that a program looked for', () => {
  it.each([
    [
      'docker pull',
      'Error response from daemon: no matching manifest for linux/arm64/v8 in the manifest list entries',
      'linux/arm64',
    ],
    [
      'docker pull with the image store of containerd',
      'Error response from daemon: no matching manifest for linux/s390x in the manifest list entries: no match for platform in manifest: not found',
      'linux/s390x',
    ],
    [
      'docker pull on Windows, older',
      'no matching manifest for windows/amd64 10.0.19042 in the manifest list entries',
      'windows/amd64',
    ],
    [
      'docker pull on Windows, newer',
      'docker: no matching manifest for windows(10.0.26100)/amd64 in the manifest list entries',
      'windows/amd64',
    ],
    [
      'docker run',
      "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no specific platform was requested",
      'linux/arm64',
    ],
    [
      'docker run --platform',
      `docker: Error response from daemon: image with reference ${image} was found but does not match the specified platform: wanted linux/arm/v7, actual: linux/amd64.`,
      'linux/arm',
    ],
    [
      'docker run --platform with the image store of containerd',
      `docker: Error response from daemon: image with reference ${image} was found but does not provide the specified platform (linux/ppc64le)`,
      'linux/ppc64le',
    ],
    [
      'buildkit, building for several',
      [
        '#4 [linux/arm64 internal] load metadata for docker.io/library/alpine:3.20',
        '#4 DONE 0.4s',
        '------',
        ` > [linux/riscv64 internal] load metadata for ${image}:`,
        '------',
        `ERROR: failed to solve: ${image}: failed to resolve source metadata for ${image}: no match for platform in manifest: not found`,
      ].join('\n'),
      'linux/riscv64',
    ],
    [
      'buildkit on a terminal',
      ` => ERROR [linux/arm64 internal] load metadata for ${image}   0.7s`,
      'linux/arm64',
    ],
    [
      'a build check',
      `InvalidBaseImagePlatform: Base image ${image} was pulled with platform "linux/amd64", expected "linux/arm64" for current build (line 1)`,
      'linux/arm64',
    ],
    [
      'containerd, older',
      `failed to pull and unpack image "${image}": no match for current platform linux/arm/v7 in manifest ${digest}: not found`,
      'linux/arm',
    ],
    [
      'ctr',
      `unpacking windows/amd64 ${digest}...\nctr: no match for platform in manifest ${digest}: not found`,
      'windows/amd64',
    ],
    [
      'nerdctl',
      `nerdctl pull --platform=linux/arm64 ${image}\nFATA[0001] no match for platform in manifest: not found`,
      'linux/arm64',
    ],
    [
      'podman',
      `Error: choosing an image from manifest list docker://${image}: no image found in image index for architecture "arm64", variant "v8", OS "linux"`,
      'linux/arm64',
    ],
    [
      'skopeo, older',
      `FATA[0005] choosing an image from manifest list docker://${image}: no image found in manifest list for architecture amd64, variant "", OS darwin`,
      'darwin/amd64',
    ],
    [
      'skopeo, oldest',
      'FATA[0002] no image found in manifest list for architecture amd64, OS darwin',
      'darwin/amd64',
    ],
    [
      'CRI-O through the log of a kubelet',
      `E0301 09:00:00 remote_image.go:180] "PullImage from image service failed" err="rpc error: code = Unknown desc = choosing image instance: no image found in image index for architecture \\"s390x\\", variant \\"\\", OS \\"linux\\""`,
      'linux/s390x',
    ],
    [
      'podman run',
      'WARNING: image platform (linux/386) does not match the expected platform (linux/amd64)',
      'linux/amd64',
    ],
    [
      'go-containerregistry',
      'ERROR: no child with platform linux/amd64 in index fabrikam.azurecr.io/shop/cart:7',
      'linux/amd64',
    ],
    [
      'go-containerregistry, with a version',
      'no child with platform windows/amd64:10.0.17763 in index x',
      'windows/amd64',
    ],
  ])('%s', (_program, text, expected) => {
    expect(platform(text)).toBe(expected);
  });

  it.each([
    [`docker pull --platform linux/arm64 ${image}`, 'linux/arm64'],
    [`docker run --platform="linux/arm/v7" ${image}`, 'linux/arm'],
    [`FROM --platform=linux/amd64 ${image}`, 'linux/amd64'],
    ['export DOCKER_DEFAULT_PLATFORM=linux/amd64', 'linux/amd64'],
  ])('a command wished for: %s', (text, expected) => {
    expect(platform(text)).toBe(expected);
  });

  it('a refusal tells more than a command', () => {
    const text = `$ docker pull --platform linux/amd64 ${image}\nno matching manifest for linux/arm64 in the manifest list entries`;
    expect(platform(text)).toBe('linux/arm64');
  });
});

describe('names of a platform', () => {
  it.each([
    ['linux/x86_64', 'linux/amd64'],
    ['linux/x86-64', 'linux/amd64'],
    ['Linux/AARCH64', 'linux/arm64'],
    ['linux/i386', 'linux/386'],
    ['linux/armhf', 'linux/arm'],
    ['linux/armel', 'linux/arm'],
    ['linux/arm/7', 'linux/arm'],
    ['linux/mips64le', 'linux/mips64le'],
    ['linux/loong64', 'linux/loong64'],
    ['freebsd/amd64', 'freebsd/amd64'],
  ])('%s is %s', (name, expected) => {
    expect(platform(`docker pull --platform ${name} ${image}`)).toBe(expected);
  });

  it.each([
    'no matching manifest for unknown in the manifest list entries',
    'no match for platform in manifest: not found',
    'no matching manifest for evil/secret in the manifest list entries',
    'no matching manifest for secret/amd64 in the manifest list entries',
    'no matching manifest for linux/password in the manifest list entries',
    'no child with platform linux/amd64/v2/secret in index x',
    'no image found in image index for architecture "secret", variant "", OS "linux"',
    'no image found in image index for architecture "amd64", variant "", OS "secret"',
    'docker buildx build --platform linux/amd64,linux/arm64 --push .',
    'docker buildx build --platform linux/arm/v7,linux/arm64 --push .',
    'docker pull --platform linux/amd64-secret x',
    '#4 [linux/arm64 internal] load metadata for docker.io/library/alpine:3.20',
    'uname -a: Linux build 6.1.0 x86_64 GNU/Linux',
    'path/linux/amd64/bin',
  ])('no platform in %j', (text) => {
    expect(platform(text)).toBeUndefined();
  });
});
