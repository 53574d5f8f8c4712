import type { Rows } from './row.js';

/** Where the bot connects to, and what it tells there. */
export const egress = {
  T01: {
    abuse: 'a paste has the bot send its token to a host of the attacker',
    defence:
      'a token goes to a login server that the grammar minted, looked at once more before it is asked for',
    state: 'defended',
    removal: {
      file: 'src/azure/registry-tokens.ts',
      from: 'const isRegistry = parseLoginServer(host) === host;',
      to: 'const isRegistry = true;',
      test: 'test/azure/registry-sign-in.test.ts',
      named: 'no token arrives anywhere (T01)',
    },
  },
  T02: {
    abuse:
      'names that look like a registry: `contoso.azurecr.io.evil.com`, `…@evil.com`, ports, trailing dots',
    defence: 'one anchored grammar over the text as it is, before any URL parser',
    state: 'defended',
    removal: {
      file: 'src/diagnosis/facts/login-server.ts',
      from: String.raw`(?:\.[a-z][a-z0-9]{2,29}\.geo)?\.azurecr\.(?:io|cn|us)$/;`,
      to: String.raw`(?:\.[a-z][a-z0-9]{2,29}\.geo)?\.azurecr\.(?:io|cn|us)/;`,
      test: 'test/diagnosis/facts/login-server.test.ts',
    },
  },
  T03: {
    abuse: 'names with look-alike, invisible or full-width characters',
    defence: 'printable ASCII only, and nothing is normalised before it is judged',
    state: 'defended',
    removal: {
      file: 'src/azure/guard.ts',
      from: 'parseLoginServer(host) === host',
      to: "parseLoginServer(host.normalize('NFKC')) !== null",
      test: 'test/azure/guard.test.ts',
      named: '(T03)',
    },
  },
  T04: {
    abuse: 'addresses of the machine, its metadata and token services, the platform of Azure',
    defence:
      'each address that DNS gives is compared with ranges that no registry has; mapped ones are unwrapped first',
    state: 'defended',
    removal: {
      file: 'src/azure/address-ranges.ts',
      from: "  [range('168.63.129.16/32'), 'azure-platform'],\n",
      to: '',
      test: 'test/azure/guard.test.ts',
      named: 'is denied',
    },
  },
  T05: {
    abuse: 'a name that resolves to something else the second time',
    defence: 'one look-up; all its answers are judged, and the connection goes to one of them',
    state: 'defended',
    removal: {
      file: 'src/azure/egress.ts',
      from: 'const dialled = await dial(network, dns.addresses, deadlines.tcp, signal);',
      to: "const again = await lookUp(host, signal);\nconst addresses = again.kind === 'found' ? again.addresses : [];\nconst dialled = await dial(network, addresses, deadlines.tcp, signal);",
      test: 'test/azure/egress.test.ts',
      named: 'a name that changes between look-ups',
    },
  },
  T06: {
    abuse: 'a redirect to a host inside the network',
    defence: 'no client follows one; that of the registry tells it as what it is',
    state: 'defended',
    removal: {
      file: 'src/azure/login-events/client.ts',
      from: '      redirectOptions: { maxRetries: 0 },\n',
      to: '',
      test: 'test/azure/login-events/client.test.ts',
      named: 'a redirect is not followed',
    },
  },
  T07: {
    abuse: 'a challenge that names the token endpoint of somebody else, or is made to cost time',
    defence: 'read by hand, up to 8 KB; the realm is compared with the host and never asked',
    state: 'defended',
    removal: {
      file: 'src/azure/challenge.ts',
      from: "  return own ? 'own' : 'foreign';",
      to: "  return own || named.length > 0 ? 'own' : 'foreign';",
      test: 'test/azure/probe.test.ts',
      named: 'a foreign realm is compared and never asked',
    },
  },
  T08: {
    abuse: 'somebody in the middle of TLS',
    defence: 'the certificate must be of exactly that host; no setting and no variable turns that off',
    state: 'defended',
    removal: {
      file: 'src/azure/handshake.ts',
      from: 'rejectUnauthorized: true,',
      to: 'rejectUnauthorized: false,',
      test: 'test/azure/egress.test.ts',
      named: 'certificates (T08)',
    },
  },
  T09: {
    abuse: 'the token that a registry gets is used against Resource Manager',
    defence: 'it is asked for with the scope of the registry service alone',
    state: 'defended',
    removal: {
      file: 'src/azure/registry-tokens.ts',
      from: 'egress.cloud.acrAudience',
      to: 'egress.cloud.armAudience',
      test: 'test/azure/registry-sign-in.test.ts',
      named: '(T09)',
    },
  },
  T10: {
    abuse: 'the attacker names a registry of their own, and reads the sign-in in its log',
    defence: 'tokens are asked for where Resource Manager shows the registry in our subscriptions',
    state: 'defended',
    removal: {
      file: 'src/azure/registry-tokens.ts',
      from: "if (known === null) return unavailable('guard');",
      to: "if (!isRegistry) return unavailable('guard');",
      test: 'test/azure/registry-sign-in.test.ts',
      named: '(T10)',
    },
  },
  T11: {
    abuse: 'variables of the environment that reroute traffic or add authorities',
    defence: 'sockets, agents and authorities are the own ones, whatever a layer above has chosen',
    state: 'defended',
    removal: {
      file: 'src/azure/egress-client.ts',
      from: "      request.agent = request.url.startsWith('https:') ? guarded : local;",
      to: "      request.agent ??= request.url.startsWith('https:') ? guarded : local;",
      test: 'test/azure/egress-client.test.ts',
    },
  },
  T12: {
    abuse: 'answers that are endless, slow or packed',
    defence: 'a deadline for each step; 64 KB of a body that is not packed, 12 KB of headers',
    state: 'defended',
    removal: {
      file: 'src/azure/http.ts',
      from: "    if (size > LARGEST_BODY) finish({ kind: 'unread', status });\n    else chunks.push(chunk);",
      to: '    chunks.push(chunk);',
      test: 'test/azure/http.test.ts',
      named: 'be larger than 64 KB',
    },
  },
  T13: {
    abuse: 'the bot looks into its network for somebody',
    defence:
      'names of registries and of Azure alone, port 443, and one answer for whatever the guard refuses',
    state: 'defended',
    removal: {
      file: 'src/azure/egress.ts',
      from: '    if (judgeHost(host, cloud) === null) return notAsked;\n',
      to: '',
      test: 'test/azure/egress.test.ts',
      named: 'names (T02, T13)',
    },
  },
} as const satisfies Rows;
