import type { AuditTexts } from './types.js';

export const zhHans: AuditTexts = {
  commands: {
    verify: '说明申请的审计记录是否完整，并指出第一条有问题的记录。',
    export: '为审计人员输出申请的审计记录：每行一个 JSON 对象。',
  },
  options: {
    store: '存储，写法与 STORE 相同；省略时使用变量 STORE 指定的存储。',
    anchor: '上一次运行时让您保存的内容，编号:哈希：用于发现记录是否被截断或重新生成。',
    after: '只输出此编号之后的记录。',
  },
  bad: {
    anchor: '“{value}”不是锚点：需要记录编号、冒号和 64 位十六进制数字。',
    after: '“{value}”不是记录编号。',
    store: '没有存储“{value}”。请用 STORE 或 --store 指明位置；`serve` 首次启动时会创建它。',
  },
  unavailable: '无法读取存储：{what}',
  empty: '审计记录中还没有内容。',
  whole: '审计记录完整：共 {count} 条，最后一条是第 {seq} 条。',
  keep: '请把下面的内容保存在别处，下次用 --anchor 提供：{anchor}',
  broken: '审计记录从第 {seq} 条起有问题：{why}',
  flaws: {
    missing: '这条记录缺失。',
    order: '这条记录的位置不对。',
    previous: '这条记录与前一条不衔接。',
    hash: '这条记录的内容被改动过。',
    body: '这条记录的时间或事件被改动过。',
  },
  anchors: {
    'cut-off': '审计记录有问题：末尾的记录被截断，第 {seq} 条原本存在。',
    other: '审计记录有问题：第 {seq} 条与以前不同。',
    'too-old': '第 {seq} 条因保存期满已删除，无法比较。请使用较新的锚点。',
  },
};
