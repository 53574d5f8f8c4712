/** Steps about the network. */
export const networkSteps = {
  'ip-allow':
    'Let the registry owner allow your IP address: in the Azure portal under **Settings > Networking > Public access > Selected networks**, or with this command. Rules need the Premium tier and work after a few minutes.',
  'ip-proxy-address':
    'Allow the address that the error message names. Behind a proxy or VPN this is not the address of your machine.',
  'ip-hosted-agent':
    'Hosted agents change their address with every run. Use a self-hosted agent with a fixed address, or one inside the virtual network.',
  'ip-aks-outbound':
    'For a cluster, allow the outbound address of its load balancer, or connect the cluster over a private endpoint.',
  'ip-trusted-service':
    'Some Azure services may pass if the registry allows trusted services. App Service is not one of them: connect it to the virtual network.',
  'ip-private-link':
    'Or connect privately with Azure Private Link. Then no public address has to be allowed.',
  'reach-privately':
    'Connect from inside the virtual network of the private endpoint: over VPN, or from a machine there. This command checks from such a machine that the name leads to the private address.',
  'private-agent':
    'Use a self-hosted agent inside the virtual network. Hosted agents cannot reach a private endpoint.',
  'public-access-open':
    'Or let the registry owner turn on public access, best for selected networks only. This opens the public endpoint again; agree on it with your security team.',
  'private-zone-link':
    'The name must lead to a private address on the machine that fails. Link the private DNS zone `privatelink.azurecr.io` to the virtual network of that machine.',
  'private-zone-records':
    'The zone needs a record for the registry and one for each data endpoint, in every region that the registry is replicated to. This command lists the names.',
  'private-dns-forwarder':
    'If you run your own DNS server, let it forward these names to Azure DNS at `168.63.129.16`.',
  'private-dns-verify': 'Check the result from inside the virtual network.',
  'connection-look':
    'See where the connection stops: no name found, no answer, a refusal, a proxy, or a certificate.',
  'connection-dns': 'Check that the name of the registry leads to an address.',
  'connection-proxy':
    'If you need a proxy, set it for your shell and for the Docker daemon, and restart the daemon. This command shows what the daemon uses.',
  'connection-firewall':
    'Let your network team allow outgoing connections on port 443 to the login server and to the data endpoints. This command lists them. In Azure, use the service tag `AzureContainerRegistry`.',
  'tls-look':
    'See who issued the certificate. If it is your company’s proxy, the proxy opens the encrypted connection. Compare the clock as well.',
  'tls-trust-proxy':
    'Let your network team exempt the registry from that inspection, or install the proxy’s certificate authority on this machine, for Docker and for the Azure CLI.',
  'tls-clock':
    'Set the clock of the machine. If it is wrong, every certificate looks expired or not yet valid.',
  'data-endpoint-find':
    'Find the data endpoints and try one from the machine that fails. Any number means that it is reachable; `000` or a timeout means that it is blocked.',
  'data-endpoint-allow':
    'Let your network team allow the data endpoints on port 443: `REGISTRY.REGION.data.azurecr.io` for every region, or `*.blob.core.windows.net` if the registry has no dedicated data endpoints.',
  'data-endpoint-private':
    'With a private endpoint, the data endpoint needs its own record in the private DNS zone.',
} as const;
