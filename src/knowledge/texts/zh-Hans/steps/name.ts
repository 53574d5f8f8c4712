/** 与注册表、订阅和映像的名称有关的步骤。 */
export const nameSteps = {
  'compare-registry-name':
    '请逐个字母比较该名称与你能看到的注册表：在此列表中，或在 Azure 门户的 **容器注册表** 下。如果其中没有，请询问注册表所有者。',
  'check-cloud':
    '请检查名称的后缀。Azure 使用 `.azurecr.io`，中国的 Azure 使用 `.azurecr.cn`，Azure 政府版使用 `.azurecr.us`。Azure CLI 必须设置为同一个云。',
  'registry-deleted':
    '如果注册表已被删除，请询问其所有者由哪个注册表代替。重新创建只能恢复名称，不能恢复映像。',
  'docker-login-full-name':
    '使用 `docker login` 时，请输入完整的登录服务器，并且只用小写字母，例如 `myregistry.azurecr.io`。在 Azure 门户中，可以在注册表的 **概述** 页上找到它。',
  'az-login-resource-name':
    '使用 `az acr login` 时，请先登录 Azure CLI。然后只输入创建注册表时所用的名称，例如 `myregistry`，不带 `.azurecr.io`。',
  'read-login-server':
    '请不要自己拼写登录服务器。有些注册表的登录服务器中多出一部分，例如 `myregistry-abc123.azurecr.io`。请从注册表中读取。',
  'image-name-form':
    '请去掉 `https://` 和末尾的斜杠。映像名称只能使用小写字母、数字、点、短横线、下划线和斜杠。',
  'sign-in-right-tenant': '请登录到注册表所属的目录（租户）。你的帐户可能属于多个目录。',
  'switch-subscription': '请列出你的订阅，切换到注册表所在的订阅，并检查注册表是否出现。',
  'still-not-visible':
    '仍然找不到？那么你的标识可能无权查看注册表。请向注册表所有者申请一个角色。无论注册表在别处，还是对你不可见，显示的消息都一样。',
  'list-repositories': '请列出注册表中的内容，查找该存储库。请注意拼写。',
  'list-tags': '请列出该存储库的标记。只有当有人推送过 `latest` 时，它才存在。',
  'correct-reference': '请在你的命令或文件中更正名称、标记或摘要。如果映像从未推送或已被删除，请重新推送。',
  'kubernetes-spelling':
    '请在 Pod 的事件中查看它请求的确切名称。在群集中，映像名称拼写错误也可能显示为 `401 Unauthorized`。',
  'show-platforms':
    '请查看映像是为哪些平台生成的，并与执行拉取的计算机比较，例如 `linux/amd64` 或 `linux/arm64`。',
  'build-for-platform': '请为你需要的平台生成映像并推送。',
  'pull-other-platform': '也可以拉取已有的平台版本。这时你的计算机必须进行模拟，速度较慢。',
  'qualify-for-push': '请在名称前面加上登录服务器，并用这个名称推送。否则 Docker 会把映像发送到 Docker Hub。',
  'qualify-for-pull': '请在名称前面加上登录服务器，并用这个名称拉取。否则 Docker 会去 Docker Hub 查找。',
  'sign-in-to-that-server': '如果还没有登录这个注册表，请登录。',
} as const;
