/** 与登录有关的步骤。 */
export const signInSteps = {
  'same-server-as-image':
    '请登录映像名称中的那个登录服务器，名称必须完全相同。登录到其他名称不算。注册表是专用的：除匿名拉取外，所有操作都需要登录。',
  'sign-in-entra': '请先登录 Azure CLI，再用不带后缀的名称登录注册表。',
  'sign-in-exposed-token': '请获取新的令牌并用它登录。用户名是 `00000000-0000-0000-0000-000000000000`。',
  'sign-in-sp': '请登录，用户名是应用程序（客户端）ID。Docker 会要求输入密码：请输入客户端密码。',
  'sign-in-managed-identity': '请在拥有该标识的 Azure 计算机上用它登录，然后登录注册表。',
  'sign-in-admin':
    '请登录，用户名是注册表的名称。两个密码都在 Azure 门户的 **设置 > 访问密钥** 下，任选其一。',
  'sign-in-token': '请登录，用户名是令牌的名称，密码是令牌的任一密码。',
  'sign-in-anonymous': '没有凭据只能拉取，而且注册表所有者必须已启用匿名拉取。要推送，请用其他方式登录。',
  'sign-in-in-same-job':
    '在管道中，请在同一个作业内登录，并且在执行拉取或推送的步骤之前。每个作业开始时都没有凭据。',
  'expired-entra': '请重新登录。你获取的令牌在 3 小时后过期。',
  'expired-sp':
    '请重新登录。即使客户端密码仍然有效，服务主体的令牌也会在 3 小时后过期。如果这次登录被拒绝，可能是客户端密码已过期：请接着检查这一点。',
  'expired-managed-identity':
    '请在那台计算机上重新登录。托管标识的令牌在 3 小时后过期。Azure 服务会自行续订令牌；对于这些服务，请重启应用或重新拉取。',
  'expired-password':
    '请用当前的用户名和密码重新登录。如果密码也已过期，请注册表所有者重新生成密码，或生成新令牌。',
  'session-revoked': '如果这还不够，请先完全注销。如果更改过密码，或管理员终止了你的会话，这样做会有帮助。',
  'scripts-sign-in-late': '在脚本和管道中，请在每次拉取或推送之前登录，而不是只在开始时登录一次。',
  'zero-guid-user':
    '请登录，用户名是 `00000000-0000-0000-0000-000000000000`，密码是该令牌。你自己的名称或电子邮件地址不能与这种令牌一起使用。',
  'exposed-token-age': '请尽快使用令牌：它的有效期为 3 小时。之后请获取新的令牌。',
  'mode-switch-roles-first':
    '请检查你的标识是否拥有在注册表新模式下有效的角色。没有这样的角色，重新登录也会失败。',
  'mode-switch-relogin': '请从注册表注销，再重新登录。切换之前颁发的所有凭据都会被拒绝。',
  'mode-switch-kubelet':
    '请在每个节点上重启 kubelet，或更换节点。只重启 Pod 还不够，因为节点会保留旧凭据。等待也有用，但可能需要数小时。',
  'mode-switch-service': '请重启执行拉取的应用或服务，让它请求新凭据。否则可能要过数小时它才会续订。',
  'logout-then-anonymous': '请从注册表注销，让 Docker 不再发送旧凭据。然后重新拉取。',
  'anonymous-reads-only': '推送或删除仍然需要登录：匿名访问只能读取。',
  'satisfy-policy': '请在你所在组织管理的设备上登录，并在浏览器要求时完成额外的验证（例如在验证器应用中）。',
  'policy-review':
    '如果仍被阻止，请 Microsoft Entra 管理员查看条件访问策略。请向管理员提供 AADSTS 编号、时间和消息中的相关 ID。',
  'automation-identity': '对于脚本和管道，请使用服务主体或托管标识。这些策略只适用于用户帐户。',
  'federation-compare':
    '请将错误消息中的颁发者 (issuer)、使用者 (subject) 和受众 (audience) 与应用程序的联合凭据进行比较。区分大小写。',
  'federation-correct': '请更正联合凭据，使三个值全部相同，或添加新的联合凭据。然后重新运行作业。',
  'federation-github':
    '工作流需要 `id-token: write` 权限。使用者是 `repo:ORG/REPO:ref:refs/heads/BRANCH`、`repo:ORG/REPO:environment:NAME` 或 `repo:ORG/REPO:pull_request`。受众是 `api://AzureADTokenExchange`。',
  'federation-devops':
    '在 Azure DevOps 中打开 **项目设置 > 服务连接**，比较该连接显示的颁发者和使用者。使用者的形式类似 `sc://ORG/PROJECT/CONNECTION`，其中任何一项重命名后，它都会改变。',
  'federation-kubernetes': '在 Kubernetes 中，颁发者是群集的 OIDC 颁发者地址，使用者包含命名空间和服务帐户。',
  'identity-assign':
    '请为执行拉取的资源分配托管标识：在 Azure 门户中打开该资源，再打开 **标识**。此命令会显示它有哪些标识；命令需要完整的资源 ID。',
  'identity-choose':
    '如果有多个标识，请指定要使用的一个：在服务的设置中或登录时，写明它的客户端 ID 或资源 ID。',
  'identity-role': '请为该标识分配注册表的角色。请使用它的主体 ID（对象 ID），而不是客户端 ID。',
  'identity-service-settings': '请检查服务是否设置为用这个标识拉取，而不是用用户名和密码。',
  'audience-update-cli': '请更新你的工具。较新版本的 Azure CLI 会请求专门用于注册表的令牌。',
  'audience-sign-in': '也可以在登录时自己请求这样的令牌。',
  'audience-enable':
    '某些服务（例如应用服务和容器应用）还不能使用这样的令牌。为了这些服务，注册表所有者可以重新允许 Azure 资源管理器令牌。这会影响整个注册表，属于安全决策。',
} as const;
