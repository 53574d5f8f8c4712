import { expect, test } from 'vitest';
import { removeSecret, secretsOf } from '../../sandbox/entra/secrets.js';
import { secretValues } from '../../sandbox/secret-values.js';
import { parsed } from './raw.js';
import { Lab } from './writes/lab.js';

/** Every value that an answer holds. */
function valuesOf(answer: Parameters<typeof parsed>[0]): readonly string[] {
  const { passwords, secretText } = parsed(answer);
  const listed = Array.isArray(passwords) ? passwords.map(({ value }) => String(value)) : [];
  return typeof secretText === 'string' ? [...listed, secretText] : listed;
}

test('all secrets of a world are known: those that it began with, and those that were made and have gone since', async () => {
  const lab = new Lab();
  const before = secretValues(lab.world());
  expect(before).toEqual(expect.arrayContaining(['fake-grantor', 'fake-rotator', 'fake-old']));
  const made: string[] = [];
  for (const slot of ['password', 'password', 'password2'])
    made.push(...valuesOf(await lab.post('rotator', 'regenerateCredential', { name: slot })));
  const tokenId = `${lab.registry.id}/tokens/ci-pull`;
  for (const name of ['password1', 'password1'])
    made.push(...valuesOf(await lab.post('rotator', 'generateCredentials', { tokenId, name })));
  const pipeline = lab.world().servicePrincipals.get('pipeline');
  if (pipeline === undefined) throw new Error('there is no pipeline');
  const path = `applications(appId='${pipeline.clientId}')/addPassword`;
  made.push(...valuesOf(await lab.graph('rotator', 'POST', path, {})));
  for (const secret of secretsOf(pipeline, lab.world())) removeSecret(secret, lab.world());
  await lab.vault('rotator', 'PUT', 'secrets/one', { value: 'fake-1' });
  await lab.vault('rotator', 'PUT', 'secrets/one', { value: 'fake-2' });

  const after = secretValues(lab.world());
  expect(new Set(made).size).toBe(7);
  expect(after).toEqual(expect.arrayContaining([...before, ...made, 'fake-1', 'fake-2']));
});
