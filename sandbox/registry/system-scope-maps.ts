const every = (...actions: string[]) => actions.map((action) => `repositories/*/${action}`);

/**
 * Scope maps that every registry has (auth-methods.md A9). `_repositories_pull` lacks metadata/read (gh:Azure/acr#600);
 * not verified: the exact list of `_repositories_admin`.
 */
export const systemScopeMaps: Readonly<Record<string, readonly string[]>> = {
  _repositories_admin: every(
    'content/read',
    'content/write',
    'content/delete',
    'metadata/read',
    'metadata/write',
  ),
  _repositories_pull: every('content/read'),
  _repositories_push: every('content/read', 'content/write'),
};
