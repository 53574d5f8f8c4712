import { describe, expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { Lab, outcome } from './lab.js';

const clientId = (lab: Lab, name: string) => lab.world().servicePrincipals.get(name)?.clientId ?? '';
const objectPath = (lab: Lab, name: string) => `applications/a${clientId(lab, name).slice(1)}`;
const appPath = (lab: Lab, name: string) => `applications(appId='${clientId(lab, name)}')`;

describe('addPassword', () => {
  test('gives a secret in this answer only, which works at the token endpoint', async () => {
    const lab = new Lab();
    const path = objectPath(lab, 'pipeline');
    const body = { passwordCredential: { displayName: 'acr-help 7', endDateTime: '2026-06-01T00:00:00Z' } };
    const answer = await lab.graph('rotator', 'POST', `${path}/addPassword`, body);
    const made = parsed(answer);
    expect(answer.status).toBe(200);
    expect(made).toEqual({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.passwordCredential',
      customKeyIdentifier: null,
      displayName: 'acr-help 7',
      startDateTime: '2026-03-02T09:00:00.000Z',
      endDateTime: '2026-06-01T00:00:00.000Z',
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      hint: String(made['secretText']).slice(0, 3),
      secretText: expect.stringMatching(/^fake-.{11,59}$/),
    });
    expect((await lab.token('pipeline', String(made['secretText']))).status).toBe(200);
    expect((await lab.token('pipeline', 'fake-old')).status).toBe(200);
    const read = await lab.graph('rotator', 'GET', path);
    expect(read.body).not.toContain(String(made['secretText']));
    expect(parsed(read)['passwordCredentials']).toEqual([
      expect.objectContaining({ displayName: 'old' }),
      expect.objectContaining({ keyId: made['keyId'], secretText: null, hint: made['hint'] }),
    ]);
    expect(lab.world().ledger.audit).toMatchObject([
      { operation: 'Add password to application', caller: lab.id('rotator') },
    ]);
    lab.advance(92 * 86_400);
    const late = parsed(await lab.token('pipeline', String(made['secretText'])));
    expect(late['error_codes']).toEqual([7000222]);
  });

  test.each([undefined, {}, { passwordCredential: {} }])('with %j is good for two years', async (body) => {
    const lab = new Lab();
    const made = parsed(await lab.graph('rotator', 'POST', `${appPath(lab, 'pipeline')}/addPassword`, body));
    expect(made).toMatchObject({ displayName: null, endDateTime: '2028-03-02T09:00:00.000Z' });
  });

  test('begins when it is told to', async () => {
    const roleAssignments = { pulls: { principal: 'pipeline', role: 'AcrPull', scope: 'registry:contoso' } };
    const lab = new Lab({ roleAssignments });
    const body = { passwordCredential: { startDateTime: '2026-03-03T09:00:00Z' } };
    const made = parsed(await lab.graph('rotator', 'POST', `${appPath(lab, 'pipeline')}/addPassword`, body));
    const sign = async () => (await lab.token('pipeline', String(made['secretText']))).status;
    const logIn = () => lab.signIn(clientId(lab, 'pipeline'), String(made['secretText']));
    expect([await sign(), await logIn()]).toEqual([401, 401]);
    lab.advance(86_400);
    expect([await sign(), await logIn()]).toEqual([200, 200]);
  });

  test.each([
    { passwordCredential: { endDateTime: 'soon' } },
    { passwordCredential: { endDateTime: '2026-03-01T00:00:00Z' } },
    { passwordCredential: 7 },
  ])('%j is refused', async (body) => {
    const lab = new Lab();
    const answer = await lab.graph('rotator', 'POST', `${appPath(lab, 'pipeline')}/addPassword`, body);
    expect(outcome(answer)).toEqual([400, 'Request_BadRequest']);
  });
});

describe('removePassword', () => {
  const keyOf = (lab: Lab) => lab.world().servicePrincipals.get('pipeline')?.secrets[0]?.keyId;

  test('takes a secret away, and no other', async () => {
    const lab = new Lab();
    const path = appPath(lab, 'pipeline');
    const made = parsed(await lab.graph('rotator', 'POST', `${path}/addPassword`));
    const answer = await lab.graph('rotator', 'POST', `${path}/removePassword`, { keyId: keyOf(lab) });
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(parsed(await lab.token('pipeline', 'fake-old'))['error_codes']).toEqual([7000215]);
    expect((await lab.token('pipeline', String(made['secretText']))).status).toBe(200);
    const again = await lab.graph('rotator', 'POST', `${path}/removePassword`, { keyId: keyOf(lab) });
    expect(outcome(again)).toEqual([400, 'Request_BadRequest']);
    lab.apply('other');
    expect((await lab.token('pipeline', 'fake-old')).status).toBe(401);
  });

  test.each([undefined, {}, { keyId: 'x' }])('%j is refused', async (body) => {
    const lab = new Lab();
    const answer = await lab.graph('rotator', 'POST', `${appPath(lab, 'pipeline')}/removePassword`, body);
    expect(outcome(answer)).toEqual([400, 'Request_BadRequest']);
  });
});

describe('who may change an application', () => {
  const denied = [403, 'Authorization_RequestDenied'];
  const ok = [200, undefined];
  const rotator = (graph: readonly string[]) => ({ tenant: 'contoso', graph });
  const with_ = (rotators: object, owners: readonly string[]) => ({
    servicePrincipals: {
      grantor: { tenant: 'contoso' },
      rotator: rotators,
      pipeline: { tenant: 'contoso', owners },
    },
  });
  test.each([
    ['the owner with OwnedBy', with_(rotator(['Application.ReadWrite.OwnedBy']), ['rotator']), 'rotator', ok],
    ['another with OwnedBy', with_(rotator(['Application.ReadWrite.OwnedBy']), []), 'rotator', denied],
    ['the owner with reading only', with_(rotator(['Application.Read.All']), ['rotator']), 'rotator', denied],
    ['the owner without permission', with_(rotator([]), ['rotator']), 'rotator', denied],
    ['anybody with ReadWrite.All', with_(rotator(['Application.ReadWrite.All']), []), 'rotator', ok],
    ['a person who owns it', with_(rotator([]), ['olga']), 'olga', ok],
    ['a person who does not', with_(rotator([]), ['rotator']), 'olga', denied],
    ['the application itself', with_(rotator([]), []), 'pipeline', denied],
  ] as const)('%s', async (_, parts, who, expected) => {
    const lab = new Lab(parts);
    const path = appPath(lab, 'pipeline');
    expect(outcome(await lab.graph(who, 'POST', `${path}/addPassword`))).toEqual(expected);
    expect(lab.world().ledger.audit).toHaveLength(expected === ok ? 1 : 0);
  });

  test('whoever may change one may read it, and only that one', async () => {
    const lab = new Lab();
    const read = async (path: string) => (await lab.graph('rotator', 'GET', path)).status;
    expect(await Promise.all([appPath, objectPath].map((path) => read(path(lab, 'pipeline'))))).toEqual([
      200, 200,
    ]);
    expect(await Promise.all([appPath, objectPath].map((path) => read(path(lab, 'foreign'))))).toEqual([
      403, 403,
    ]);
  });

  test('an application that is not there is not found', async () => {
    const answer = await new Lab().graph('rotator', 'POST', 'applications/none/addPassword');
    expect(outcome(answer)).toEqual([404, 'Request_ResourceNotFound']);
    const other = await new Lab().graph('rotator', 'POST', 'applications/none/addKey');
    expect(outcome(other)).toEqual([400, 'BadRequest']);
  });
});
