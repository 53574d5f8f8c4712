import type { CheckTexts } from '../../types.js';

/** Was die abgelehnte Identität darf. */
export const roleChecks = {
  'permission-mode': {
    label: 'Berechtigungsmodus der Registrierung',
    question:
      'Führen Sie dies aus, oder sehen Sie im Azure-Portal unter **Einstellungen > Eigenschaften** den Berechtigungsmodus für die Registrierungsrollenzuweisung nach. Welchen Modus hat die Registrierung? `LegacyRegistryPermissions` oder keine Ausgabe heißt der erste, `AbacRepositoryPermissions` der zweite.',
    verdicts: {
      legacy: '`RBAC-Registrierungsberechtigungen` (`LegacyRegistryPermissions`)',
      abac: '`RBAC-Registrierung + ABAC-Repositoryberechtigungen`',
    },
  },
  'roles-legacy': {
    label: 'Rollen der Identität',
    question:
      'Führen Sie dies für die abgelehnte Identität aus: mit ihrer Objekt-ID, dem Anmeldenamen eines Benutzers oder der Client-ID eines Dienstprinzipals. Oder sehen Sie unter **Zugriffssteuerung (IAM) > Zugriff überprüfen** nach. In dieser Registrierung geben nur `AcrPull`, `AcrPush` und `AcrDelete` (und weiter gefasste Rollen wie `Contributor`) Zugriff auf Images. Was hat die Identität?',
    verdicts: {
      covers: 'Eine Rolle, die die Aktion erlaubt',
      'too-weak': 'Eine Rolle, aber nur für weniger, etwa `AcrPull` für einen Push',
      'repository-roles-only': 'Nur Rollen, die mit `Container Registry Repository` beginnen',
      'eligible-only': 'Die Rolle ist ihr nur als berechtigt zugewiesen, nicht aktiv (PIM)',
      'granted-recently': 'Die richtige Rolle, vor weniger als 10 Minuten zugewiesen',
      none: 'Keine Rolle für diese Registrierung',
    },
  },
  'roles-abac': {
    label: 'Rollen der Identität und ihre Bedingungen',
    question:
      'Führen Sie dies für die abgelehnte Identität aus: mit ihrer Objekt-ID, dem Anmeldenamen eines Benutzers oder der Client-ID eines Dienstprinzipals. In dieser Registrierung geben nur `Container Registry Repository Reader`, `Container Registry Repository Writer` und `Container Registry Repository Contributor` Zugriff auf Images, und eine Bedingung kann sie auf einige Repositorys beschränken. Was hat die Identität?',
    verdicts: {
      covers: 'Eine Repositoryrolle, die für dieses Repository und die Aktion gilt',
      'too-weak': 'Eine Repositoryrolle, aber nur für weniger, etwa Reader für einen Push',
      'images-only': 'Eine Repositoryrolle für die Images, aber keine, die Repositorys auflistet',
      'condition-excludes': 'Eine Repositoryrolle, deren Bedingung dieses Repository auslässt',
      'legacy-roles-only': 'Nur `AcrPull`, `AcrPush`, `AcrDelete` oder eine allgemeine wie `Owner`',
      'eligible-only': 'Die Rolle ist ihr nur als berechtigt zugewiesen, nicht aktiv (PIM)',
      'granted-recently': 'Die richtige Rolle, vor weniger als 10 Minuten zugewiesen',
      none: 'Keine Rolle für diese Registrierung',
    },
  },
  'management-rights': {
    label: 'Rechte an der Registrierung als Ressource',
    question:
      'Führen Sie dies für die Identität aus, die abgelehnt wird. `Owner`, `User Access Administrator` und `Role Based Access Control Administrator` dürfen anderen Rollen geben. Steht eine davon in der Liste?',
    verdicts: {
      assigns: 'Ja, eine davon',
      'cannot-assign': 'Nein, nur andere Rollen',
      'no-access': 'Die Liste ist leer',
    },
  },
  account: {
    label: 'Konto im Verzeichnis',
    question:
      'Sehen Sie sich das Konto im Azure-Portal unter **Microsoft Entra ID > Benutzer** an. Welcher Art ist es?',
    verdicts: {
      member: 'Ein Mitglied',
      guest: 'Ein Gast',
      disabled: 'Das Konto ist deaktiviert',
    },
  },
  'scope-map': {
    label: 'Bereichszuordnung des Tokens',
    question:
      'Führen Sie dies aus. Die erste Zeile nennt die Bereichszuordnung, der Rest listet auf, was sie erlaubt. `content/read` heißt Pullen, `content/write` Pushen, `content/delete` Löschen, `metadata/read` Tags auflisten. Steht Ihr Repository dort, mit Ihrer Aktion?',
    verdicts: { covers: 'Ja', lacks: 'Nein' },
  },
  'kubelet-role': {
    label: 'Identität des Clusters',
    question:
      'Führen Sie dies aus. Die erste Zeile zeigt `msi` oder die ID eines Dienstprinzipals, danach folgen die Identität der Knoten und die Prüfung der Registrierung. Was kommt dabei heraus?',
    verdicts: {
      'role-present': 'Die Prüfung gelingt: Die Knoten haben eine Rolle auf der Registrierung',
      'role-missing': 'Die Knoten haben keine Rolle, oder die Prüfung scheitert mit 401',
      'service-principal': 'Erste Zeile ist eine ID: Der Cluster verwendet einen Dienstprinzipal',
      'other-tenant': 'Cluster und Registrierung sind in verschiedenen Verzeichnissen (Mandanten)',
    },
  },
  'content-state': {
    label: 'Sperren und Speicher',
    question:
      'Führen Sie dies aus. Es zeigt, ob das Image gesperrt ist und wie weit die Grenzen ausgeschöpft sind. Was kommt dabei heraus?',
    verdicts: {
      free: 'Nichts steht auf `false`, und es ist Platz',
      locked: 'Eines der Attribute ist `false`, oder das Image ist unter Quarantäne',
      'storage-full': 'Die Speichergrenze ist erreicht',
    },
  },
} as const satisfies Partial<CheckTexts>;
