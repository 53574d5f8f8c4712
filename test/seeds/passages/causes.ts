import { deniedIn, firewallRefused, pullRefused, toCredentialsInvalid, toDockerNotRunning } from './moves.js';
import type { Section } from './passage.js';

/** Seed A: the seven causes. Each is named to the person who has it. */
export const causes = {
  'DE-C1': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      en: ['it needs the Docker client and the Docker daemon where you run it', 'One of them did not answer'],
      de: [/braucht .*den Docker-Client und den Docker-Daemon/, 'Einer von beiden hat nicht geantwortet'],
      'zh-Hans': ['需要有 Docker 客户端和 Docker 守护程序', '其中一个没有响应'],
    },
  ],
  'DE-C2': [
    {
      script: [
        {
          say: 'Error response from daemon: Get "https://contosso.azurecr.io/v2/": dial tcp: lookup contosso.azurecr.io: no such host',
        },
        ['dns', 'not-found'],
        ['registry-lookup', 'absent'],
      ],
      cause: 'registry-not-found',
      en: ['it is misspelled, or the registry was deleted', 'letter by letter'],
      de: ['ist er falsch geschrieben, oder die Registrierung wurde gelöscht', 'Buchstabe für Buchstabe'],
      'zh-Hans': [/拼写有误.*注册表已被删除/, '逐个字母'],
    },
  ],
  'DE-C3': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: ['One of them is wrong, or has expired'],
      de: ['Eines davon ist falsch oder abgelaufen'],
      'zh-Hans': ['其中一个不正确，或者已过期'],
    },
  ],
  'DE-C4': [
    {
      script: [firewallRefused, ['network-rules', 'public-access-off']],
      cause: 'public-access-disabled',
      en: ['can only be reached over a private endpoint', 'turn on public access'],
      de: ['nur über einen privaten Endpunkt zu erreichen', 'den öffentlichen Zugriff einzuschalten'],
      'zh-Hans': ['只能通过专用终结点访问', '启用公共访问'],
    },
    {
      script: [firewallRefused, ['network-rules', 'ip-not-listed']],
      cause: 'ip-not-allowed',
      en: ['It lets in selected networks only'],
      de: ['Sie lässt nur ausgewählte Netzwerke herein'],
      'zh-Hans': ['它只允许所选网络'],
    },
  ],
  'DE-C5': [
    {
      script: [...deniedIn('legacy'), ['roles-legacy', 'none']],
      cause: 'role-missing',
      en: ['no role assignment allows it to do this here'],
      de: [/aber keine Rollenzuweisung erlaubt/],
      'zh-Hans': ['没有任何角色分配允许它'],
    },
    {
      script: [
        'start',
        ['situation', 'management'],
        ['management-symptom', 'registry-denied'],
        ['registry', 'contoso'],
      ],
      cause: 'arm-role-missing',
      en: ['needs a role for Azure Resource Manager', 'images do not include it'],
      de: ['braucht eine Rolle für Azure Resource Manager', /Images enthalten das nicht/],
      'zh-Hans': ['需要 Azure 资源管理器的角色', '拉取和推送映像的角色不包含'],
    },
  ],
  'DE-C6': [
    {
      script: [pullRefused, ['auth-method', 'individual-entra'], ['earlier-sign-in', 'over-three-hours']],
      cause: 'entra-token-expired',
      en: ['Tokens and credentials are valid for a limited time'],
      de: ['Token und Anmeldeinformationen gelten nur eine begrenzte Zeit'],
      'zh-Hans': ['令牌和凭据只在一定时间内有效'],
    },
  ],
  'DE-C7': [
    {
      script: [...deniedIn('abac'), ['roles-abac', 'condition-excludes']],
      cause: 'abac-condition-excludes',
      en: ['you may have rights in the registry and still none for this image'],
      de: ['in der Registrierung Berechtigungen haben und für dieses Image trotzdem keine'],
      'zh-Hans': ['可能在这个注册表中有权限，却没有对这个映像的权限'],
    },
  ],
} satisfies Section;
