/** 与 Azure 和目录中的权限有关的步骤。 */
export const managementSteps = {
  'manage-role':
    '要在 Azure 门户中打开注册表，或用 Azure CLI 管理它，至少需要 `Container Registry Contributor and Data Access Configuration Administrator`，或具有相同权限的角色。请联系有权分配角色的人。',
  'view-role': '如果只想查看，有注册表的 `Reader` 就够了。',
  'no-management-for-images':
    '推送或拉取不需要这项权限。请用 `docker login` 登录，或使用较新版本 Azure CLI 的 `az acr login`。',
  'ask-role-administrator':
    '请在注册表或其订阅上拥有 `Role Based Access Control Administrator`（或 `Owner`、`User Access Administrator`）的人分配该角色。',
  'delegate-assigning':
    '也可以申请由你自己分配角色的权限：这个注册表的 `Role Based Access Control Administrator`。你或注册表所有者需要这项权限，才能添加、更改或删除角色分配。',
  'delegate-condition': '建议用条件限制这项权限，只允许分配你需要授予的角色。',
  'app-created-by-admin':
    '请 Microsoft Entra 管理员创建应用程序及其服务主体，并把应用程序（客户端）ID 给你。普通用户可能无权注册应用程序。',
  'app-use-existing':
    '在 Azure DevOps 中，请有权注册应用程序的人创建服务连接，或选择手动方式并填入已有的应用程序。',
  'app-avoid': '也可以使用不需要应用程序的标识：托管标识；如果作业在 Azure 之外运行，再配合联合身份验证。',
  'provider-register':
    '请在订阅上拥有 `Contributor` 或 `Owner` 的人注册该资源提供程序。这需要几分钟，直到此命令输出 `Registered`。',
  'tenant-find': '请向注册表所有者询问注册表属于哪个目录（租户），并获取其 ID。',
  'tenant-sign-in': '请登录到该目录。',
  'tenant-guest': '如果那里没有你的帐户，请该目录的管理员邀请你作为来宾，并为你分配注册表的角色。',
  'tenant-sp':
    '请使用注册表所在目录的应用程序。另一个目录的应用程序只有在它是多租户应用程序，并且管理员已在注册表所在的目录中同意它时，才能使用。',
  'tenant-managed-identity': '托管标识只在它自己的目录中有效。请改用注册表所在目录的服务主体。',
  'tenant-aks':
    '对于位于另一个目录的群集，请设置一个多租户应用程序，在注册表的目录中同意它，在那里为它分配角色，并将它用作群集的服务主体。',
} as const;
