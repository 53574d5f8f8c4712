/** Schritte zum Netzwerk. */
export const networkSteps = {
  'ip-allow':
    'Bitten Sie den Registrierungsbesitzer, Ihre IP-Adresse zuzulassen: im Azure-Portal unter **Einstellungen > Netzwerk > Öffentlicher Zugriff > Ausgewählte Netzwerke** oder mit diesem Befehl. Regeln brauchen den Tarif Premium und wirken nach einigen Minuten.',
  'ip-proxy-address':
    'Zugelassen werden muss die Adresse, die in der Fehlermeldung steht. Hinter einem Proxy oder VPN ist das nicht die Adresse Ihres Computers.',
  'ip-hosted-agent':
    'Gehostete Agents haben bei jeder Ausführung eine andere Adresse. Verwenden Sie einen selbstgehosteten Agent mit fester Adresse oder einen im virtuellen Netzwerk.',
  'ip-aks-outbound':
    'Lassen Sie bei einem Cluster die ausgehende Adresse seines Lastenausgleichs zu, oder verbinden Sie den Cluster über einen privaten Endpunkt.',
  'ip-trusted-service':
    'Einige Azure-Dienste kommen durch, wenn die Registrierung vertrauenswürdige Dienste zulässt. App Service gehört nicht dazu: Verbinden Sie es mit dem virtuellen Netzwerk.',
  'ip-private-link':
    'Oder stellen Sie über Azure Private Link eine private Verbindung her. Dann muss keine öffentliche Adresse zugelassen werden.',
  'reach-privately':
    'Verbinden Sie sich aus dem virtuellen Netzwerk des privaten Endpunkts: über VPN oder von einem Computer dort. Auf einem solchen Computer prüft dieser Befehl, ob der Name zur privaten Adresse führt.',
  'private-agent':
    'Verwenden Sie einen selbstgehosteten Agent im virtuellen Netzwerk. Gehostete Agents erreichen einen privaten Endpunkt nicht.',
  'public-access-open':
    'Oder bitten Sie den Registrierungsbesitzer, den öffentlichen Zugriff einzuschalten, am besten nur für ausgewählte Netzwerke. Das öffnet den öffentlichen Endpunkt wieder; stimmen Sie es mit Ihrem Sicherheitsteam ab.',
  'private-zone-link':
    'Auf dem Computer, auf dem es fehlschlägt, muss der Name zu einer privaten Adresse führen. Verknüpfen Sie die private DNS-Zone `privatelink.azurecr.io` mit dem virtuellen Netzwerk dieses Computers.',
  'private-zone-records':
    'Die Zone braucht einen Eintrag für die Registrierung und einen für jeden Datenendpunkt, in jeder Region, in die die Registrierung repliziert wird. Dieser Befehl listet die Namen auf.',
  'private-dns-forwarder':
    'Wenn Sie einen eigenen DNS-Server betreiben, lassen Sie ihn diese Namen an Azure DNS unter `168.63.129.16` weiterleiten.',
  'private-dns-verify': 'Prüfen Sie das Ergebnis aus dem virtuellen Netzwerk heraus.',
  'connection-look':
    'Sehen Sie nach, wo die Verbindung hängen bleibt: Name nicht gefunden, keine Antwort, Ablehnung, Proxy oder Zertifikat.',
  'connection-dns': 'Prüfen Sie, ob der Name der Registrierung zu einer Adresse führt.',
  'connection-proxy':
    'Wenn Sie einen Proxy brauchen, stellen Sie ihn für Ihre Shell und für den Docker-Daemon ein, und starten Sie den Daemon neu. Dieser Befehl zeigt, was der Daemon verwendet.',
  'connection-firewall':
    'Bitten Sie Ihr Netzwerkteam, ausgehende Verbindungen auf Port 443 zum Anmeldeserver und zu den Datenendpunkten zuzulassen. Dieser Befehl listet sie auf. In Azure verwenden Sie das Diensttag `AzureContainerRegistry`.',
  'tls-look':
    'Sehen Sie nach, wer das Zertifikat ausgestellt hat. Ist es der Proxy Ihrer Firma, dann bricht er die verschlüsselte Verbindung auf. Vergleichen Sie auch die Uhrzeit.',
  'tls-trust-proxy':
    'Bitten Sie Ihr Netzwerkteam, die Registrierung von dieser Prüfung auszunehmen, oder installieren Sie die Zertifizierungsstelle des Proxys auf diesem Computer, für Docker und für die Azure CLI.',
  'tls-clock':
    'Stellen Sie die Uhr des Computers. Geht sie falsch, wirkt jedes Zertifikat abgelaufen oder noch nicht gültig.',
  'data-endpoint-find':
    'Suchen Sie die Datenendpunkte, und probieren Sie einen auf dem Computer aus, auf dem es fehlschlägt. Irgendeine Zahl heißt, dass er erreichbar ist; `000` oder ein Timeout heißt, dass er blockiert ist.',
  'data-endpoint-allow':
    'Bitten Sie Ihr Netzwerkteam, die Datenendpunkte auf Port 443 zuzulassen: `REGISTRY.REGION.data.azurecr.io` für jede Region, oder `*.blob.core.windows.net`, wenn die Registrierung keine dedizierten Datenendpunkte hat.',
  'data-endpoint-private':
    'Bei einem privaten Endpunkt braucht der Datenendpunkt einen eigenen Eintrag in der privaten DNS-Zone.',
} as const;
