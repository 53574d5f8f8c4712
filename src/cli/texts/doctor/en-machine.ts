import type { MachineTexts } from './types.js';

/** Findings about what the bot runs on: configuration, policy, store, clock, network. */
export const machine: MachineTexts = {
  'config.wrong-form': [
    'The value of {about} does not have the form that it needs. {looks}',
    'Correct it: docs/settings.md says what it must look like. The bot does not start with it.',
  ],
  'config.quoted': [
    'The value of {about} stands in quotation marks, which are taken for a part of it.',
    'Take the quotation marks away: files of the form that `docker run --env-file` reads know none.',
  ],
  'config.secret-id': [
    'The value of {about} is a GUID: probably the id of the secret, not the secret itself.',
    'Use what stood in the column "Value" when the secret was made; it is shown only once.',
  ],
  'config.reference': ['The value of {about} is read from {place}.'],
  'config.reference-open': [
    'The value of {about} is read from {place}, which everybody on this machine can read.',
    'Take that right away, unless nobody else has an account here.',
  ],
  'config.reference-unresolved': ['The value of {about} could not be read from {place}.', '{why}'],
  'config.reference-unknown': ['The value of {about} could not be asked for at {place}.', '{why}'],
  'config.unknown-variable': [
    'There is no variable {about}; it is ignored.',
    'If {near} is meant, correct the name; else take it out.',
  ],
  'config.part-on': ['{part}: set up.'],
  'config.part-off': ['{part}: off. It would need {names}.'],
  'config.part-incomplete': [
    '{part}: set up in part only, and therefore off.',
    'Set these as well: {names}.',
  ],
  'config.no-platform': [
    'Neither Teams nor Slack is set up: the bot has nobody to serve and does not start.',
    'Set up one of them; docs/chat-platforms.md describes it.',
  ],
  'config.extra-ca': ['{count} further certificates are trusted for Azure.'],
  'config.extra-ca-unreadable': [
    'The file {file} of {about} cannot be read, or holds no certificate.',
    'Give the path of a PEM file that the process may read.',
  ],
  'config.proxy-unused': [
    '{about} is set. acr-help does not use it: it connects by itself, so that it knows the address before anything is sent.',
    'Let the hosts at the end of this list out directly, or route them transparently.',
  ],
  'check.late': [
    'The check "{about}" was not done after {seconds} seconds.',
    'Try again; look at the findings about the network first.',
  ],
  'check.broken': [
    'The check "{about}" failed by itself.',
    'Please report it, with the version of acr-help.',
  ],
  'policy.none': ['There is no policy: nothing can be asked for, and every registry may be heard of.'],
  'policy.read': [
    'The policy is in order (SHA-256 {hash}…). Registry entries: {registries}; rules for roles: {requests}, for secrets: {rotations}.',
  ],
  'policy.unreadable': [
    'The policy file {file} cannot be read. The bot does not start.',
    'Correct POLICY, or give the process the right to read the file.',
  ],
  'policy.mistake': [
    'The policy has a mistake in line {line}: {code} ({count} in all). The bot does not start.',
    'Correct it; this shows each mistake as a sentence:',
  ],
  'policy.vault-elsewhere': [
    '{url} is no key vault of this cloud. The bot does not start.',
    'Its address must be https://NAME{suffix}; correct it in the policy, or set AZURE_CLOUD.',
  ],
  'policy.no-grantor': [
    'The policy has rules for roles ({rules}), but no identity gives any.',
    'Set up GRANTOR_IDENTITY; docs/requests.md describes it.',
  ],
  'policy.no-rotator': [
    'The policy has rules for secrets ({rules}), but no identity makes any new.',
    'Set up ROTATOR_IDENTITY; docs/requests.md describes it.',
  ],
  'policy.needs-pages': [
    'By these rules people approve after a sign-in in the browser, but the bot has no pages: {rules}. Nobody can approve.',
    'Set PUBLIC_URL and LINK_….',
  ],
  'policy.needs-delivery-key': [
    'By these rules a new secret is shown on a page of the bot, but there is no such page: {rules}.',
    'Set DELIVERY_KEY (openssl rand -base64 32), PUBLIC_URL and LINK_….',
  ],
  'policy.unseen-registry': [
    'No registry that can be seen belongs to the entry {entry} ({patterns}).',
    'Compare names and subscription in the policy with `az acr list`, and the rights of the identity that reads.',
  ],
  'store.ready': ["The store ({engine}) can be written to, and its schema is today's."],
  'store.new': ['The store ({engine}) is empty; the start sets it up.'],
  'store.pending': [
    'The start will change the schema of the store ({engine}): {steps}.',
    'Make a backup before. Older versions of acr-help cannot read it afterwards.',
  ],
  'store.in-memory': [
    'The store is in memory: with the process all conversations and requests are gone.',
    'Set STORE to a file or a PostgreSQL server.',
  ],
  'store.unencrypted': [
    'Nothing on the way to the PostgreSQL server is encrypted.',
    'Add ?sslmode=verify-full to its address.',
  ],
  'store.bad-address': [
    'STORE names no store.',
    'It is sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE; signs in a password are percent-encoded.',
  ],
  'store.newer-schema': [
    'A newer version of acr-help has written the store.',
    'Run that version, or use another store.',
  ],
  'store.not-found': [
    'The folder of the store, or the database on the server, does not exist.',
    'Make it, or correct STORE.',
  ],
  'store.denied': [
    'The server does not let this account in, or not without encryption.',
    'Check account, password and sslmode in STORE, and pg_hba.conf on the server.',
  ],
  'store.read-only': [
    'The store cannot be written to.',
    'Give the process the right to write to the file and its folder; on a server: to make and change tables.',
  ],
  'store.not-a-database': ['What STORE names is something else than a database.', 'Correct the path.'],
  'store.damaged': ['The store is damaged.', 'Put a backup in its place.'],
  'store.full': ['There is no space left for the store.', 'Make space on its disk.'],
  'store.unreachable': [
    'The PostgreSQL server cannot be reached, or its certificate is not trusted.',
    'Check host, port, firewall and sslrootcert.',
  ],
  'store.locked': [
    'Another process holds the store, so that writing could not be tried.',
    'Try again; SQLite is for a single process of the bot.',
  ],
  'store.timeout': [
    'The PostgreSQL server did not answer in time.',
    'Check host, port and firewall, and how busy the server is.',
  ],
  'store.unknown': [
    'The store failed in a way that says nothing about the cause.',
    'Look at the log of the server, or at the disk.',
  ],
  'clock.right': ['The clock is right: {seconds} s off, by {servers} servers.'],
  'clock.off': [
    'The clock is {seconds} s off, compared with {host}.',
    "Turn time synchronisation on before it is {most} s: then Slack's requests and tokens are refused.",
  ],
  'clock.wrong': [
    "The clock is {seconds} s off, compared with {host}. Slack's signatures and tokens are good for {most} s only, so that they are refused.",
    'Turn time synchronisation on (chrony, systemd-timesyncd, or that of the host).',
  ],
  'clock.unknown': ['No server has said what time it is.', 'Look at the ways out.'],
  'egress.open': ['{host} – {purposes}; {address}, certificate by {issuer}'],
  'egress.no-such-name': [
    '{host}: there is no such name. Needed for {purposes}.',
    'Check the DNS that this machine uses, above all private zones.',
  ],
  'egress.no-address': [
    '{host}: the name has no address. Needed for {purposes}.',
    'Check the DNS that this machine uses, above all private zones.',
  ],
  'egress.name-unknown': [
    '{host}: the name could not be looked up ({dns}). Needed for {purposes}.',
    'Check that this machine reaches its DNS servers.',
  ],
  'egress.private-address': [
    '{host} has an address that acr-help does not connect to ({address}). Needed for {purposes}.',
    'Check the DNS; private addresses are for registries with an approved private endpoint and for vaults.',
  ],
  'egress.blocked': [
    '{host}: no connection to {address}, port 443: {tcp}. Needed for {purposes}.',
    'Let this host out through the firewall.',
  ],
  'egress.tls': [
    '{host}: the connection is not trusted: {tls} (issuer: {issuer}). Needed for {purposes}.',
    'If a proxy of yours looks into TLS, set {variable} to the file of its certificate (PEM); else look for whoever does.',
  ],
  'egress.this-machine': ['{host} is this machine: a stand-in, not looked at.'],
};
