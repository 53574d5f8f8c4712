/** Schritte zu Docker. */
export const dockerSteps = {
  'docker-install-or-start':
    'Installieren Sie den Docker-Client und den Docker-Daemon auf dem Computer, auf dem Sie den Befehl ausführen. Sind sie installiert, starten Sie Docker. Die meisten Arten der Anmeldung bei einer Registrierung brauchen beide, denn `az acr login` ruft für Sie `docker login` auf.',
  'docker-both-answer':
    'Prüfen Sie, ob beide antworten: `docker version` muss einen Abschnitt Client und einen Abschnitt Server zeigen. Der Abschnitt Server ist der Daemon.',
  'sign-in-again': 'Melden Sie sich neu an: erst bei der Azure CLI, dann bei der Registrierung.',
  'no-daemon-expose-token':
    'Kein Daemon auf diesem Computer? Dann führen Sie `az acr login` mit `--expose-token` aus. Der Befehl gibt ein Zugriffstoken aus und braucht keinen Daemon. Er ist für Skripts gedacht, die nur den Docker-Befehl oder ein anderes Programm brauchen. Verwenden Sie das Token als Kennwort; der Benutzername ist `00000000-0000-0000-0000-000000000000`.',
  'use-podman': 'Wenn Sie podman statt Docker verwenden, sagen Sie das der Azure CLI.',
  'run-where-daemon':
    'Führen Sie `az acr login` auf einem Computer aus, auf dem ein Docker-Daemon läuft, zum Beispiel auf Ihrem eigenen. Cloud Shell hat nur den Docker-Client.',
  'cloud-shell-expose-token':
    'Oder bleiben Sie in Cloud Shell, und verwenden Sie `--expose-token`. Die Option ist für Umgebungen ohne Docker-Daemon gedacht: Sie gibt ein Zugriffstoken aus, das Sie als Kennwort verwenden, mit dem Benutzernamen `00000000-0000-0000-0000-000000000000`.',
  'docker-update': 'Aktualisieren Sie Docker. Der Client muss Version 18.03 oder höher sein.',
  'docker-version-verify':
    'Prüfen Sie die Version: Sehen Sie sich im Abschnitt Client die Zeile `Version` an.',
  'repeat-command': 'Führen Sie den fehlgeschlagenen Befehl noch einmal aus.',
  'remove-stored-entry': 'Entfernen Sie den Eintrag, den Docker für diese Registrierung gespeichert hat.',
  'repair-credential-store':
    'Öffnen Sie `config.json` im Ordner `.docker` Ihres Basisverzeichnisses. Nennt `credsStore` oder `credHelpers` ein Programm, das nicht installiert ist, dann installieren Sie dieses Programm, oder entfernen Sie die Zeile. Ohne die Zeile legt Docker das Kennwort in dieser Datei ab, lesbar für jeden, der die Datei lesen kann.',
  'sign-in-password-again':
    'Melden Sie sich mit Ihrem Benutzernamen neu an. Docker fragt nach dem Kennwort und zeigt es nicht an.',
  'helm-nothing-to-do':
    'Sie müssen nichts tun. Die Meldung sagt nur, dass Helm oder Notary fehlt oder dass die Version nicht zu Ihrer Azure CLI passt. Weder die Registrierung noch Ihr Computer hat ein Problem.',
  'helm-optional-update':
    'Wenn Sie Helm tatsächlich verwenden, installieren oder aktualisieren Sie es zusammen mit der Azure CLI; dann verschwindet die Meldung.',
  'helm-look-at-other-lines':
    'Wenn noch etwas anderes fehlschlägt, führen Sie die Integritätsprüfung aus, und sehen Sie sich die übrigen Zeilen an. Senden Sie mir die Zeilen, in denen nicht `OK` steht.',
} as const;
