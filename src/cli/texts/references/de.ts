import type { ReferenceTexts } from './types.js';

export const de: ReferenceTexts = {
  unresolved: 'Diese Geheimnisse liegen woanders und konnten nicht gelesen werden:',
  openToAll: '{name}: Auf diesem Rechner können alle {place} lesen. Nehmen Sie ihnen dieses Recht.',
  why: {
    malformed: 'Schreiben Sie file:/PFAD oder keyvault:https://VAULT.vault.azure.net/secrets/NAME.',
    'file-missing':
      'Diese Datei gibt es nicht. Berichtigen Sie den Pfad oder stellen Sie das Geheimnis dort bereit.',
    'file-unreadable':
      'Die Datei lässt sich nicht lesen. Geben Sie dem Konto, unter dem der Prozess läuft, das Recht dazu.',
    empty:
      'Dort steht kein Wert oder einer von mehr als 64 KB. Schreiben Sie den Wert hinein und sonst nichts.',
    'no-identity':
      'Ein Key Vault wird als AZURE_IDENTITY gefragt, und die ist nicht eingerichtet. Richten Sie sie ein; hat sie selbst ein Geheimnis, legen Sie dieses in eine Datei.',
    'in-world': 'Solange Azure simuliert ist, wird kein wirklicher Key Vault gefragt. Nehmen Sie eine Datei.',
    'not-a-vault': 'Das ist kein Vault der Cloud aus AZURE_CLOUD. Berichtigen Sie die Adresse.',
    'secret-missing':
      'Der Vault hat kein solches Geheimnis oder nicht diese Version davon. Berichtigen Sie den Namen oder legen Sie es an.',
    'vault-refuses':
      'Der Vault lehnt ab. AZURE_IDENTITY braucht auf diesem Geheimnis die Rolle Key Vault Secrets User; das Geheimnis muss aktiviert sein, und die Firewall des Vaults muss den Bot durchlassen.',
    'signed-out': 'Entra lehnt die Anmeldung von AZURE_IDENTITY ab. `acr-help doctor` sagt, warum.',
    'vault-unknown':
      'Der Vault ließ sich nicht fragen. Sehen Sie nach dem Netzwerk und versuchen Sie es noch einmal.',
  },
};
