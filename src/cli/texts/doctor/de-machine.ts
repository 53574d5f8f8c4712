import type { MachineTexts } from './types.js';

/** Findings about what the bot runs on: configuration, policy, store, clock, network. */
export const machine: MachineTexts = {
  'config.wrong-form': [
    'Der Wert von {about} hat nicht die nötige Form. {looks}',
    'Berichtigen Sie ihn: docs/settings.md sagt, wie er aussehen muss. So startet der Bot nicht.',
  ],
  'config.quoted': [
    'Der Wert von {about} steht in Anführungszeichen, die als Teil von ihm gelten.',
    'Entfernen Sie die Anführungszeichen: Dateien, wie `docker run --env-file` sie liest, kennen keine.',
  ],
  'config.secret-id': [
    'Der Wert von {about} ist eine GUID: vermutlich die ID des Geheimnisses, nicht das Geheimnis selbst.',
    'Nehmen Sie, was beim Anlegen in der Spalte „Wert“ stand; es wird nur einmal angezeigt.',
  ],
  'config.reference': ['Der Wert von {about} wird aus {place} gelesen.'],
  'config.reference-open': [
    'Der Wert von {about} wird aus {place} gelesen, und das können auf diesem Rechner alle lesen.',
    'Nehmen Sie ihnen dieses Recht, wenn hier noch jemand anderes ein Konto hat.',
  ],
  'config.reference-unresolved': ['Der Wert von {about} ließ sich aus {place} nicht lesen.', '{why}'],
  'config.reference-unknown': ['Der Wert von {about} ließ sich bei {place} nicht erfragen.', '{why}'],
  'config.unknown-variable': [
    'Eine Variable {about} gibt es nicht; sie bleibt unbeachtet.',
    'Ist {near} gemeint, berichtigen Sie den Namen; sonst entfernen Sie sie.',
  ],
  'config.part-on': ['{part}: eingerichtet.'],
  'config.part-off': ['{part}: aus. Nötig wären: {names}.'],
  'config.part-incomplete': [
    '{part}: nur zum Teil eingerichtet und deshalb aus.',
    'Setzen Sie auch: {names}.',
  ],
  'config.no-platform': [
    'Weder Teams noch Slack ist eingerichtet: Der Bot hat niemanden zu bedienen und startet nicht.',
    'Richten Sie eines davon ein; docs/chat-platforms.md beschreibt es.',
  ],
  'config.extra-ca': ['Für Azure wird {count} weiteren Zertifikaten vertraut.'],
  'config.extra-ca-unreadable': [
    'Die Datei {file} aus {about} ist nicht lesbar oder enthält kein Zertifikat.',
    'Geben Sie den Pfad einer PEM-Datei an, die der Prozess lesen darf.',
  ],
  'config.proxy-unused': [
    '{about} ist gesetzt. acr-help benutzt das nicht: Es verbindet sich selbst, damit es die Adresse kennt, bevor etwas gesendet wird.',
    'Lassen Sie die Hosts am Ende dieser Liste direkt hinaus, oder leiten Sie sie transparent weiter.',
  ],
  'check.late': [
    'Die Prüfung „{about}“ war nach {seconds} Sekunden nicht fertig.',
    'Versuchen Sie es erneut; sehen Sie zuerst nach, was hier über das Netz steht.',
  ],
  'check.broken': [
    'Die Prüfung „{about}“ ist selbst gescheitert.',
    'Bitte melden Sie das, mit der Version von acr-help.',
  ],
  'policy.none': [
    'Es gibt keine Richtlinie: Nichts kann angefragt werden, und über jede Registrierung wird Auskunft gegeben.',
  ],
  'policy.read': [
    'Die Richtlinie ist in Ordnung (SHA-256 {hash}…). Einträge für Registrierungen: {registries}; Regeln für Rollen: {requests}, für Geheimnisse: {rotations}.',
  ],
  'policy.unreadable': [
    'Die Richtliniendatei {file} ist nicht lesbar. Der Bot startet nicht.',
    'Berichtigen Sie POLICY, oder geben Sie dem Prozess das Recht, die Datei zu lesen.',
  ],
  'policy.mistake': [
    'Die Richtlinie hat einen Fehler in Zeile {line}: {code} (insgesamt {count}). Der Bot startet nicht.',
    'Berichtigen Sie ihn; so wird jeder Fehler als Satz angezeigt:',
  ],
  'policy.vault-elsewhere': [
    '{url} ist kein Schlüsseltresor dieser Cloud. Der Bot startet nicht.',
    'Die Adresse muss https://NAME{suffix} lauten; berichtigen Sie sie in der Richtlinie, oder setzen Sie AZURE_CLOUD.',
  ],
  'policy.no-grantor': [
    'Die Richtlinie hat Regeln für Rollen ({rules}), aber keine Identität vergibt welche.',
    'Richten Sie GRANTOR_IDENTITY ein; docs/requests.md beschreibt es.',
  ],
  'policy.no-rotator': [
    'Die Richtlinie hat Regeln für Geheimnisse ({rules}), aber keine Identität erneuert welche.',
    'Richten Sie ROTATOR_IDENTITY ein; docs/requests.md beschreibt es.',
  ],
  'policy.needs-pages': [
    'Nach diesen Regeln wird mit einer Anmeldung im Browser genehmigt, aber der Bot hat keine Seiten: {rules}. Niemand kann genehmigen.',
    'Setzen Sie PUBLIC_URL und LINK_….',
  ],
  'policy.needs-delivery-key': [
    'Nach diesen Regeln zeigt eine Seite des Bots das neue Geheimnis, aber es gibt keine solche Seite: {rules}.',
    'Setzen Sie DELIVERY_KEY (openssl rand -base64 32), PUBLIC_URL und LINK_….',
  ],
  'policy.unseen-registry': [
    'Keine sichtbare Registrierung gehört zum Eintrag {entry} ({patterns}).',
    'Vergleichen Sie Namen und Abonnement in der Richtlinie mit `az acr list`, und prüfen Sie die Rechte der lesenden Identität.',
  ],
  'store.ready': ['Der Speicher ({engine}) ist beschreibbar, sein Schema auf dem heutigen Stand.'],
  'store.new': ['Der Speicher ({engine}) ist leer; der Start richtet ihn ein.'],
  'store.pending': [
    'Der Start wird das Schema des Speichers ändern ({engine}): {steps}.',
    'Legen Sie vorher eine Sicherung an. Ältere Versionen von acr-help können ihn danach nicht mehr lesen.',
  ],
  'store.in-memory': [
    'Der Speicher liegt im Arbeitsspeicher: Mit dem Prozess sind alle Gespräche und Anfragen weg.',
    'Setzen Sie STORE auf eine Datei oder einen PostgreSQL-Server.',
  ],
  'store.unencrypted': [
    'Auf dem Weg zum PostgreSQL-Server ist nichts verschlüsselt.',
    'Hängen Sie ?sslmode=verify-full an seine Adresse an.',
  ],
  'store.bad-address': [
    'STORE nennt keinen Speicher.',
    'Möglich sind sqlite:PFAD oder postgres://BENUTZER:KENNWORT@HOST:PORT/DATENBANK; Sonderzeichen im Kennwort werden mit % kodiert.',
  ],
  'store.newer-schema': [
    'Eine neuere Version von acr-help hat den Speicher geschrieben.',
    'Führen Sie jene Version aus, oder nehmen Sie einen anderen Speicher.',
  ],
  'store.not-found': [
    'Den Ordner des Speichers oder die Datenbank auf dem Server gibt es nicht.',
    'Legen Sie sie an, oder berichtigen Sie STORE.',
  ],
  'store.denied': [
    'Der Server lässt dieses Konto nicht herein, oder nicht ohne Verschlüsselung.',
    'Prüfen Sie Konto, Kennwort und sslmode in STORE sowie pg_hba.conf auf dem Server.',
  ],
  'store.read-only': [
    'Der Speicher ist nicht beschreibbar.',
    'Geben Sie dem Prozess das Recht, in die Datei und ihren Ordner zu schreiben; auf einem Server: Tabellen anzulegen und zu ändern.',
  ],
  'store.not-a-database': ['Was STORE nennt, ist keine Datenbank.', 'Berichtigen Sie den Pfad.'],
  'store.damaged': ['Der Speicher ist beschädigt.', 'Ersetzen Sie ihn durch eine Sicherung.'],
  'store.full': ['Für den Speicher ist kein Platz mehr.', 'Schaffen Sie Platz auf dem Datenträger.'],
  'store.unreachable': [
    'Der PostgreSQL-Server ist nicht erreichbar, oder seinem Zertifikat wird nicht vertraut.',
    'Prüfen Sie Host, Port, Firewall und sslrootcert.',
  ],
  'store.locked': [
    'Ein anderer Prozess hält den Speicher; ob er beschreibbar ist, ließ sich nicht ausprobieren.',
    'Versuchen Sie es erneut; SQLite ist für einen einzigen Prozess des Bots da.',
  ],
  'store.timeout': [
    'Der PostgreSQL-Server hat nicht rechtzeitig geantwortet.',
    'Prüfen Sie Host, Port und Firewall und die Auslastung des Servers.',
  ],
  'store.unknown': [
    'Der Speicher ist auf eine Weise gescheitert, die nichts über die Ursache sagt.',
    'Sehen Sie im Protokoll des Servers oder auf dem Datenträger nach.',
  ],
  'clock.right': ['Die Uhr geht richtig: Abweichung {seconds} s, nach {servers} Servern.'],
  'clock.off': [
    'Die Uhr weicht um {seconds} s von {host} ab.',
    'Schalten Sie die Zeitsynchronisierung ein, bevor es {most} s sind: Dann werden Anfragen von Slack und Token abgelehnt.',
  ],
  'clock.wrong': [
    'Die Uhr weicht um {seconds} s von {host} ab. Signaturen von Slack und Token gelten nur {most} s weit und werden deshalb abgelehnt.',
    'Schalten Sie die Zeitsynchronisierung ein (chrony, systemd-timesyncd oder die des Hosts).',
  ],
  'clock.unknown': ['Kein Server hat gesagt, wie spät es ist.', 'Sehen Sie nach den Wegen nach außen.'],
  'egress.open': ['{host} – {purposes}; {address}, Zertifikat von {issuer}'],
  'egress.no-such-name': [
    '{host}: Diesen Namen gibt es nicht. Nötig für {purposes}.',
    'Prüfen Sie das DNS dieses Rechners, vor allem private Zonen.',
  ],
  'egress.no-address': [
    '{host}: Der Name hat keine Adresse. Nötig für {purposes}.',
    'Prüfen Sie das DNS dieses Rechners, vor allem private Zonen.',
  ],
  'egress.name-unknown': [
    '{host}: Der Name ließ sich nicht auflösen ({dns}). Nötig für {purposes}.',
    'Prüfen Sie, ob dieser Rechner seine DNS-Server erreicht.',
  ],
  'egress.private-address': [
    '{host} hat eine Adresse, mit der sich acr-help nicht verbindet ({address}). Nötig für {purposes}.',
    'Prüfen Sie das DNS; private Adressen haben nur Registrierungen mit genehmigtem privatem Endpunkt und Schlüsseltresore.',
  ],
  'egress.blocked': [
    '{host}: keine Verbindung zu {address}, Port 443: {tcp}. Nötig für {purposes}.',
    'Lassen Sie diesen Host durch die Firewall hinaus.',
  ],
  'egress.tls': [
    '{host}: Die Verbindung ist nicht vertrauenswürdig: {tls} (Aussteller: {issuer}). Nötig für {purposes}.',
    'Sieht ein Proxy Ihres Hauses in TLS hinein, setzen Sie {variable} auf die Datei seines Zertifikats (PEM); sonst suchen Sie, wer es tut.',
  ],
  'egress.this-machine': ['{host} ist dieser Rechner: ein Stellvertreter, nicht angesehen.'],
};
