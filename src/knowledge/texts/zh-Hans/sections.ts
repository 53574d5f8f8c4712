import type { SectionId } from '../../passages.js';

/** 决策树所依据的两份文档的各节标题。 */
export const sections: Readonly<Record<SectionId, string>> = {
  'a-intro': '排查注册表登录问题',
  'a-symptoms': '症状',
  'a-causes': '原因',
  'a-further-diagnosis': '进一步诊断',
  'a-docker': '检查 Docker 配置',
  'a-name': '指定正确的注册表名称',
  'a-credentials': '确认用于访问注册表的凭据',
  'a-authorized': '确认凭据有权访问注册表',
  'a-roles': '验证标识的权限和角色分配',
  'a-expired': '确认凭据未过期',
  'a-advanced': '高级故障排除',
  'a-next-steps': '后续步骤',
  'b-intro': '排查 Azure 容器注册表身份验证问题',
  'b-initial': '初始故障排除',
  'b-error-1': '错误 1：`DOCKER_COMMAND_ERROR`',
  'b-error-2': '错误 2：Azure Cloud Shell 不支持 Docker 守护程序',
  'b-error-3': '错误 3：“未授权：需要身份验证”',
  'b-error-4': '错误 4：“无法获取管理员用户凭据”',
  'b-error-5': '错误 5：“不允许使用 IP 的客户端访问”',
  'b-help': '联系我们寻求帮助',
};
