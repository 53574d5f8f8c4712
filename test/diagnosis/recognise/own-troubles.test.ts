import { expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';

const unloaded = `ERROR: Error loading command module 'monitor': ord() expected string of length 1, but int found
ERROR: Error loading command module 'rdbms': No module named 'azure.mgmt.rdbms.mysql_flexibleservers'
WARNING: Unable to load extension 'databricks: No module named x'. Use --debug for more information.
`;

it.each([
  ['AADSTS7000215: Invalid client secret provided.', 'sp-secret-invalid'],
  ['AADSTS7000222: The provided client secret keys are expired.', 'sp-secret-expired'],
  ['AADSTS700016: Application with identifier was not found in the directory.', 'sp-not-found'],
])('commands of other services that az could not load do not make %s theirs', (words, cause) => {
  for (const text of [`${unloaded}ERROR: ${words}`, `ERROR: ${words}\n${unloaded}`]) {
    const { aboutAcr, causes } = recognise(text);
    expect([aboutAcr, causes[0]?.cause]).toEqual([true, cause]);
  }
});

it('other services stay what they are where az speaks of them', () => {
  const text = `${unloaded}ERROR: AADSTS700016: Application was not found.\naz mysql flexible-server list`;
  expect(recognise(text).aboutAcr).toBe(false);
});

it('what is left of a text that holds nothing else is nothing about the registry', () => {
  expect(recognise(unloaded).aboutAcr).toBe(false);
});
