/** Schritte zu den Namen von Registrierungen, Abonnements und Images. */
export const nameSteps = {
  'compare-registry-name':
    'Vergleichen Sie den Namen Buchstabe für Buchstabe mit den Registrierungen, die Sie sehen können: in dieser Liste oder im Azure-Portal unter **Containerregistrierungen**. Fehlt er dort, fragen Sie den Registrierungsbesitzer.',
  'check-cloud':
    'Prüfen Sie die Endung. Azure verwendet `.azurecr.io`, Azure in China `.azurecr.cn`, Azure Government `.azurecr.us`. Die Azure CLI muss auf dieselbe Cloud eingestellt sein.',
  'registry-deleted':
    'Wurde die Registrierung gelöscht, fragen Sie ihren Besitzer, welche sie ersetzt. Wer sie neu erstellt, bekommt den Namen zurück, aber nicht die Images.',
  'docker-login-full-name':
    'Geben Sie bei `docker login` den vollständigen Anmeldeserver ein, nur in Kleinbuchstaben, zum Beispiel `myregistry.azurecr.io`. Er steht im Azure-Portal auf der Seite **Übersicht** der Registrierung.',
  'az-login-resource-name':
    'Melden Sie sich vor `az acr login` zuerst bei der Azure CLI an. Geben Sie dann nur den Namen ein, den die Registrierung beim Erstellen bekommen hat, zum Beispiel `myregistry`, ohne `.azurecr.io`.',
  'read-login-server':
    'Setzen Sie den Anmeldeserver nicht selbst zusammen. Bei manchen Registrierungen enthält er einen Zusatz, zum Beispiel `myregistry-abc123.azurecr.io`. Lesen Sie ihn aus der Registrierung ab.',
  'image-name-form':
    'Lassen Sie `https://` und jeden Schrägstrich am Ende weg. Namen von Images bestehen nur aus Kleinbuchstaben, Ziffern, Punkten, Bindestrichen, Unterstrichen und Schrägstrichen.',
  'sign-in-right-tenant':
    'Melden Sie sich bei dem Verzeichnis (Mandanten) an, zu dem die Registrierung gehört. Ihr Konto kann zu mehreren gehören.',
  'switch-subscription':
    'Listen Sie Ihre Abonnements auf, wechseln Sie zu dem mit der Registrierung, und prüfen Sie, ob die Registrierung erscheint.',
  'still-not-visible':
    'Immer noch nicht gefunden? Dann darf Ihre Identität die Registrierung vielleicht nicht sehen. Bitten Sie den Besitzer um eine Rolle darauf. Die Meldung ist dieselbe, ob die Registrierung woanders liegt oder für Sie unsichtbar ist.',
  'list-repositories':
    'Listen Sie auf, was in der Registrierung ist, und suchen Sie das Repository. Achten Sie auf die Schreibweise.',
  'list-tags':
    'Listen Sie die Tags dieses Repositorys auf. `latest` gibt es nur, wenn jemand es gepusht hat.',
  'correct-reference':
    'Korrigieren Sie den Namen, das Tag oder den Digest in Ihrem Befehl oder Ihrer Datei. Wurde das Image nie gepusht oder gelöscht, dann pushen Sie es neu.',
  'kubernetes-spelling':
    'Suchen Sie in den Ereignissen des Pods den genauen Namen, den er angefordert hat. In einem Cluster kann sich ein falsch geschriebenes Image auch als `401 Unauthorized` zeigen.',
  'show-platforms':
    'Sehen Sie nach, für welche Plattformen das Image gebaut wurde. Vergleichen Sie mit dem Computer, der pullt, zum Beispiel `linux/amd64` oder `linux/arm64`.',
  'build-for-platform': 'Bauen und pushen Sie das Image für die Plattform, die Sie brauchen.',
  'pull-other-platform':
    'Oder pullen Sie die Plattform, die es gibt. Ihr Computer muss sie dann emulieren, und das ist langsamer.',
  'qualify-for-push':
    'Setzen Sie den Anmeldeserver vor den Namen, und pushen Sie diesen Namen. Ohne ihn sendet Docker das Image an Docker Hub.',
  'qualify-for-pull':
    'Setzen Sie den Anmeldeserver vor den Namen, und pullen Sie diesen Namen. Ohne ihn sucht Docker auf Docker Hub.',
  'sign-in-to-that-server':
    'Melden Sie sich bei dieser Registrierung an, falls Sie es noch nicht getan haben.',
} as const;
