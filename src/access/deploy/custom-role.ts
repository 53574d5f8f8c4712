/** One right of a custom role, and what it is for. */
export interface Right {
  readonly action: string;
  readonly why: string;
}

export interface CustomRole {
  /** Name of the file that defines it. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly actions: readonly Right[];
  readonly dataActions: readonly Right[];
}

/** In the form that `az role definition create --role-definition @file` takes. */
export function definitionOf(
  { name, description, actions, dataActions }: CustomRole,
  assignableScopes: readonly string[],
): string {
  return `${JSON.stringify(
    {
      Name: name,
      IsCustom: true,
      Description: description,
      Actions: actions.map(({ action }) => action),
      NotActions: [],
      DataActions: dataActions.map(({ action }) => action),
      NotDataActions: [],
      AssignableScopes: assignableScopes,
    },
    null,
    2,
  )}\n`;
}

/** Without them an identity cannot see what it may do, and the bot does nothing with it (security T48). */
export const selfCheckRights: readonly Right[] = [
  {
    action: 'Microsoft.Authorization/roleAssignments/read',
    why: 'the check at the start: which roles it has itself',
  },
  {
    action: 'Microsoft.Authorization/roleDefinitions/read',
    why: 'the same check: what these roles let it do',
  },
];
