/** 与映像权限有关的步骤。 */
export const authorizationSteps = {
  'role-assign-legacy':
    '请有权分配角色的人在注册表的 **访问控制 (IAM)** 下为该标识分配所需的角色：拉取用 `AcrPull`，推送和拉取用 `AcrPush`，删除用 `AcrDelete`。在此模式下，只有这些角色（以及 Contributor 等权限更大的角色）授予对映像的访问权限。',
  'role-assign-abac':
    '请有权分配角色的人在注册表的 **访问控制 (IAM)** 下为该标识分配所需的角色：拉取用 `Container Registry Repository Reader`，推送用 `Container Registry Repository Writer`，删除用 `Container Registry Repository Contributor`。在此模式下，`AcrPull`、`AcrPush` 和 `AcrDelete` 不起作用。可以用条件把角色限制在部分存储库。',
  'role-list-abac':
    '要列出存储库，该标识还需要 `Container Registry Repository Catalog Lister`。它包括注册表的所有存储库，不能带条件。',
  'role-own-object-id': '角色要分配给你的帐户的对象 ID。此命令会输出该 ID；请把它交给分配角色的人。',
  'role-sp-object-id': '角色要分配给服务主体的对象 ID，而不是它的应用程序（客户端）ID。此命令会输出该 ID。',
  'role-for-principal-id': '角色要分配给该标识的对象 ID（主体 ID），而不是它的客户端 ID。',
  'role-for-tasks':
    '对于 ACR 任务，还要用 `--source-acr-auth-id` 指定读取注册表的标识。在此模式下，任务本身没有访问权限。',
  'role-wait-and-sign-in': '新角色最多可能需要 10 分钟才能生效。之后请从注册表注销，等待一分钟，再重新登录。',
  'role-wait-kubernetes': '新角色最多可能需要 10 分钟才能生效。之后请删除 Pod，让 Kubernetes 重新拉取。',
  'role-wait-service': '新角色最多可能需要 10 分钟才能生效。之后请重启执行拉取的应用或服务，让它重新登录。',
  'activate-role':
    '请在 Privileged Identity Management (PIM) 中激活该角色。目前你只是有资格使用它，而未激活的角色不授予访问权限。激活可能需要他人批准。',
  'abac-equivalent-role':
    '请有权分配角色的人在 **访问控制 (IAM)** 下替换角色：`AcrPull` 换成 `Container Registry Repository Reader`，`AcrPush` 换成 `Container Registry Repository Writer`，`AcrDelete` 换成 `Container Registry Repository Contributor`。可以用条件把新角色限制在部分存储库。',
  'abac-add-catalog-lister':
    '这些角色不包括列出存储库。如果也要列出存储库，请添加 `Container Registry Repository Catalog Lister`。它不能带条件，会显示所有存储库的名称。',
  'abac-remove-old-role': '一切正常后，请删除旧角色。它对映像已不再起作用。',
  'condition-look':
    '请查看角色分配的条件：在 Azure 门户的 **访问控制 (IAM) > 角色分配** 下，或使用此命令。条件中写明了该角色包括哪些存储库。',
  'condition-edit':
    '请有权分配角色的人把你的存储库加到条件中，或为这个存储库添加一个角色分配。存储库名称必须与映像中的完全一致。',
  'condition-prefix-slash':
    '如果条件使用名称的开头部分，请以斜杠结尾，例如 `backend/`。没有斜杠，它还会包括 `backend-test` 这样名称相近的存储库。',
  'catalog-abac':
    '请有权分配角色的人为该标识分配 `Container Registry Repository Catalog Lister`。用于读取和写入映像的角色不包括列出存储库。这个角色不能带条件：它会显示所有存储库的名称。',
  'catalog-legacy': '请有权分配角色的人为该标识分配这个注册表的 `AcrPull` 角色。',
  'catalog-token': '存储库令牌不能列出注册表的存储库。请使用你已知道的名称，或用 Microsoft Entra 标识登录。',
  'scope-map-pull': '请注册表所有者把你的存储库加到令牌的范围映射中，并授予读取映像和列出标记的权限。',
  'scope-map-push': '请注册表所有者把你的存储库加到令牌的范围映射中，并授予写入和读取映像的权限。',
  'scope-map-delete': '请注册表所有者把你的存储库加到令牌的范围映射中，并授予删除映像的权限。',
  'scope-map-portal':
    '在 Azure 门户中，该设置位于 **存储库权限 > 范围映射**。更改立即生效；你的密码保持不变。',
  'wait-ten-minutes': '角色分配后，请最多等待 10 分钟。注册表可能还需要 10 分钟。',
  'private-browser-window':
    '如果你的权限最近更改过，而 Azure 门户仍显示旧状态，请打开浏览器的无痕（隐私）窗口并在其中登录。普通窗口可能会使用旧的 Cookie 和缓存数据。',
  'group-membership-takes-longer':
    '如果角色通过组授予，对托管标识来说可能需要数小时才能生效。直接分配的角色生效更快。',
  'lock-show':
    '请查看映像的属性。如果 `writeEnabled`、`readEnabled` 或 `deleteEnabled` 为 `false`，表示它已锁定。',
  'lock-remove': '如果不是有意锁定，请注册表所有者解除锁定。否则，请用新标记推送。',
  'lock-role':
    '解除锁定所需的角色：在使用存储库权限的注册表中是 `Container Registry Repository Writer`，在其他注册表中是 `Contributor`。',
  'quarantine-release':
    '如果注册表会隔离新映像，则必须先由拥有 `AcrQuarantineWriter` 角色的人解除对该映像的隔离。',
} as const;
