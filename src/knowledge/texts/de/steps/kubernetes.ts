/** Schritte zu Kubernetes-Clustern. */
export const kubernetesSteps = {
  'aks-check':
    'Lassen Sie den Cluster seinen Zugriff auf die Registrierung prüfen. Achten Sie auf Zeilen, in denen `FAILED` steht.',
  'aks-attach-legacy':
    'Binden Sie die Registrierung an den Cluster an. Dadurch bekommt die Identität, mit der die Knoten pullen (die Kubelet-Identität), die Rolle `AcrPull`. Sie müssen dafür Rollen zuweisen dürfen.',
  'aks-assign-abac':
    'Geben Sie der Identität, mit der die Knoten pullen (der Kubelet-Identität), die Rolle `Container Registry Repository Reader`. Die Registrierung anzubinden reicht hier nicht: Das weist `AcrPull` zu, und diese Rolle berücksichtigt die Registrierung nicht.',
  'aks-reconcile':
    'Haben die Knoten die Identität verloren, stellt dieser Befehl sie wieder her, ohne sonst etwas zu ändern.',
  'aks-pull-again':
    'Warten Sie ein paar Minuten, und löschen Sie dann den fehlgeschlagenen Pod, damit der Cluster noch einmal pullt.',
  'pull-secret-look':
    'Prüfen Sie das Pullgeheimnis: Es muss im selben Namespace wie der Pod liegen und den vollständigen Anmeldeserver der Registrierung nennen. Dieser Befehl gibt die Server darin aus, nicht das Kennwort.',
  'pull-secret-recreate':
    'Erstellen Sie das Geheimnis neu, mit dem Benutzernamen und dem Kennwort, die jetzt funktionieren. Löschen Sie zuerst das alte, wenn es denselben Namen hat.',
  'pull-secret-reference':
    'Prüfen Sie, ob der Pod das Geheimnis unter `imagePullSecrets` nennt. In einem anderen Namespace wird ein Geheimnis nicht gefunden.',
  'pull-secret-prefer-identity':
    'In AKS kommen Sie ohne Pullgeheimnis aus: Binden Sie die Registrierung an den Cluster an, dann pullen die Knoten mit ihrer eigenen Identität.',
} as const;
