import type { ReferenceTexts } from './types.js';

export const en: ReferenceTexts = {
  unresolved: 'These secrets stand elsewhere, and could not be read:',
  openToAll: '{name}: everybody on this machine can read {place}. Take that right away.',
  why: {
    malformed: 'Write file:/PATH, or keyvault:https://VAULT.vault.azure.net/secrets/NAME.',
    'file-missing': 'There is no such file. Correct the path, or mount the secret there.',
    'file-unreadable': 'The file cannot be read. Give the account of the process the right to.',
    empty: 'There is no value in it, or one of more than 64 KB. Write the value there, and nothing else.',
    'no-identity':
      'A Key Vault is asked as AZURE_IDENTITY, and that is not set up. Set it up; if it has a secret itself, put that into a file.',
    'in-world': 'Where Azure is simulated, no real Key Vault is asked. Use a file.',
    'not-a-vault': 'This is no vault of the cloud in AZURE_CLOUD. Correct the address.',
    'secret-missing':
      'The vault has no such secret, or no such version of it. Correct the name, or create it.',
    'vault-refuses':
      'The vault refuses. AZURE_IDENTITY needs the role Key Vault Secrets User on this secret; the secret must be enabled, and the firewall of the vault must let the bot in.',
    'signed-out': 'Entra refuses the sign-in of AZURE_IDENTITY. `acr-help doctor` says why.',
    'vault-unknown': 'The vault could not be asked. Look at the network, and try again.',
  },
};
