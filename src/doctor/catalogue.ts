/** What a finding says of the thing that was looked at. `unknown`: it could not be asked, which says nothing about it. */
export const states = ['failed', 'unknown', 'warning', 'ok', 'skipped'] as const;
export type State = (typeof states)[number];

/** Subjects, in the order in which they are shown. */
export const sections = [
  'configuration',
  'policy',
  'store',
  'teams',
  'slack',
  'azure',
  'permissions',
  'link',
  'clock',
  'egress',
] as const;
export type Section = (typeof sections)[number];

/** Every finding that there can be, and its state. Ids are part of the contract of `doctor --json`. */
const catalogue = {
  configuration: {
    'config.wrong-form': 'failed',
    'config.quoted': 'failed',
    'config.secret-id': 'warning',
    'config.reference': 'ok',
    'config.reference-open': 'warning',
    'config.reference-unresolved': 'failed',
    'config.reference-unknown': 'unknown',
    'config.unknown-variable': 'warning',
    'config.part-on': 'ok',
    'config.part-off': 'skipped',
    'config.part-incomplete': 'failed',
    'config.no-platform': 'failed',
    'config.extra-ca': 'ok',
    'config.extra-ca-unreadable': 'failed',
    'config.proxy-unused': 'warning',
    'check.late': 'unknown',
    'check.broken': 'unknown',
  },
  policy: {
    'policy.none': 'skipped',
    'policy.read': 'ok',
    'policy.unreadable': 'failed',
    'policy.mistake': 'failed',
    'policy.vault-elsewhere': 'failed',
    'policy.no-grantor': 'warning',
    'policy.no-rotator': 'warning',
    'policy.needs-pages': 'failed',
    'policy.needs-delivery-key': 'failed',
    'policy.unseen-registry': 'warning',
  },
  store: {
    'store.ready': 'ok',
    'store.new': 'ok',
    'store.pending': 'warning',
    'store.in-memory': 'warning',
    'store.unencrypted': 'warning',
    'store.bad-address': 'failed',
    'store.newer-schema': 'failed',
    'store.not-found': 'failed',
    'store.denied': 'failed',
    'store.read-only': 'failed',
    'store.not-a-database': 'failed',
    'store.damaged': 'failed',
    'store.full': 'failed',
    'store.unreachable': 'failed',
    'store.locked': 'unknown',
    'store.timeout': 'unknown',
    'store.unknown': 'unknown',
  },
  teams: {
    'teams.misconfigured': 'failed',
    'teams.no-authentication': 'warning',
    'teams.sign-in': 'ok',
    'teams.sign-in-refused': 'failed',
    'teams.sign-in-unknown': 'unknown',
    'teams.keys': 'ok',
    'teams.keys-unusable': 'failed',
    'teams.keys-unknown': 'unknown',
  },
  slack: {
    'slack.misconfigured': 'failed',
    'slack.token': 'ok',
    'slack.token-refused': 'failed',
    'slack.token-unknown': 'unknown',
    'slack.other-workspace': 'failed',
    'slack.scopes': 'ok',
    'slack.scopes-missing': 'failed',
    'slack.scopes-beyond': 'warning',
    'slack.scopes-unknown': 'unknown',
    'slack.socket': 'ok',
    'slack.socket-refused': 'failed',
    'slack.socket-unknown': 'unknown',
    'slack.signing-secret-form': 'warning',
    'slack.signing-secret-untried': 'skipped',
  },
  azure: {
    'identity.signed-in': 'ok',
    'identity.refused': 'failed',
    'identity.sign-in-unknown': 'unknown',
    'identity.for-developers': 'warning',
    'identity.token-file': 'failed',
    'identity.shared': 'failed',
    'identity.secret-ends': 'warning',
    'registries.seen': 'ok',
    'registries.none': 'warning',
    'registries.denied': 'failed',
    'registries.unknown': 'unknown',
  },
  permissions: {
    'identity.fit': 'ok',
    'identity.unfit': 'failed',
    'identity.flaw': 'warning',
    'identity.rights-unknown': 'unknown',
    'permission.held': 'ok',
    'permission.missing': 'failed',
    'permission.lacking': 'warning',
    'permission.unknown': 'unknown',
    'permission.untried': 'skipped',
  },
  link: {
    'link.sign-in': 'ok',
    'link.refused': 'failed',
    'link.sign-in-unknown': 'unknown',
  },
  clock: {
    'clock.right': 'ok',
    'clock.off': 'warning',
    'clock.wrong': 'failed',
    'clock.unknown': 'unknown',
  },
  egress: {
    'egress.open': 'ok',
    'egress.no-such-name': 'failed',
    'egress.no-address': 'failed',
    'egress.name-unknown': 'unknown',
    'egress.private-address': 'failed',
    'egress.blocked': 'failed',
    'egress.tls': 'failed',
    'egress.this-machine': 'skipped',
  },
} as const satisfies Readonly<Record<Section, Readonly<Record<string, State>>>>;

type Catalogue = typeof catalogue;
/** Ids of some sections. */
export type FindingIdIn<Some extends Section> = { [S in Some]: keyof Catalogue[S] }[Some];
export type FindingId = FindingIdIn<Section>;

interface Kind {
  readonly section: Section;
  readonly state: State;
}

const kinds: ReadonlyMap<string, Kind> = new Map(
  sections.flatMap((section) =>
    Object.entries<State>(catalogue[section]).map(([id, state]) => [id, { section, state }] as const),
  ),
);

/** Every id, in the order of the table. */
// The keys of the map are those of the table.
export const findingIds = [...kinds.keys()] as readonly FindingId[];

/** Section and state of a finding. */
export function kindOf(id: FindingId): Kind {
  // Every id of the type stands in the table; the fallback is for the compiler alone.
  return kinds.get(id) ?? { section: 'configuration', state: 'unknown' };
}
