import type { LookTexts } from '../look.js';

/** 从出错的位置查看。 */
export const look: LookTexts = {
  offer: {
    check: '或者从出错的位置查看：我会给你一条命令，一次就能显示这项以及更多信息。',
    outcome: '你的网络和我的不同。从出错的位置查看，可以确认或排除这个原因；所需的命令由我提供。',
    nothing: '从我这里看不出问题，但从出错的位置看可能不一样；我会给你一条命令来查看。',
  },
  needsRegistry: '要从出错的位置查看，我需要知道登录服务器，例如 `contoso.azurecr.io`。',
  where: {
    question: '在哪里出错？',
    hint: '命令要在那里运行，我会按照那里的环境来准备。',
    options: {
      laptop: '在装有 Linux 或 macOS 的计算机上',
      windows: '在装有 Windows 的计算机上',
      pod: '在 Kubernetes 群集中，例如 AKS',
      'azure-devops': '在 Azure DevOps 管道中',
      'github-actions': '在 GitHub Actions 工作流中',
      'cloud-shell': '在 Azure Cloud Shell 中',
    },
  },
  title: '从出错的位置查看',
  run: {
    laptop: '在出错的计算机上，将以下内容粘贴到终端中，然后按 Enter。',
    windows: '在出错的计算机上，将以下内容粘贴到 PowerShell 中，然后按 Enter。',
    either:
      '在出错的计算机上粘贴以下两段之一，然后按 Enter：Linux 或 macOS 请将第一段粘贴到终端中，Windows 请将第二段粘贴到 PowerShell 中。',
    pod: '请在 `kubectl` 可以访问该群集的 Bash shell 中粘贴以下内容。它会启动一个小型 Pod，输出该 Pod 看到的情况，然后将其删除。',
    'azure-devops': '请在同一作业中，将此步骤放在出错的步骤之前，然后运行管道。报告会出现在该步骤的日志中。',
    'github-actions':
      '请在同一作业中，将此步骤放在出错的步骤之前，然后运行工作流。报告会出现在该步骤的日志中。',
    'cloud-shell': '将以下内容粘贴到 Cloud Shell (Bash) 中，然后按 Enter。',
  },
  image: 'Pod 使用 {image}。如果群集不能拉取该映像，请换成其他包含 `sh` 以及 `curl` 或 `wget` 的映像。',
  promise:
    '它不需要登录，也不作任何更改。它只询问名称服务和注册表，不会向我发送任何内容，也不会输出密码或令牌，一分钟之内即可结束。',
  paste: '然后将输出的内容粘贴到这里：从 `--- acr-help probe 1` 开始，到同样以 `---` 开头的最后一行为止。',
  file: {
    title: '或使用单个文件（需要 Node.js 20 或更高版本）',
    how: '它查看得更细致，并且来自我自己的地址。以下命令会先核对它的 SHA-256，然后才运行。',
  },
  command: {
    title: '或使用 acr-help（如果已安装）',
    how: '此命令查看得更细致，并输出同类报告。',
  },
  noReport:
    '我没有在其中看到报告。请粘贴从 `--- acr-help probe 1` 到最后一行的全部内容。如果无法在那里运行，请选择其他位置，或者返回。',
};
