import type { CauseTexts } from '../types.js';

/** 每种原因的标题，以及错误为什么这样显示。 */
export const causes: CauseTexts = {
  'docker-not-running': {
    title: '这台计算机上没有 Docker，或 Docker 未运行',
    why: '用 `az acr login` 登录时，令牌会交给 Docker，因此运行该命令的计算机上需要有 Docker 客户端和 Docker 守护程序。其中一个没有响应。注册表本身还没有收到请求。',
  },
  'cloud-shell-no-daemon': {
    title: 'Azure Cloud Shell 没有 Docker 守护程序',
    why: '`az acr login` 需要 Docker 客户端和 Docker 守护程序。Cloud Shell 只提供客户端，因此该命令的常规形式在那里无法使用。问题不在你的权限。',
  },
  'docker-too-old': {
    title: 'Docker 客户端版本太旧',
    why: '注册表要求 Docker 客户端为 18.03 或更高版本。更旧的客户端无法使用它的登录方式。',
  },
  'docker-credential-store': {
    title: 'Docker 无法读取或保存凭据',
    why: 'Docker 借助另一个程序保存凭据，而该程序缺失或出错。注册表可能已经接受你的登录，但 Docker 没能保存凭据，或者发送了旧凭据。',
  },
  'helm-notary-missing': {
    title: '只是缺少 Helm 或 Notary：没有影响',
    why: '运行状况检查也会查找 Helm 和 Notary。这几行只说明其中一个未安装，或与你的 Azure CLI 版本不匹配，并不表示注册表或你的计算机有问题。',
  },
  'registry-not-found': {
    title: '没有这个名称的注册表',
    why: '该登录服务器的名称无法解析。要么名称拼写有误，要么注册表已被删除。名称不存在，也就谈不上验证密码。',
  },
  'login-server-malformed': {
    title: '注册表名称的写法不正确',
    why: '`docker login` 需要完整的登录服务器，并且全部使用小写字母，例如 `myregistry.azurecr.io`。`az acr login` 只需要资源名称，例如 `myregistry`。你使用的名称是另一种形式。',
  },
  'wrong-subscription': {
    title: '注册表在另一个订阅或目录中',
    why: '注册表存在，但不在 Azure CLI 当前使用的订阅中。无论注册表是不存在，还是位于别处，消息都会说“找不到”。因此，这并不表示注册表已经不存在。',
  },
  'repository-or-tag-not-found': {
    title: '注册表中没有这个映像或标记',
    why: '登录成功，注册表也查找了该映像。但其中没有这个存储库、标记或摘要：可能拼写有误、从未推送，或者已被删除。',
  },
  'platform-mismatch': {
    title: '映像存在，但不适用于你的计算机类型',
    why: '映像是为特定的处理器和操作系统生成的。注册表中有这个映像，但没有你的计算机所请求的平台版本。你的权限没有问题。',
  },
  'image-not-qualified': {
    title: '映像名称中缺少你的注册表名称',
    why: '如果前面没有登录服务器，Docker 会去 Docker Hub 查找。拒绝请求的是 Docker Hub，因此这条消息与你的 Azure 注册表无关。',
  },
  'not-logged-in': {
    title: '你没有登录到这个注册表',
    why: '注册表是专用的。除非它允许匿名拉取，否则推送或拉取前必须先登录。请求中没有有效的凭据：你还没有登录，或者登录的是另一个名称。',
  },
  'credentials-invalid': {
    title: '用户名或密码未被接受',
    why: '注册表收到了（服务主体、存储库令牌或管理员用户的）用户名和密码，但拒绝了它们。其中一个不正确，或者已过期。请检查你使用的，或注册表所有者给你的用户名和密码。有时防火墙也会引起同样的消息。',
  },
  'admin-user-disabled': {
    title: '注册表的管理员用户已关闭',
    why: '你用管理员用户登录，但注册表不允许这样做；管理员用户默认关闭。如果你用自己的帐户登录，这一行只是 Azure CLI 的最后一次尝试，真正的原因在它前面一行。',
  },
  'admin-password-wrong': {
    title: '管理员用户的密码不正确',
    why: '管理员用户已启用，但这个密码不是它当前两个密码中的任何一个。你以前使用的密码可能已重新生成。',
  },
  'sp-secret-invalid': {
    title: '服务主体的客户端密码不正确',
    why: '应用程序存在，但这个客户端密码不属于它。常见的情况是误用了密码的 ID，而不是密码的值。',
  },
  'sp-secret-expired': {
    title: '服务主体的客户端密码已过期',
    why: '客户端密码只在一定时间内有效，这一个已经到期。此时注册表的回答与密码错误时一样。',
  },
  'sp-not-found': {
    title: '用户名不是已知的应用程序 ID',
    why: '注册表把这个用户名当作应用程序（服务主体）的 ID，但在自己的目录中找不到它。可能是 ID 拼写有误，或者它是电子邮件地址或其他名称，也可能应用程序已被删除或属于另一个目录。',
  },
  'repo-token-password-wrong': {
    title: '存储库令牌的密码不正确或已过期',
    why: '令牌存在并且已启用，但这个密码无效。它可能已过期，也可能已重新生成。',
  },
  'repo-token-disabled': {
    title: '存储库令牌已关闭',
    why: '令牌存在，但有人禁用了它。此时注册表会拒绝该令牌的所有密码。',
  },
  'mode-switch-stale-credential': {
    title: '凭据是在注册表更改之前颁发的',
    why: '注册表已切换到另一种权限模式。即使角色正确，切换前颁发的凭据也都会被拒绝，直到客户端重新登录。',
  },
  'entra-token-expired': {
    title: '你的登录已过期',
    why: '令牌和凭据只在一定时间内有效，之后必须续订。你为注册表获取的令牌有效期为 3 小时；之后，注册表的回答就像你没有登录一样。你的权限没有问题。',
  },
  'expose-token-username': {
    title: '访问令牌配了错误的用户名',
    why: '用 `az acr login --expose-token` 获取的令牌只能与用户名 `00000000-0000-0000-0000-000000000000` 一起使用。换成别的名称，注册表就会去查找一个不存在的帐户。',
  },
  'anonymous-pull-stale-login': {
    title: '保存的旧凭据妨碍了匿名拉取',
    why: '这个注册表无需登录即可读取。但 Docker 仍会发送以前登录时的凭据，注册表会拒绝这些凭据，而不是让你以匿名身份访问。',
  },
  'conditional-access': {
    title: '你所在组织的安全策略阻止了登录',
    why: '你的密码正确，但策略还有其他要求：第二重验证、受管理的设备或其他位置。登录在到达注册表之前就停在了 Microsoft Entra。',
  },
  'federation-mismatch': {
    title: '联合登录与其设置不一致',
    why: '作业用令牌而不是机密来证明身份。该令牌的颁发者、使用者或受众与应用程序预期的不同，因此 Microsoft Entra 拒绝了它。',
  },
  'managed-identity-unavailable': {
    title: '缺少托管标识，或使用了错误的托管标识',
    why: '该资源尝试用托管标识登录。它没有分配任何托管标识，或者分配了多个却没有指定使用哪一个。注册表还没有收到请求。',
  },
  'arm-audience-disabled': {
    title: '注册表不接受这种令牌',
    why: '注册表拒绝为 Azure 资源管理器颁发的令牌，只接受为注册表颁发的令牌。较旧的工具和某些服务仍在发送前一种令牌。',
  },
  'role-missing': {
    title: '你已登录，但没有执行此操作的角色',
    why: '注册表认识这个标识（用户、托管标识或服务主体），但没有任何角色分配允许它在这里执行此操作。回答与密码错误时一样，都是 `unauthorized` 或 `denied`。',
  },
  'role-not-activated': {
    title: '你的角色尚未激活',
    why: '你有资格使用所需的角色，但在 Privileged Identity Management (PIM) 中激活之前，它不起作用。',
  },
  'abac-ignores-legacy-role': {
    title: '你拥有的角色在这个注册表中不起作用',
    why: '注册表使用 `RBAC 注册表 + ABAC 存储库权限` 模式。在此模式下，`AcrPull`、`AcrPush` 和 `AcrDelete` 不授予对映像的访问权限，`Owner`、`Contributor` 和 `Reader` 也不授予。只有 Container Registry Repository 系列角色有效。',
  },
  'abac-condition-excludes': {
    title: '你的角色不包括这个存储库',
    why: '该标识有存储库角色，但有一个条件把它限制在其他存储库。所以你可能在这个注册表中有权限，却没有对这个映像的权限。',
  },
  'catalog-not-authorized': {
    title: '你无权列出这个注册表的存储库',
    why: '列出存储库是一项单独的权限。能拉取或推送单个映像的角色不一定包含它。按名称拉取很可能仍然可行。',
  },
  'scope-map-insufficient': {
    title: '存储库令牌不包括这个存储库或操作',
    why: '用户名和密码正确。但令牌的范围映射列出了它可以做什么，而这个存储库或这个操作不在其中。',
  },
  'arm-role-missing': {
    title: '你无权查看或管理这个注册表',
    why: '在 Azure 门户中或用 Azure CLI 查看或更改注册表的设置，需要 Azure 资源管理器的角色。用于拉取和推送映像的角色不包含这项权限。',
  },
  'assign-role-not-allowed': {
    title: '你无权在这个注册表上分配角色',
    why: '为他人分配角色需要单独的权限。它随 `Role Based Access Control Administrator` 一起授予，不包含在用于映像的角色中。',
  },
  'app-registration-not-allowed': {
    title: '你无权在目录中注册应用程序',
    why: '创建服务连接或服务主体时，会在 Microsoft Entra 中注册一个应用程序。你的帐户无权这样做。这与注册表无关。',
  },
  'provider-not-registered': {
    title: '订阅尚未为容器注册表做好准备',
    why: '订阅必须先注册一次资源提供程序 `Microsoft.ContainerRegistry`。在此之前，它无法创建或管理注册表。',
  },
  'role-propagating': {
    title: '你的新角色尚未生效',
    why: '角色是不久前才分配的。Azure 需要几分钟才能让它在各处生效，而之前的登录并不知道这个角色。浏览器也可能显示旧的状态。',
  },
  'aks-identity-missing-role': {
    title: '群集无权从这个注册表拉取',
    why: '群集的节点用自己的标识（kubelet 标识）拉取。该标识没有附加到注册表、缺少所需的角色，或者不在节点上。在这里，你自己的权限不起作用。',
  },
  'aks-pull-secret-invalid': {
    title: 'Pod 的拉取机密缺失或不正确',
    why: 'Pod 用保存在群集中的机密登录。该机密位于另一个命名空间、写的是另一个服务器，或者其中的密码已失效。',
  },
  'cross-tenant': {
    title: '标识和注册表属于不同的目录',
    why: '每个组织都有自己的目录（租户）。注册表只向自己的目录查询，而该目录中没有这个标识。',
  },
  'content-locked': {
    title: '映像或存储库已锁定',
    why: '注册表知道你是谁，但该内容不允许更改或读取：它已被锁定，或被隔离。增加权限也没有用。',
  },
  'ip-not-allowed': {
    title: '注册表的防火墙不允许你的地址',
    why: '注册表有防火墙。它只允许所选网络，而你的来源地址不在列表中。因此，即使密码和角色可能都正确，你仍会看到 `403`。',
  },
  'public-access-disabled': {
    title: '注册表已关闭公共访问',
    why: '只能通过专用终结点访问这个注册表。来自 Internet 的所有请求都会以 `403` 被拒绝，与密码和角色无关。',
  },
  'private-endpoint-dns': {
    title: '名称解析到公共地址，而不是专用地址',
    why: '注册表有专用终结点，但出错的计算机找不到它的专用地址。它访问的是公共地址或者根本找不到地址，因此被拒绝。',
  },
  'connection-failed': {
    title: '从那里无法访问注册表',
    why: '未能与登录服务器建立连接：名称无法解析、没有响应、连接被拒绝，或者中间有代理服务器。注册表没有收到你的登录请求，所以这不是密码问题。',
  },
  'tls-untrusted': {
    title: '加密连接不受信任',
    why: '通往注册表途中的证书不受你的计算机信任。多数情况下，是代理服务器解开了加密连接，或者计算机的时钟不准。',
  },
  'data-endpoint-blocked': {
    title: '登录成功，但映像层被阻止',
    why: '映像的各个部分来自登录服务器以外的另一个地址，即数据终结点。执行拉取的计算机无法访问该地址。',
  },
  'rate-limited': {
    title: '短时间内请求过多',
    why: '每个服务层都有限额，现在已超出限额。过一段时间之后，注册表才会重新接受请求。你的权限没有问题。',
  },
  'quota-exceeded': {
    title: '已达到注册表的某个限额',
    why: '注册表没有剩余存储空间，或者已达到其服务层的另一个限额。此时它会拒绝新内容。',
  },
  'cmk-key-unavailable': {
    title: '注册表无法使用其加密密钥',
    why: '注册表用你所在组织的密钥加密。密钥、它所在的密钥保管库或读取它的标识不可用，因此注册表无法读取自己的数据。',
  },
  'client-defect': {
    title: '工具本身有故障或已过时',
    why: '这条消息来自工具内部的崩溃，而不是来自注册表。它不能说明你的权限有任何问题。',
  },
  'service-outage': {
    title: 'Azure 一侧出现故障',
    why: '注册表或登录服务返回了它自身的错误。原因不在你的凭据。',
  },
  'not-acr': {
    title: '这与 Azure 容器注册表无关',
    why: '这条消息来自另一个服务器或服务，或者其中没有错误。我对 Azure 中注册表的了解在这里不适用。',
  },
  unknown: {
    title: '原因尚不清楚',
    why: '这与 Azure 容器注册表有关，但无论是你告诉我的内容，还是我能检查的内容，都没有指向任何一种已知原因。',
  },
};
