/** 与 Docker 有关的步骤。 */
export const dockerSteps = {
  'docker-install-or-start':
    '请在运行该命令的计算机上安装 Docker 客户端和 Docker 守护程序。如果已经安装，请启动 Docker。大多数登录注册表的方式两者都需要，因为 `az acr login` 会替你调用 `docker login`。',
  'docker-both-answer':
    '请检查两者是否都有响应：`docker version` 必须显示 Client 部分和 Server 部分。Server 部分就是守护程序。',
  'sign-in-again': '请重新登录：先登录 Azure CLI，再登录注册表。',
  'no-daemon-expose-token':
    '那台计算机上没有守护程序？请运行带 `--expose-token` 的 `az acr login`。它会输出一个访问令牌，不需要守护程序。它适用于只需要 Docker 命令的脚本，或其他工具。请把令牌用作密码；用户名是 `00000000-0000-0000-0000-000000000000`。',
  'use-podman': '如果你使用 podman 而不是 Docker，请告知 Azure CLI。',
  'run-where-daemon':
    '请在 Docker 守护程序正在运行的计算机上执行 `az acr login`，例如你自己的计算机。Cloud Shell 只有 Docker 客户端。',
  'cloud-shell-expose-token':
    '也可以留在 Cloud Shell 中，使用 `--expose-token`。它就是为没有 Docker 守护程序的环境准备的：它会输出一个访问令牌，你把它用作密码，用户名是 `00000000-0000-0000-0000-000000000000`。',
  'docker-update': '请更新 Docker。客户端必须是 18.03 或更高版本。',
  'docker-version-verify': '请检查版本：查看 Client 部分的 `Version` 一行。',
  'repeat-command': '请再次运行失败的命令。',
  'remove-stored-entry': '请删除 Docker 为这个注册表保存的条目。',
  'repair-credential-store':
    '请打开主文件夹下 `.docker` 文件夹中的 `config.json`。如果 `credsStore` 或 `credHelpers` 写的是一个未安装的程序，请安装该程序，或删除这一行。删除后，Docker 会把密码保存在这个文件中，能读取该文件的人都能看到密码。',
  'sign-in-password-again': '请用你的用户名重新登录。Docker 会要求输入密码，但不显示。',
  'helm-nothing-to-do':
    '你不需要做任何事。这条消息只说明缺少 Helm 或 Notary，或者其版本与你的 Azure CLI 不匹配。注册表和你的计算机都没有问题。',
  'helm-optional-update': '如果你确实使用 Helm，请安装它，或将它与 Azure CLI 一起更新，这条消息就会消失。',
  'helm-look-at-other-lines':
    '如果还有其他操作失败，请运行运行状况检查并查看其他行。请把没有显示 `OK` 的行发给我。',
} as const;
