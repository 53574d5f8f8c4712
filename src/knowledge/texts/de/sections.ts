import type { SectionId } from '../../passages.js';

/** Überschriften der Abschnitte in den beiden Dokumenten, denen der Baum folgt. */
export const sections: Readonly<Record<SectionId, string>> = {
  'a-intro': 'Problembehandlung bei der Registrierungsanmeldung',
  'a-symptoms': 'Symptome',
  'a-causes': 'Ursachen',
  'a-further-diagnosis': 'Weitere Diagnose',
  'a-docker': 'Überprüfen der Docker-Konfiguration',
  'a-name': 'Angeben des richtigen Registrierungsnamens',
  'a-credentials': 'Bestätigen der Anmeldeinformationen für den Zugriff auf die Registrierung',
  'a-authorized':
    'Bestätigen, dass die Anmeldeinformationen für den Zugriff auf die Registrierung autorisiert sind',
  'a-roles': 'Überprüfen von Identitätsberechtigungen und Rollenzuweisungen',
  'a-expired': 'Überprüfen, ob Anmeldeinformationen abgelaufen sind',
  'a-advanced': 'Erweiterte Problembehandlung',
  'a-next-steps': 'Nächste Schritte',
  'b-intro': 'Behandeln von Authentifizierungsproblemen bei Azure Container Registry',
  'b-initial': 'Erste Schritte der Problembehandlung',
  'b-error-1': 'Fehler 1: `DOCKER_COMMAND_ERROR`',
  'b-error-2': 'Fehler 2: Docker-Daemon wird in Azure Cloud Shell nicht unterstützt',
  'b-error-3': 'Fehler 3: „Unauthorized: authentication required“',
  'b-error-4': 'Fehler 4: „Unable to get admin user credentials“',
  'b-error-5': 'Fehler 5: „Client with IP is not allowed access“',
  'b-help': 'Kontaktieren Sie uns, um Hilfe zu erhalten',
};
