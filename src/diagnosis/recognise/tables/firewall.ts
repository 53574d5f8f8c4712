import { table } from '../signature.js';

/** Refusals by the network rules of the registry. */
export const firewallSignatures = table(
  {
    symptom: 'firewall-refusal',
    scope: 'acr',
    source: 'client-ip-address-not-allowed-access.md; clients.md §5',
  },
  {
    'firewall-client-ip': {
      label: "client with IP '…' is not allowed access",
      meaning:
        'The firewall of the registry refuses the address, or public access is off: the body is the same.',
      find: [
        [/client with ip (?!address)/, '{not allowed|is not allow}'],
        'is not allowed access. refer',
        /denied: client with ip '\d/,
      ],
      votes: { 'ip-not-allowed': 14, 'public-access-disabled': 11 },
    },
    'firewall-link': {
      label: 'https://aka.ms/acr/firewall',
      meaning: 'The link that the firewall adds to its refusal.',
      find: ['aka.ms/acr/firewall'],
      votes: { 'ip-not-allowed': 3, 'public-access-disabled': 2 },
    },
    'firewall-cli': {
      label: "Looks like you don't have access to registry",
      meaning: '`GET /v2/` answered 403 to az.',
      find: ['looks like you don…t have access to registry'],
      votes: { 'ip-not-allowed': 10, 'public-access-disabled': 8.5 },
    },
    'login-attempt-403': {
      label: 'login attempt … failed with status: 403 Forbidden',
      meaning: '`GET /v2/` answered 403 to Docker: network rules, or a proxy.',
      scope: 'registry',
      find: ['login attempt…failed with status:{ |}403'],
      votes: { 'ip-not-allowed': 8, 'public-access-disabled': 6.5, 'connection-failed': 4 },
    },
    'status-403': {
      label: '403 Forbidden',
      meaning: 'A client shows only the status: network rules more often than a right.',
      scope: 'generic',
      find: [
        '·403{:|} {(|}forbidden',
        '{status|status code|·http|http/1.1|http/2}{:|=|} {|(}403·',
        'statuscode{:|=}{ |}403',
        'registry 403 (forbidden)',
        'response 403',
      ],
      votes: { 'ip-not-allowed': 4.5, 'public-access-disabled': 4, 'role-missing': 3 },
    },
    'denied-word': {
      label: 'denied',
      meaning: 'The client shows only the word of the refusal.',
      scope: 'generic',
      find: ["'message':{ |}'denied'", ['{/v2/|azurecr}', /: denied[.:]?(?:\s|$)/m]],
      votes: { 'ip-not-allowed': 3, 'public-access-disabled': 2.8, 'role-missing': 2.6 },
    },
    'public-access-off': {
      label: 'publicNetworkAccess: Disabled',
      meaning: 'The text says that public network access is off, or that switching it changes the outcome.',
      find: [
        "publicnetworkaccess{'|}…{'|}{disabled|false}",
        "public {network |}access…{is|was|has been|to|=|:}{ |}{'|}{now |}{disabled|turned off|deactivated}",
        '{disabl|turn… off|deactivat}… {the |}public {network |}access',
        '{enabl|turn… on}… {the |}public {network |}access',
        'public-network-enabled false',
        /query[^\n]{0,120}publicnetworkaccess[^\n]{0,120}\n'?disabled\b/,
        "query publicnetworkaccess……\n'disabled'",
        "query publicnetworkaccess…… 'disabled'",
        'öffentliche… {netzwerk|}zugriff…deaktivier',
        '禁用{了|}公{共|用}{网络|}访问',
        '公{共|用}{网络|}访问…{已|}禁用',
      ],
      votes: { 'public-access-disabled': 8 },
    },
  },
);
