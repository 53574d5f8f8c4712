/** 与网络有关的步骤。 */
export const networkSteps = {
  'ip-allow':
    '请注册表所有者允许你的 IP 地址：在 Azure 门户的 **设置 > 网络 > 公共访问 > 所选网络** 下，或使用此命令。规则需要 Premium 层，几分钟后生效。',
  'ip-proxy-address': '请允许错误消息中写明的地址。如果经过代理服务器或 VPN，它不是你的计算机的地址。',
  'ip-hosted-agent':
    '托管代理 (agent) 每次运行时地址都会变化。请使用地址固定的自承载代理，或位于虚拟网络内的自承载代理。',
  'ip-aks-outbound': '对于群集，请允许其负载均衡器的出站地址，或通过专用终结点连接群集。',
  'ip-trusted-service':
    '如果注册表允许受信任的服务，某些 Azure 服务可以通过。应用服务不在其中：请将它连接到虚拟网络。',
  'ip-private-link': '也可以使用 Azure 专用链接私下连接。这样就不必允许任何公共地址。',
  'reach-privately':
    '请从专用终结点所在的虚拟网络内部连接：通过 VPN，或从其中的一台计算机连接。请在这样的计算机上用此命令检查名称是否解析到专用地址。',
  'private-agent': '请使用位于虚拟网络内的自承载代理 (agent)。托管代理无法访问专用终结点。',
  'public-access-open':
    '也可以请注册表所有者启用公共访问，最好只对所选网络启用。这会重新开放公共终结点；请先征得安全团队同意。',
  'private-zone-link':
    '在出错的计算机上，名称必须解析到专用地址。请将专用 DNS 区域 `privatelink.azurecr.io` 链接到该计算机所在的虚拟网络。',
  'private-zone-records':
    '该 DNS 区域中需要有一条注册表的记录，并且对于注册表复制到的每个 Azure 区域，各需要一条数据终结点的记录。此命令会列出这些名称。',
  'private-dns-forwarder':
    '如果你运行自己的 DNS 服务器，请让它将这些名称转发到 Azure DNS，地址为 `168.63.129.16`。',
  'private-dns-verify': '请从虚拟网络内部检查结果。',
  'connection-look': '请查看连接停在哪里：找不到名称、没有响应、被拒绝、代理服务器，还是证书。',
  'connection-dns': '请检查注册表的名称能否解析到一个地址。',
  'connection-proxy':
    '如果需要代理服务器，请为你的 shell 和 Docker 守护程序设置它，并重启守护程序。此命令会显示守护程序使用的设置。',
  'connection-firewall':
    '请网络团队允许通过端口 443 到登录服务器和数据终结点的出站连接。此命令会列出它们。在 Azure 中，请使用服务标记 `AzureContainerRegistry`。',
  'tls-look': '请查看证书由谁颁发。如果是你公司的代理服务器，说明它会解开加密连接。也请核对时钟。',
  'tls-trust-proxy':
    '请网络团队将注册表排除在 TLS 检查之外，或在这台计算机上为 Docker 和 Azure CLI 安装代理服务器的证书颁发机构证书。',
  'tls-clock': '请校准计算机的时钟。如果时钟不准，所有证书都会显得已过期或尚未生效。',
  'data-endpoint-find':
    '请找出数据终结点，并从出错的计算机访问其中一个。输出任何数字都表示可以访问；`000` 或超时表示被阻止。',
  'data-endpoint-allow':
    '请网络团队允许端口 443 上的数据终结点：每个区域的 `REGISTRY.REGION.data.azurecr.io`；如果注册表没有专用的数据终结点，则允许 `*.blob.core.windows.net`。',
  'data-endpoint-private': '使用专用终结点时，数据终结点需要在专用 DNS 区域中有自己的记录。',
} as const;
