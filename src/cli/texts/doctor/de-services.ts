import type { ServiceTexts } from './types.js';

/** Findings about what the bot talks to: Teams, Slack, Azure, the sign-in of people. */
export const services: ServiceTexts = {
  'teams.misconfigured': ['Der Adapter für Teams startet nicht: {detail}.', 'Berichtigen Sie diese Werte.'],
  'teams.no-authentication': [
    'Teams ist für ein Testprogramm auf diesem Rechner eingerichtet, ohne Authentifizierung.',
    'Nie für echte Benutzer: Entfernen Sie TEAMS_LOCAL, und setzen Sie TEAMS_APP_ID.',
  ],
  'teams.sign-in': ['Entra akzeptiert den Nachweis der App des Bots.'],
  'teams.sign-in-refused': [
    'Entra lehnt den Nachweis der App des Bots ab ({code}).',
    'AADSTS7000222: Das Geheimnis ist abgelaufen; AADSTS7000215: Es ist falsch; AADSTS700016: Die App gibt es in diesem Mandanten nicht. Legen Sie ein neues Geheimnis an, oder berichtigen Sie TEAMS_APP_ID und TEAMS_TENANT_ID.',
  ],
  'teams.sign-in-unknown': [
    'Ob Entra den Nachweis der App des Bots akzeptiert, ließ sich nicht erfragen.',
    'Sehen Sie nach den Wegen zu login.microsoftonline.com; mit einer verwalteten Identität rufen Sie dies dort auf, wo der Bot läuft.',
  ],
  'teams.keys': ['Die Schlüssel des Bot Framework sind veröffentlicht; Anfragen lassen sich damit prüfen.'],
  'teams.keys-unusable': [
    'Wo die Schlüssel des Bot Framework stehen sollten, antwortet etwas anderes.',
    'Suchen Sie nach einem Proxy zwischen hier und login.botframework.com.',
  ],
  'teams.keys-unknown': [
    'Die Schlüssel des Bot Framework ließen sich nicht abrufen; solange das so ist, bekommt in Teams niemand eine Antwort.',
    'Sehen Sie nach den Wegen zu login.botframework.com.',
  ],
  'slack.misconfigured': ['Der Adapter für Slack startet nicht: {detail}.', 'Berichtigen Sie diese Werte.'],
  'slack.token': ['Slack akzeptiert das Bot-Token.'],
  'slack.token-refused': [
    'Slack lehnt das Bot-Token ab: {code}.',
    'Installieren Sie die App erneut im Arbeitsbereich (OAuth & Permissions), und setzen Sie SLACK_BOT_TOKEN auf das neue Bot User OAuth Token.',
  ],
  'slack.token-unknown': [
    'Ob Slack das Bot-Token akzeptiert, ließ sich nicht erfragen: {reason}.',
    'Sehen Sie nach den Wegen zu Slack, und versuchen Sie es erneut.',
  ],
  'slack.other-workspace': [
    'Das Bot-Token gehört zu einem Arbeitsbereich, der nicht in SLACK_WORKSPACES steht. Der Bot startet nicht.',
    'Ergänzen Sie die ID des Arbeitsbereichs (T…), oder nehmen Sie das Token des richtigen.',
  ],
  'slack.scopes': ['Das Bot-Token hat alle Scopes des Manifests.'],
  'slack.scopes-missing': [
    'Dem Bot-Token fehlen Scopes: {scopes}.',
    'Ergänzen Sie sie unter OAuth & Permissions (manifest/slack/manifest.json nennt alle), und installieren Sie die App erneut.',
  ],
  'slack.scopes-beyond': [
    'Das Bot-Token hat Scopes, die der Bot nicht braucht: {scopes}.',
    'Entfernen Sie sie unter OAuth & Permissions, und installieren Sie die App erneut.',
  ],
  'slack.scopes-unknown': [
    'Slack hat nicht gesagt, welche Scopes das Bot-Token hat.',
    'Vergleichen Sie sie unter OAuth & Permissions mit manifest/slack/manifest.json.',
  ],
  'slack.socket': ['Slack akzeptiert das Token auf App-Ebene für Socket Mode.'],
  'slack.socket-refused': [
    'Slack lehnt das Token auf App-Ebene ab: {code}.',
    'Legen Sie eines mit dem Scope connections:write an (Basic Information, App-Level Tokens), schalten Sie Socket Mode ein, und setzen Sie SLACK_APP_TOKEN.',
  ],
  'slack.socket-unknown': [
    'Ob Slack das Token auf App-Ebene akzeptiert, ließ sich nicht erfragen: {reason}.',
    'Sehen Sie nach den Wegen zu Slack, und versuchen Sie es erneut.',
  ],
  'slack.signing-secret-form': [
    'SLACK_SIGNING_SECRET hat nicht die übliche Form, 32 Hexadezimalziffern.',
    'Vergleichen Sie es mit Basic Information, Signing Secret; es ist weder das Client Secret noch das Verification Token.',
  ],
  'slack.signing-secret-untried': [
    'Ob das Signing Secret stimmt, zeigt erst eine Anfrage von Slack; ein falsches wird als slack.refused protokolliert.',
  ],
  'identity.signed-in': ['{identity}: angemeldet ({kind}), Objekt-ID {objectId}, Mandant {tenant}.'],
  'identity.refused': [
    '{identity}: Entra lehnt ihre Anmeldung ab ({code}).',
    'AADSTS7000222: Das Geheimnis ist abgelaufen; AADSTS7000215: Es ist falsch; AADSTS700016: Die Anwendung gibt es in diesem Mandanten nicht. Legen Sie ein neues Geheimnis an, oder berichtigen Sie Client-ID und Mandant.',
  ],
  'identity.sign-in-unknown': [
    '{identity}: Ob ihre Anmeldung ({kind}) gelingt, ließ sich nicht erfragen: {reason}.',
    'Sehen Sie nach den Wegen zur Anmeldung; mit einer verwalteten oder Workload-Identität rufen Sie dies dort auf, wo der Bot läuft.',
  ],
  'identity.for-developers': [
    '{identity} ist, wer gerade in der Azure CLI angemeldet ist: Das ist für Rechner von Entwicklern.',
    'Geben Sie dem Bot eine eigene Identität, bevor andere ihn benutzen.',
  ],
  'identity.token-file': [
    '{identity}: Ihre Tokendatei {file} ist nicht lesbar.',
    'Prüfen Sie das Label azure.workload.identity/use des Pods und die Annotation seines Dienstkontos.',
  ],
  'identity.shared': [
    'Ein und dieselbe Identität hat mehrere Aufgaben: {identities}. Wer sie übernimmt, kann alle davon.',
    'Geben Sie jeder Aufgabe eine eigene Identität.',
  ],
  'identity.secret-ends': [
    '{identity}: Das letzte Geheimnis ihrer Anwendung endet am {date}, in {days} Tagen.',
    'Legen Sie ein neues an, tragen Sie es ein, und starten Sie den Bot neu.',
  ],
  'registries.seen': [
    'Für die lesende Identität sichtbare Registrierungen: {count}; einzeln angesehen: {looked}.',
  ],
  'registries.none': [
    'Die lesende Identität sieht keine Registrierung.',
    'Geben Sie ihr ihre Rolle auf den Abonnements der Registrierungen, und prüfen Sie AZURE_SUBSCRIPTIONS.',
  ],
  'registries.denied': [
    'Die lesende Identität darf Registrierungen nicht auflisten: {reason}.',
    'Geben Sie ihr ihre Rolle auf den Abonnements; die Befehle stehen bei ihren Rechten.',
  ],
  'registries.unknown': [
    'Welche Registrierungen es gibt, ließ sich nicht erfragen: {reason}.',
    'Sehen Sie zuerst nach Anmeldung und Wegen nach außen; ohne das sind Rechte auf Registrierungen nicht zu beurteilen.',
  ],
  'identity.fit': ['Kein Recht zu viel, wo nachgesehen wurde.'],
  'identity.unfit': ['{flaw}'],
  'identity.flaw': ['{flaw}'],
  'identity.rights-unknown': [
    'Ob sie Rechte zu viel hat, ließ sich nicht feststellen: {reason}.',
    'Bis das bekannt ist, vergibt der Bot mit ihr nichts.',
  ],
  'permission.held': ['{permission}: für {features}; durch {roles}'],
  'permission.missing': [
    '{permission}: fehlt auf {places}; nötig für {features}',
    'Geben Sie ihr die Rolle „{role}“:',
  ],
  'permission.lacking': [
    '{permission}: fehlt auf {places}; was es dort zeigen würde, bleibt ungeprüft ({features})',
    'Geben Sie ihr die Rolle „{role}“:',
  ],
  'permission.unknown': [
    '{permission}: ließ sich nicht erfragen, {reason}; nötig für {features}',
    'Beheben Sie, was die Frage verhindert, und versuchen Sie es erneut.',
  ],
  'permission.untried': [
    '{permission}: für {features}; zeigt sich erst beim Schreiben und kommt mit derselben Rolle wie readMetadata',
  ],
  'link.sign-in': ['Entra akzeptiert das Geheimnis der Anmeldung auf den Seiten.'],
  'link.refused': [
    'Entra lehnt das Geheimnis der Anmeldung auf den Seiten ab ({code}).',
    'AADSTS7000222: Es ist abgelaufen; AADSTS7000215: Es ist falsch; AADSTS700016: Die Anwendung gibt es in diesem Mandanten nicht. Berichtigen Sie LINK_….',
  ],
  'link.sign-in-unknown': [
    'Ob Entra das Geheimnis der Anmeldung auf den Seiten akzeptiert, ließ sich nicht erfragen: {reason}.',
    'Sehen Sie nach den Wegen zur Anmeldung.',
  ],
};
