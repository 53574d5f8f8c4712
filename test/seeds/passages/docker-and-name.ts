import { pullRefused, signingIn, toDockerNotRunning } from './moves.js';
import type { Section } from './passage.js';

const badName = [
  {
    say: 'docker login Contoso.azurecr.io\ndocker pull Contoso.azurecr.io/team/app:1.0\ninvalid reference format: repository name (Contoso.azurecr.io/team/app) must be lowercase',
  },
] as const;

/** Seed A: check Docker configuration, specify correct registry name. */
export const dockerAndName = {
  'DE-P1a': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      en: [/Install the Docker client and the Docker daemon on the machine/, 'Most ways to sign in'],
      de: [/Installieren Sie den Docker-Client und den Docker-Daemon/, 'Die meisten Arten der Anmeldung'],
      'zh-Hans': [/安装 Docker 客户端和 Docker 守护程序/, '大多数登录注册表的方式'],
    },
  ],
  'DE-P1b': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      en: ['`docker version` must show a Client part and a Server part', /\ndocker version\n/],
      de: [/`docker version` muss einen Abschnitt Client und einen Abschnitt Server/, /\ndocker version\n/],
      'zh-Hans': [/`docker version` 必须显示 Client 部分和 Server 部分/, /\ndocker version\n/],
    },
  ],
  'DE-P1c': [
    {
      script: [...signingIn, ['symptom', 'docker-outdated'], ['docker-version', 'outdated']],
      cause: 'docker-too-old',
      en: ['Update Docker. The client must be version 18.03 or later'],
      de: ['Aktualisieren Sie Docker. Der Client muss Version 18.03 oder höher sein'],
      'zh-Hans': ['请更新 Docker。客户端必须是 18.03 或更高版本'],
    },
  ],
  'DE-P1-links': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      pages: [
        {
          path: 'azure/container-registry/container-registry-authentication#authentication-options',
          en: 'Authentication overview',
          de: 'Übersicht über die Authentifizierung',
          'zh-Hans': '身份验证概述',
        },
        {
          path: 'azure/container-registry/container-registry-faq',
          en: 'Container registry FAQ',
          de: /Häufig gestellte Fragen/,
          'zh-Hans': '常见问题解答',
        },
      ],
    },
  ],
  'DE-P2a': [
    {
      script: badName,
      cause: 'login-server-malformed',
      en: [/With `docker login`, type the complete login server/, '\ndocker login contoso.azurecr.io'],
      de: [/bei `docker login` den vollständigen Anmeldeserver ein/, '\ndocker login contoso.azurecr.io'],
      'zh-Hans': [/使用 `docker login` 时，请输入完整的登录服务器/, '\ndocker login contoso.azurecr.io'],
    },
  ],
  'DE-P2b': [
    {
      script: badName,
      cause: 'login-server-malformed',
      en: ['in lowercase letters only'],
      de: ['nur in Kleinbuchstaben'],
      'zh-Hans': ['只用小写字母'],
    },
  ],
  'DE-P2c': [
    {
      script: badName,
      cause: 'login-server-malformed',
      en: ['With `az acr login`, first sign in to the Azure CLI', '\naz login\naz acr login --name contoso'],
      de: [/vor `az acr login` zuerst bei der Azure CLI an/, '\naz login\naz acr login --name contoso'],
      'zh-Hans': [/使用 `az acr login` 时，请先登录 Azure CLI/, '\naz login\naz acr login --name contoso'],
    },
    {
      script: [pullRefused, ['auth-method', 'individual-entra'], ['earlier-sign-in', 'never']],
      cause: 'not-logged-in',
      en: ['Sign in to the Azure CLI first, then to the registry', '\naz login\naz acr login --name contoso'],
      de: [
        /zuerst bei der Azure CLI an, dann bei der Registrierung/,
        '\naz login\naz acr login --name contoso',
      ],
      'zh-Hans': [/先登录 Azure CLI，再.*登录注册表/, '\naz login\naz acr login --name contoso'],
    },
  ],
  'DE-P2d': [
    {
      script: badName,
      cause: 'login-server-malformed',
      en: [
        /only the name that the registry got when it was created.*`myregistry`, without `\.azurecr\.io`/,
        /az acr login --name contoso$/m,
      ],
      de: [
        /nur den Namen ein, den die Registrierung beim Erstellen bekommen hat.*`myregistry`, ohne `\.azurecr\.io`/,
        /az acr login --name contoso$/m,
      ],
      'zh-Hans': [
        /只输入创建注册表时所用的名称.*`myregistry`，不带 `\.azurecr\.io`/,
        /az acr login --name contoso$/m,
      ],
    },
  ],
} satisfies Section;
