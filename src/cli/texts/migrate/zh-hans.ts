import type { MigrateTexts } from './types.js';

export const zhHans: MigrateTexts = {
  command: '把存储升级到此版本的结构，机器人下次启动时也会这样做。',
  done: '存储已是最新。已执行的步骤：{steps}',
  nothing: '存储原本就是最新的。',
};
