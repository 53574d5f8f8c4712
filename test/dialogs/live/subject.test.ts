import { describe, expect, test } from 'vitest';
import {
  answersOf,
  type Conversation,
  give,
  type Live,
  newConversation,
} from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';
import { subjectOf as subjectBy } from '../../../dialogs/live/subject.js';
import type { QuestionId } from '../../../dialogs/walk.js';
import type { AuthMethod } from '../../../src/knowledge/vocabulary.js';
import { client, dana, firewall, linked, refusedPrincipal, unlinked } from './live-talk.js';

const own: Live = { vantage: 'person', objectId: null };

/** After a paste, and answers. */
function told(
  paste: string | null,
  answers: Partial<Record<QuestionId, string>> = {},
  live: Live | null = linked,
) {
  const begun: Conversation = { ...newConversation('dana', 'en'), live };
  const read = paste === null ? begun : turn(begun, { kind: 'say', as: 'dana', text: paste }).conversation;
  // Object.entries widens the keys; those of the record are questions.
  const given = Object.entries(answers) as [QuestionId, string][];
  return given.reduce((it, [question, option]) => give(it, question, option), read);
}
const subjectOf = (conversation: Conversation) => subjectBy(conversation, answersOf(conversation));
const identity = (...it: Parameters<typeof told>) => subjectOf(told(...it))?.identity;
const at = { registry: 'contoso.azurecr.io' };

describe('the registry', () => {
  test('is the login server of the paste, with the image and the address in it', () => {
    const pull = `$ docker pull contoso.azurecr.io/team/api:v2\n${firewall}`;
    expect(subjectOf(told(pull))).toMatchObject({
      loginServer: 'contoso.azurecr.io',
      repository: 'team/api',
      reference: 'v2',
      operation: 'pull',
      clientIp: '203.0.113.7',
    });
  });

  test('the address is the one under which the client is seen, never the one that was dialled', () => {
    const pull = '$ docker pull contoso.azurecr.io/team/api:v2';
    const dialled = 'Error: dial tcp 20.61.99.68:443: i/o timeout';
    expect(subjectOf(told(`${pull}\n${dialled}`))?.clientIp).toBeNull();
    expect(subjectOf(told(`Its IP is 203.0.113.20.\n${pull}\n${dialled}`))?.clientIp).toBe('203.0.113.20');
  });

  test('a digest comes before a tag', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const pull = `$ docker pull contoso.azurecr.io/team/api@${digest}\n${firewall}`;
    expect(subjectOf(told(pull))?.reference).toBe(digest);
  });

  test.each([
    ['Contoso', 'contoso.azurecr.io'],
    ['contoso.azurecr.cn', 'contoso.azurecr.cn'],
    ['contoso-a1b2.azurecr.io', 'contoso-a1b2.azurecr.io'],
  ])('an answer "%s" is %s', (registry, loginServer) => {
    expect(subjectOf(told(null, { registry }))?.loginServer).toBe(loginServer);
  });

  test.each(['unknown', 'registry.example.com', '169.254.169.254', 'a/b'])('"%s" is none', (registry) => {
    expect(subjectOf(told(null, { registry }))).toBeNull();
  });

  test('without it, or without live checks, there is no subject', () => {
    expect(subjectOf(told(null))).toBeNull();
    expect(subjectOf(told(refusedPrincipal, {}, null))).toBeNull();
  });
});

describe('who was refused', () => {
  test('an application by the id that the paste or the person names', () => {
    expect(identity(refusedPrincipal)).toEqual({ kind: 'application', clientId: client });
    for (const method of ['service-principal', 'managed-identity', 'workload-federation']) {
      const answers = { ...at, 'auth-method': method };
      expect(identity(null, answers)).toEqual({ kind: 'unknown' });
      expect(identity(null, { ...answers, 'client-id': 'unknown' })).toEqual({ kind: 'unknown' });
      expect(identity(null, { ...answers, 'client-id': client })).toEqual({
        kind: 'application',
        clientId: client,
      });
    }
  });

  test.each(['individual-entra', 'exposed-token'] satisfies AuthMethod[])(
    '%s: the one who asks, if they are linked',
    (method) => {
      const answers = { ...at, 'auth-method': method };
      expect(identity(null, answers)).toEqual({ kind: 'user', objectId: dana });
      expect(identity(null, answers, unlinked)).toEqual({ kind: 'unknown' });
      expect(identity(null, answers, own)).toEqual({ kind: 'unknown' });
    },
  );

  test.each([
    ['admin-user', { kind: 'admin' }],
    ['anonymous', { kind: 'anonymous' }],
    ['aks-kubelet-identity', { kind: 'kubelet' }],
    ['repository-token', { kind: 'token', name: null }],
  ] as const)('%s is never the one who asks', (method, expected) => {
    expect(identity(null, { ...at, 'auth-method': method })).toEqual(expected);
  });

  test('a token by its name', () => {
    const answers = { ...at, 'auth-method': 'repository-token', 'token-name': 'ci-token' };
    expect(identity(null, answers)).toEqual({ kind: 'token', name: 'ci-token' });
  });

  test('whom Resource Manager names, whoever asks', () => {
    const other = '12121212-3434-4565-8787-909090909090';
    const denied = `$ az acr show -n contoso\n(AuthorizationFailed) The client 'ben@contoso.com' with object id '${other}' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/read' over scope '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso' or the scope is invalid.`;
    expect(identity(denied)).toEqual({ kind: 'user', objectId: other });
    expect(subjectOf(told(denied))?.subscription).toBe('11111111-1111-4111-8111-111111111111');
  });

  test('who makes an application for a registry does so with their own sign-in', () => {
    const refused =
      '$ az ad sp create-for-rbac --name ci --role acrpull --scopes /subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso\nERROR: Insufficient privileges to complete the operation.';
    expect(identity(refused)).toEqual({ kind: 'user', objectId: dana });
  });

  test('a pod pulls with the identity of its nodes, unless it has a pull secret', () => {
    const pod = { ...at, environment: 'kubernetes', 'cluster-name': 'aks-web' };
    expect(subjectOf(told(null, pod))).toMatchObject({ identity: { kind: 'kubelet' }, cluster: 'aks-web' });
    expect(identity(null, { ...pod, 'pull-secret-used': 'yes' })).toEqual({ kind: 'unknown' });
  });

  test('nobody by guess: a refusal without a method is not about the one who asks', () => {
    expect(identity(firewall)).toEqual({ kind: 'unknown' });
    expect(identity(null, { ...at, operation: 'manage', environment: 'workstation' })).toEqual({
      kind: 'user',
      objectId: dana,
    });
    expect(identity(null, { ...at, operation: 'manage', environment: 'azure-devops' })).toEqual({
      kind: 'unknown',
    });
  });
});
