import type { MachineTexts } from './types.js';

/** Findings about what the bot runs on: configuration, policy, store, clock, network. */
export const machine: MachineTexts = {
  'config.wrong-form': [
    '{about} 的值格式不正确。{looks}',
    '请更正：docs/settings.md 说明了它应有的格式。带着这个值机器人无法启动。',
  ],
  'config.quoted': [
    '{about} 的值带有引号，引号会被当作值的一部分。',
    '请去掉引号：`docker run --env-file` 读取的文件不使用引号。',
  ],
  'config.secret-id': [
    '{about} 的值是一个 GUID：很可能是机密的 ID，而不是机密本身。',
    '请使用创建机密时“值”一列中的内容；它只显示一次。',
  ],
  'config.reference': ['{about} 的值从 {place} 读取。'],
  'config.reference-open': [
    '{about} 的值从 {place} 读取，而这台计算机上的所有人都能读取该处。',
    '如果还有其他人在这台计算机上有帐户，请收回这一权限。',
  ],
  'config.reference-unresolved': ['无法从 {place} 读取 {about} 的值。', '{why}'],
  'config.reference-unknown': ['未能在 {place} 查询 {about} 的值。', '{why}'],
  'config.unknown-variable': [
    '没有名为 {about} 的变量，它会被忽略。',
    '如果要写的是 {near}，请更正名称；否则请将其删除。',
  ],
  'config.part-on': ['{part}：已设置。'],
  'config.part-off': ['{part}：未启用。需要：{names}。'],
  'config.part-incomplete': ['{part}：只设置了一部分，因此未启用。', '还请设置：{names}。'],
  'config.no-platform': [
    'Teams 和 Slack 都没有设置：机器人无人可服务，不会启动。',
    '请至少设置其中之一，参见 docs/chat-platforms.md。',
  ],
  'config.extra-ca': ['访问 Azure 时另外信任 {count} 个证书。'],
  'config.extra-ca-unreadable': [
    '无法读取 {about} 指定的文件 {file}，或其中没有证书。',
    '请指定进程可以读取的 PEM 文件的路径。',
  ],
  'config.proxy-unused': [
    '设置了 {about}。acr-help 不使用它：为了在发送之前确认地址，acr-help 自行建立连接。',
    '请放行列表末尾的主机，或以透明方式转发。',
  ],
  'check.late': ['检查“{about}”在 {seconds} 秒后仍未完成。', '请重试；请先查看有关网络的结果。'],
  'check.broken': ['检查“{about}”本身出错。', '请反馈此问题，并附上 acr-help 的版本。'],
  'policy.none': ['没有策略：无法申请任何权限，也会回答有关任何注册表的问题。'],
  'policy.read': [
    '策略正常（SHA-256 {hash}…）：注册表条目 {registries} 个，角色规则 {requests} 条，机密规则 {rotations} 条。',
  ],
  'policy.unreadable': [
    '无法读取策略文件 {file}。机器人不会启动。',
    '请更正 POLICY，或让进程有权读取该文件。',
  ],
  'policy.mistake': [
    '策略第 {line} 行有错误：{code}（共 {count} 处）。机器人不会启动。',
    '请更正；以下命令用句子说明每处错误：',
  ],
  'policy.vault-elsewhere': [
    '{url} 不是此云中的密钥保管库。机器人不会启动。',
    '地址必须是 https://NAME{suffix}；请在策略中更正，或设置 AZURE_CLOUD。',
  ],
  'policy.no-grantor': [
    '策略中有角色规则（{rules}），但没有负责授予角色的标识。',
    '请设置 GRANTOR_IDENTITY，参见 docs/requests.md。',
  ],
  'policy.no-rotator': [
    '策略中有机密规则（{rules}），但没有负责更新机密的标识。',
    '请设置 ROTATOR_IDENTITY，参见 docs/requests.md。',
  ],
  'policy.needs-pages': [
    '这些规则要求在浏览器中登录后批准，但机器人没有网页：{rules}。没有人能够批准。',
    '请设置 PUBLIC_URL 和 LINK_…。',
  ],
  'policy.needs-delivery-key': [
    '这些规则通过机器人的网页显示新机密，但没有这样的网页：{rules}。',
    '请设置 DELIVERY_KEY（openssl rand -base64 32）、PUBLIC_URL 和 LINK_…。',
  ],
  'policy.unseen-registry': [
    '在可见的注册表中，没有一个属于条目 {entry}（{patterns}）。',
    '请将策略中的名称和订阅与 `az acr list` 对照，并检查负责读取的标识的权限。',
  ],
  'store.ready': ['存储（{engine}）可以写入，架构是最新的。'],
  'store.new': ['存储（{engine}）为空，启动时会自动建立。'],
  'store.pending': [
    '启动时将更改存储（{engine}）的架构：{steps}。',
    '请先备份。更改后，旧版本的 acr-help 将无法读取它。',
  ],
  'store.in-memory': [
    '存储在内存中：进程结束后，所有对话和申请都会丢失。',
    '请将 STORE 设置为文件或 PostgreSQL 服务器。',
  ],
  'store.unencrypted': ['到 PostgreSQL 服务器的连接没有加密。', '请在其地址后加上 ?sslmode=verify-full。'],
  'store.bad-address': [
    'STORE 没有指定有效的存储。',
    '格式为 sqlite:路径 或 postgres://用户:密码@主机:端口/数据库；密码中的特殊字符要用百分号编码。',
  ],
  'store.newer-schema': ['存储由更新版本的 acr-help 写入。', '请运行那个版本，或换用其他存储。'],
  'store.not-found': ['存储所在的文件夹或服务器上的数据库不存在。', '请创建它，或更正 STORE。'],
  'store.denied': [
    '服务器不允许此帐户登录，或不允许未加密的连接。',
    '请检查 STORE 中的帐户、密码和 sslmode，以及服务器上的 pg_hba.conf。',
  ],
  'store.read-only': [
    '无法写入存储。',
    '请让进程有权写入该文件及其文件夹；如果是服务器，则需有权创建和更改表。',
  ],
  'store.not-a-database': ['STORE 指定的不是数据库。', '请更正路径。'],
  'store.damaged': ['存储已损坏。', '请用备份替换。'],
  'store.full': ['存储空间已满。', '请在其磁盘上腾出空间。'],
  'store.unreachable': [
    '无法连接到 PostgreSQL 服务器，或其证书不受信任。',
    '请检查主机、端口、防火墙和 sslrootcert。',
  ],
  'store.locked': ['另一个进程正占用存储，因此无法尝试写入。', '请重试；SQLite 只供机器人的一个进程使用。'],
  'store.timeout': ['PostgreSQL 服务器未及时应答。', '请检查主机、端口、防火墙以及服务器的负载。'],
  'store.unknown': ['存储出错，但无法从中看出原因。', '请查看服务器的日志或磁盘。'],
  'clock.right': ['时钟准确：与 {servers} 台服务器相比，偏差 {seconds} 秒。'],
  'clock.off': [
    '时钟与 {host} 相差 {seconds} 秒。',
    '请在偏差达到 {most} 秒之前启用时间同步：届时 Slack 的请求和令牌都会被拒绝。',
  ],
  'clock.wrong': [
    '时钟与 {host} 相差 {seconds} 秒。Slack 的签名和令牌只容许 {most} 秒的偏差，因此会被拒绝。',
    '请启用时间同步（chrony、systemd-timesyncd，或主机的时间同步）。',
  ],
  'clock.unknown': ['没有服务器告知当前时间。', '请查看出站连接。'],
  'egress.open': ['{host}：{purposes}；{address}，证书颁发者 {issuer}'],
  'egress.no-such-name': [
    '{host}：没有这个名称。{purposes}需要它。',
    '请检查本机使用的 DNS，尤其是专用区域。',
  ],
  'egress.no-address': [
    '{host}：该名称没有地址。{purposes}需要它。',
    '请检查本机使用的 DNS，尤其是专用区域。',
  ],
  'egress.name-unknown': [
    '{host}：无法解析名称（{dns}）。{purposes}需要它。',
    '请检查本机能否访问其 DNS 服务器。',
  ],
  'egress.private-address': [
    '{host} 的地址是 acr-help 不会连接的地址（{address}）。{purposes}需要它。',
    '请检查 DNS；只有具有已批准专用终结点的注册表和密钥保管库才可以使用专用地址。',
  ],
  'egress.blocked': [
    '{host}：无法连接到 {address} 的 443 端口：{tcp}。{purposes}需要它。',
    '请在防火墙中放行该主机。',
  ],
  'egress.tls': [
    '{host}：连接不受信任：{tls}（颁发者：{issuer}）。{purposes}需要它。',
    '如果是贵组织的代理在检查 TLS，请将 {variable} 设置为其证书文件（PEM）；否则请查明是谁在检查。',
  ],
  'egress.this-machine': ['{host} 就是本机：只是替代服务，没有检查。'],
};
