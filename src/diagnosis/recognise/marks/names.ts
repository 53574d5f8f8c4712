import type { Mark } from './mark.js';

/** Hosts, names and settings that stand in a text. */
export const nameMarks = {
  replication: { find: ['replicat'] },
  'hub-explicit': { find: ['registry-1.docker.io/library'] },
  'registry-in-scope': { find: ['scope…microsoft.containerregistry'] },
  'host-with-port': { find: [/azurecr\.(?:io|cn|us):\d{2,5}\//] },
  'two-suffixes': { find: ['azurecr.io……azurecr.{cn|us}', 'azurecr.{cn|us}……azurecr.io'] },
  'name-too-short': {
    find: [
      /(?:^|[^\w*.>}\])-])(?!x{1,4}\.|foo\.|bar\.|acr\.|abc\.|name\.|r\.)[a-z0-9]{1,4}\.azurecr\.(?:io|cn|us)/m,
    ],
  },
  'privatelink-alias': {
    find: [
      '{nslookup|·dig |aliases|canonical name|cname}……privatelink.azurecr.',
      'privatelink.azurecr.……{nslookup|aliases|canonical name|cname}',
    ],
  },
  'ecr-host': { find: ['.dkr.ecr.', 'public.ecr.aws'] },
  'storage-host': {
    find: ['.blob.core.{windows.net|chinacloudapi.cn|usgovcloudapi.net}', '.data.azurecr.'],
  },
  'mcr-as-repository': {
    find: ["{'|}name{'|}:{ |}{'|}{mcr.microsoft.com|docker.io}/"],
  },
  'azure-endpoint-name': {
    find: ['{enotfound|lookup|resolve|host{name|}|host=}…{management|login}.'],
  },
  'public-access-mentioned': {
    find: ['public {network |}access', 'publicnetworkaccess'],
  },
} as const satisfies Record<string, Mark>;
