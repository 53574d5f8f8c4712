/** 与密码和机密有关的步骤。 */
export const secretSteps = {
  'secret-in-kubernetes': '请在群集中也更换该机密：命名空间的映像拉取机密，或群集的服务主体。',
  'secret-in-devops':
    '请在 Azure DevOps 的 **Project settings > Service connections** 下更换该机密。更好的办法是将连接转换为工作负载联合身份验证，这样就没有会过期的机密。',
  'secret-in-github':
    '请在 GitHub 存储库的设置中更换该机密。更好的办法是使用联合身份验证 (OpenID Connect)，这样就没有会过期的机密。',
  'secret-in-service':
    '请在执行拉取的 Azure 服务的设置中更换该机密，并重启该服务。更好的办法是让它用托管标识拉取。',
  'valid-entra': '请重新登录到注册表的目录（租户）。你不需要注册表的密码：`az acr login` 会为你获取。',
  'valid-exposed-token':
    '请获取新的令牌。令牌在 3 小时后过期，并且必须使用用户名 `00000000-0000-0000-0000-000000000000`。',
  'valid-sp':
    '用户名必须是应用程序（客户端）ID，密码必须是客户端密码的值，两者都来自注册表的目录（租户）。此命令会显示客户端密码的到期日期。如果不确定该值，请在 **Microsoft Entra ID > App registrations > （应用） > Certificates & secrets** 下创建新的客户端密码，并立即保存：它只显示一次。',
  'valid-admin':
    '请将你的密码与 Azure 门户中 **设置 > 访问密钥** 下的两个密码进行比较。你以前使用的密码可能已重新生成。',
  'valid-token':
    '用户名是令牌的名称。请检查令牌密码的到期日期：在这里，或在 Azure 门户的 **存储库权限 > 令牌** 下。如果不确定密码，请在那里重新生成，并立即保存：它只显示一次。',
  'valid-managed-identity':
    '托管标识没有密码。请检查它是否已分配给执行拉取的资源，以及它是否有注册表的角色。',
  'valid-federation':
    '联合身份验证没有密码。请检查联合凭据的颁发者、使用者和受众是否匹配，以及该标识是否有注册表的角色。',
  'valid-anonymous': '旧凭据会妨碍匿名拉取。请先注销，再重新拉取。',
  'valid-service-configuration':
    '如果由 Kubernetes、Azure DevOps 或其他 Azure 服务替你登录，请检查其中的注册表设置：注册表、用户名、机密或标识。',
  'firewall-looks-like-auth':
    '也请检查网络：防火墙规则和网络设置引起的错误可能看起来像密码错误。此命令必须输出 `401`。如果它输出 `403` 或没有输出，原因就是网络。',
  'admin-prefer-entra': '更好的办法是用你自己的帐户登录，而不用管理员用户。这样就没有人需要共用密码。',
  'admin-enable':
    '如果确实需要管理员用户，请注册表所有者启用它：在 Azure 门户的 **设置 > 访问密钥 > 管理员用户** 下，或使用此命令。',
  'admin-policy':
    '如果启用被拒绝，可能是你所在组织的策略禁止使用管理员用户。那么请使用你自己的帐户、服务主体或存储库令牌。',
  'admin-compare':
    '请注册表所有者将你的密码与 Azure 门户中 **设置 > 访问密钥** 下的两个密码进行比较。你以前使用的密码可能已重新生成。',
  'admin-sign-in': '请用当前的密码登录。用户名是注册表的名称。',
  'admin-update-places': '请更新所有仍在使用旧密码的地方：管道、拉取机密、应用设置。',
  'admin-regenerate':
    '只有在密码未知或已泄露时才重新生成：所有使用它的人都会无法登录。两个密码每次只处理一个，等待一分钟，让所有使用者换用新密码后，再处理另一个。',
  'admin-who-regenerated':
    '要查看是谁更改了密码，请在注册表的活动日志中查找 `Regenerate Container Registry Login Credentials`。',
  'sp-use-secret-value':
    '请登录：用户名是应用程序（客户端）ID，密码是客户端密码的值。该值不是密码的 ID：门户并排显示两者，而且只在刚创建后显示该值。',
  'sp-new-secret':
    '如果不确定该值，请创建新的客户端密码：在 Azure 门户的 **Microsoft Entra ID > App registrations > （应用） > Certificates & secrets > New client secret** 下，或使用此命令。',
  'sp-save-secret':
    '请立即将新值保存在安全的地方，例如密钥保管库。它只显示一次；离开该页面后，任何人都无法再读取它。',
  'sp-remove-old-secret':
    '所有地方都改用新的客户端密码后，请删除旧的。第一个命令会列出客户端密码的密钥 ID 和前几个字符，第二个命令会删除一个客户端密码。',
  'sp-see-expiry':
    '请查看客户端密码的到期日期：使用此命令，或在 **Microsoft Entra ID > App registrations > （应用） > Certificates & secrets** 下查看 **过期** 列。',
  'sp-owner-resets': '请订阅所有者或帐户管理员重置凭据：为应用程序创建新的客户端密码，或创建新的服务主体。',
  'sp-sign-in-again': '请重新登录：用户名是应用程序（客户端）ID，密码是新的客户端密码。',
  'sp-user-is-client-id':
    '请将服务主体的应用程序（客户端）ID 用作用户名。它的形式类似 `11111111-2222-3333-4444-555555555555`。电子邮件地址、显示名称或对象 ID 都不能用。密码处填写客户端密码 (client secret)。',
  'sp-find-application': '请检查应用程序是否仍存在于注册表的目录（租户）中。此命令会输出它的名称。',
  'sp-other-tenant': '如果它只存在于另一个目录，请用注册表所属目录中的应用程序登录。',
  'sp-create-new': '如果它已被删除，请创建新的服务主体，并为它分配注册表的角色。',
  'token-see-expiry':
    '请查看令牌的密码及其到期日期：使用此命令，或在 Azure 门户的 **存储库权限 > 令牌 > （令牌）** 下查看。',
  'token-regenerate':
    '如果密码已过期，或你不确定密码，请注册表所有者为令牌生成新密码，或创建新令牌。请设置有效天数。旧的 `password1` 会失效。',
  'token-save-password':
    '请立即保存新密码：它只显示一次，关闭页面后无法再读取。重新生成的密码大约一分钟后生效。',
  'token-sign-in': '请登录：用户名是令牌的名称，密码是令牌的密码。',
  'token-enable':
    '请注册表所有者启用令牌：使用此命令，或在 Azure 门户的 **存储库权限 > 令牌 > （令牌）** 下启用。',
} as const;
