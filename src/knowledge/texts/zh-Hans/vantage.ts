import type { VantageTexts } from '../vantage.js';
import { look } from './look.js';

/** 用户自己运行的程序的输出。 */
export const vantage: VantageTexts = {
  read: '我已读取 {programs} 的输出。',
  nothing: '我已读取 {programs} 的输出，但它没有回答本案例中的任何问题。',
  otherRegistry: '这段输出是关于 {other} 的，而你的案例是关于 {registry} 的，因此我没有采用它。',
  seen: '{place}：{told}',
  places: {
    workstation: { label: '你的计算机', from: '从你的计算机' },
    'cloud-shell': { label: '你的 Cloud Shell', from: '从你的 Cloud Shell' },
    kubernetes: { label: '你的群集', from: '从你的群集' },
    'azure-devops': { label: '代理', from: '从代理' },
    'github-actions': { label: '运行器', from: '从运行器' },
    'azure-service': { label: 'Azure 服务', from: '从 Azure 服务' },
    portal: { label: '门户', from: '从门户' },
  },
  anywhere: { label: '你运行 {program} 的位置', from: '从你运行 {program} 的位置' },
  addresses:
    '从这里该名称解析为 {here}，{from}则解析为 {there}。对于到注册表的网络路径，以{from}看到的结果为准。',
  onlyThere: '从这里查不到该名称，{from}则解析为 {there}。对于到注册表的网络路径，以{from}看到的结果为准。',
  onlyHere: '从这里该名称解析为 {here}，{from}则无法解析。对于到注册表的网络路径，以{from}看到的结果为准。',
  onlyHereAnswers: '从这里访问，注册表有响应；{from}访问则没有。因此障碍位于那里与注册表之间。',
  answersThere: '{from}访问，注册表现在有响应并要求登录：拒绝你的并不是那里的网络。',
  notes: {
    'exchange-only': '这里成功的只是令牌交换，并不能说明某个角色涵盖该存储库。',
    'client-only': '只有客户端作出了响应，这并不能说明守护程序正在运行。',
    'report-truncated': '探测报告缺少一部分。我只采用完整的行；最好重新粘贴完整的报告。',
    'report-edited': '探测报告与输出时不一致，因此我没有采用其中的任何内容。请重新运行探测并粘贴完整的报告。',
    'clock-off': '那里的时钟与注册表的时钟相差五分钟以上。请将其校准：时间不对时，令牌不会被接受。',
    'through-proxy': '那里设置了代理，并且没有将注册表排除在外：所有请求都会经过该代理。',
    'roles-of-listed': '该列表显示的是查询对象的角色，并不能说明这就是被拒绝的标识。',
  },
  look,
};
