import type { VantageTexts } from '../vantage.js';

/** 用户自己运行的程序的输出。 */
export const vantage: VantageTexts = {
  read: '我已读取 {programs} 的输出。',
  nothing: '我已读取 {programs} 的输出，但它没有回答本案例中的任何问题。',
  otherRegistry: '这段输出是关于 {other} 的，而您的案例是关于 {registry} 的，因此我没有采用它。',
  seen: '{place}：{told}',
  places: {
    workstation: { label: '您的计算机', from: '从您的计算机' },
    'cloud-shell': { label: '您的 Cloud Shell', from: '从您的 Cloud Shell' },
    kubernetes: { label: '您的群集', from: '从您的群集' },
    'azure-devops': { label: '代理', from: '从代理' },
    'github-actions': { label: '运行器', from: '从运行器' },
    'azure-service': { label: 'Azure 服务', from: '从 Azure 服务' },
    portal: { label: '门户', from: '从门户' },
  },
  anywhere: { label: '您运行 {program} 的位置', from: '从您运行 {program} 的位置' },
  addresses:
    '从这里该名称解析为 {here}，{from}则解析为 {there}。对于到注册表的网络路径，以{from}看到的结果为准。',
  onlyThere: '从这里查不到该名称，{from}则解析为 {there}。对于到注册表的网络路径，以{from}看到的结果为准。',
  onlyHere: '从这里该名称解析为 {here}，{from}则无法解析。对于到注册表的网络路径，以{from}看到的结果为准。',
  notes: {
    'exchange-only': '这里成功的只是令牌交换，并不能说明某个角色涵盖该存储库。',
    'client-only': '只有客户端作出了响应，这并不能说明守护程序正在运行。',
    'report-truncated': '探测报告缺少一部分。我只采用完整的行；最好重新粘贴完整的报告。',
    'report-edited': '探测报告与输出时不一致，因此我没有采用其中的任何内容。请重新运行探测并粘贴完整的报告。',
    'roles-of-listed': '该列表显示的是查询对象的角色，并不能说明这就是被拒绝的标识。',
  },
};
