import type { IdentityTexts } from './types.js';

export const zhHans: IdentityTexts = {
  names: {
    reader: '负责读取的标识（AZURE_…）',
    grantor: '负责授予角色的标识（GRANTOR_…）',
    rotator: '负责更新机密的标识（ROTATOR_…）',
  },
  flaws: {
    everything:
      '{identity}：{scope} 上的“{role}”使它可以更改那里的一切。请移除该角色；它所需的角色由 `policy deploy` 生成。',
    'manages-access':
      '{identity}：{scope} 上的“{role}”使它可以授予角色，或让自己获得任何权限。请移除该角色；它所需的角色由 `policy deploy` 生成。',
    'reads-passwords':
      '{identity}：{scope} 上的“{role}”使它可以读取管理员用户的密码（listCredentials）。请改用 `policy deploy` 生成的角色。',
    beyond:
      '{identity}：{scope} 上的“{role}”允许它执行不需要的操作：{what}。请改用 `policy deploy` 生成的角色。',
    unconditioned:
      '{identity}：它在 {scope} 上拥有不带条件的“{role}”，可以向任何人授予任何角色，包括 Owner。请使用 `policy deploy` 生成的条件重新分配该角色。',
    'condition-too-wide':
      '{identity}：{scope} 上“{role}”的条件允许它授予不可申请的角色，或向组授予角色，或者 acr-help 无法解读该条件。请换成 `policy deploy` 生成的条件。',
    'removes-any':
      '{identity}：{scope} 上“{role}”的条件允许它移除自己从不授予的角色。请换成 `policy deploy` 生成的条件。',
    graph: '{identity}：它在 Microsoft Graph 中的权限超出了需要：{what}。请移除这些权限。',
    'beyond-policy':
      '{identity}：{scope} 上“{role}”的条件所允许的超出了策略提供的范围：{what}。请换成 `policy deploy` 现在生成的条件。',
    'cannot-grant':
      '{identity}：它无法在 {scope} 上授予策略所提供的角色：{what}。请使用 `policy deploy` 现在生成的条件为它分配角色。',
  },
  notReady:
    'acr-help 尚未就绪：有标识拥有超出需要的权限。在纠正之前不会为任何人服务，也不会授予任何权限；每分钟会重新检查一次。',
  notAsked:
    '{identity}：无法确定它有哪些权限（{why}）。在确定之前不会用它授予任何权限；每分钟会重新询问一次。',
  why: {
    denied: '它缺少权限 {what}',
    'not-found': '看不到策略中的任何注册表',
    'signed-out': '它登录失败：{what}',
    throttled: 'Azure 暂时不再接受请求',
    'circuit-open': 'Azure 已有一段时间没有响应，暂时不再查询',
    busy: '等待的请求太多',
    unavailable: 'Azure 没有应答',
  },
};
