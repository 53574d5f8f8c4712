/** 与注册表的权限和网络无关的原因，以及后续途径的步骤。 */
export const otherSteps = {
  'cmk-restore':
    '请恢复加密注册表的密钥、密钥保管库中的权限，或读取密钥的标识。其中一项已被删除、禁用或阻止。',
  'cmk-verify': '请检查结果。`CMK_ERROR` 必须不再出现。',
  'client-update': '请更新或重新安装崩溃的工具。',
  'client-other': '请用另一个工具执行同样的操作。如果成功，注册表和你的权限就没有问题。',
  'client-report': '如果最新版本仍然崩溃，请向该工具的开发者报告。',
  'outage-repeat': '请过几分钟再试。此命令必须输出 `401`；500 或更大的数字表示服务出现故障。',
  'outage-status': '请查看 Azure 状态页，以及 Azure 门户中的 **服务运行状况**，了解你所在区域的情况。',
  'outage-ticket': '如果一直没有恢复，请创建支持请求。请提供登录服务器、时间和消息中的相关 ID。',
  'not-acr-where':
    '请查看消息中服务器的名称。Azure 的容器注册表以 `.azurecr.io`、`.azurecr.cn` 或 `.azurecr.us` 结尾。如果是其他服务器，请联系运行该服务器的人。',
  'not-acr-paste-more': '如果确实与你的注册表有关，请把完整的消息和你运行的命令发给我。',
  'unknown-reproduce': '请用运行状况检查重现错误，并在错误参考中查找它输出的代码。',
  'unknown-login-events':
    '如果注册表保留了资源日志 （**监视 > 诊断设置**），请其所有者查看 `ContainerRegistryLoginEvents`。其中记录了每次登录的状态、标识和 IP 地址。此命令会列出最近一天的失败记录；它需要 Log Analytics 工作区的 ID。',
  'unknown-other-topics': '请阅读其他主题：网络问题和性能问题。',
  'unknown-ask-people': '请向其他人求助：Azure 社区或 Microsoft Q&A。你也可以发送对产品的反馈。',
  'unknown-ticket':
    '请创建支持请求。有了你的数据，Microsoft 可以快速检查注册表的失败登录。请提供登录服务器、失败的时间、完整的错误、相关 ID、标识和你的公共 IP 地址。绝不要发送密码或令牌。',
} as const;
