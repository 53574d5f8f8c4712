import type { LookTexts } from '../look.js';

/** Von dort aus prüfen, wo es fehlschlägt. */
export const look: LookTexts = {
  offer: {
    check:
      'Oder prüfen Sie von dort aus, wo es fehlschlägt: Sie bekommen von mir einen Befehl, der das und mehr auf einmal zeigt.',
    outcome:
      'Ihr Netzwerk ist nicht meines. Eine Prüfung von dort aus, wo es fehlschlägt, kann das bestätigen oder ausschließen; den Befehl dafür bekommen Sie von mir.',
    nothing:
      'Von hier aus sehe ich keinen Fehler. Dort, wo es fehlschlägt, kann es anders aussehen; den Befehl, der das zeigt, bekommen Sie von mir.',
  },
  needsRegistry:
    'Um von dort aus zu prüfen, wo es fehlschlägt, brauche ich den Anmeldeserver, zum Beispiel `contoso.azurecr.io`.',
  where: {
    question: 'Wo schlägt es fehl?',
    hint: 'Der Befehl muss dort laufen und wird passend für diesen Ort erstellt.',
    options: {
      laptop: 'Auf einem Computer mit Linux oder macOS',
      windows: 'Auf einem Computer mit Windows',
      pod: 'In einem Kubernetes-Cluster, zum Beispiel AKS',
      'azure-devops': 'In einer Pipeline in Azure DevOps',
      'github-actions': 'In einem Workflow in GitHub Actions',
      'cloud-shell': 'In Azure Cloud Shell',
    },
  },
  title: 'Von dort aus prüfen, wo es fehlschlägt',
  run: {
    laptop:
      'Fügen Sie dies auf dem Computer, auf dem es fehlschlägt, in ein Terminal ein, und drücken Sie die Eingabetaste.',
    windows:
      'Fügen Sie dies auf dem Computer, auf dem es fehlschlägt, in PowerShell ein, und drücken Sie die Eingabetaste.',
    either:
      'Fügen Sie auf dem Computer, auf dem es fehlschlägt, einen der beiden Texte ein, und drücken Sie die Eingabetaste: den ersten unter Linux oder macOS in ein Terminal, den zweiten unter Windows in PowerShell.',
    pod: 'Fügen Sie dies in eine Bash-Shell ein, in der `kubectl` den Cluster erreicht. Es startet einen kleinen Pod, gibt aus, was dieser sieht, und löscht ihn wieder.',
    'azure-devops':
      'Setzen Sie diesen Schritt im selben Auftrag vor den, der fehlschlägt, und führen Sie die Pipeline aus. Der Bericht steht im Protokoll des Schritts.',
    'github-actions':
      'Setzen Sie diesen Schritt im selben Job vor den, der fehlschlägt, und führen Sie den Workflow aus. Der Bericht steht im Protokoll des Schritts.',
    'cloud-shell': 'Fügen Sie dies in Cloud Shell (Bash) ein, und drücken Sie die Eingabetaste.',
  },
  image:
    'Der Pod verwendet {image}. Darf der Cluster dieses Image nicht abrufen, setzen Sie ein anderes ein, das `sh` und außerdem `curl` oder `wget` enthält.',
  promise:
    'Es braucht keine Anmeldung und ändert nichts. Es fragt den Namensdienst und die Registrierung, schickt nichts an mich und gibt weder Kennwörter noch Token aus. Nach spätestens einer Minute ist es fertig.',
  paste:
    'Fügen Sie dann hier ein, was ausgegeben wurde: von `--- acr-help probe 1` bis zur letzten Zeile, die ebenfalls mit `---` beginnt.',
  file: {
    title: 'Oder als eine Datei, mit Node.js 20 oder neuer',
    how: 'Sie sieht genauer hin und kommt von meiner eigenen Adresse. Die Befehle prüfen ihren SHA-256-Wert, bevor sie ausgeführt wird.',
  },
  command: {
    title: 'Oder mit acr-help, wo es installiert ist',
    how: 'Dieser Befehl sieht genauer hin und gibt einen Bericht derselben Art aus.',
  },
  noReport:
    'Darin sehe ich keinen Bericht. Fügen Sie alles von `--- acr-help probe 1` bis zur letzten Zeile ein. Lässt sich der Befehl dort nicht ausführen, wählen Sie einen anderen Ort, oder gehen Sie zurück.',
};
