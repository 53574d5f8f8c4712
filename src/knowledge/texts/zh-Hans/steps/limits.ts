/** 与限额有关的步骤。 */
export const limitSteps = {
  'limit-wait': '请按标头 `Retry-After` 给出的时间等待，然后重试。对于脚本，每次失败后应延长等待时间。',
  'limit-fewer-requests': '请减少同时进行的拉取和推送，并重复使用已有的映像。',
  'limit-own-identity':
    '请用你自己的标识登录。所有匿名调用方共用一个限额，所有使用管理员用户的人也共用一个限额。',
  'limit-higher-tier': '如果经常发生，请注册表所有者选择更高的服务层，或联系 Microsoft 支持。',
  'quota-look': '请查看限额的使用情况。',
  'quota-delete-images': '请删除没有人需要的映像和标记。几分钟后空间会释放出来。',
  'quota-higher-tier': '也可以请注册表所有者选择更高的服务层。任何注册表都不能超过 40 TiB。',
} as const;
