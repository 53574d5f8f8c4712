import type { ReferenceTexts } from './types.js';

export const zhHans: ReferenceTexts = {
  unresolved: '以下机密保存在别处，未能读取：',
  openToAll: '{name}：这台计算机上的所有人都能读取 {place}。请收回这一权限。',
  why: {
    malformed: '请写成 file:/路径 或 keyvault:https://VAULT.vault.azure.net/secrets/NAME。',
    'file-missing': '没有这个文件。请更正路径，或将机密挂载到该处。',
    'file-unreadable': '无法读取该文件。请授予运行进程的帐户读取权限。',
    empty: '其中没有值，或者值超过 64 KB。请只写入该值，不要写入其他内容。',
    'no-identity':
      '查询 Key Vault 时使用 AZURE_IDENTITY，但它尚未设置。请先设置；如果它本身也有机密，请把那个机密放在文件中。',
    'in-world': '模拟 Azure 时不会访问真实的 Key Vault。请改用文件。',
    'not-a-vault': '这不是 AZURE_CLOUD 所指云中的保管库。请更正地址。',
    'secret-missing': '保管库中没有这个机密，或没有这个版本。请更正名称，或创建该机密。',
    'vault-refuses':
      '保管库拒绝了请求。AZURE_IDENTITY 需要在该机密上具有 Key Vault Secrets User 角色；机密必须处于启用状态，保管库的防火墙也必须放行机器人。',
    'signed-out': 'Entra 拒绝了 AZURE_IDENTITY 的登录。`acr-help doctor` 会说明原因。',
    'vault-unknown': '未能向保管库查询。请检查网络后重试。',
  },
};
