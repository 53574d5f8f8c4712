import { seedB } from '../texts.js';
import { registry, signingIn, toDockerNotRunning, toUnknown } from './moves.js';
import type { Section } from './passage.js';

const zero = '00000000-0000-0000-0000-000000000000';
const installDocker = {
  path: 'https://docs.docker.com/engine/install/',
  en: 'Install Docker Engine',
  de: /Docker Engine installieren/,
  'zh-Hans': /安装 Docker (Engine|引擎)/,
} as const;
const inCloudShell = [{ say: seedB.error2 }, registry] as const;

/** Seed B: introduction, initial troubleshooting, errors 1 and 2. */
export const errors1And2 = {
  'ZH-01': [
    {
      script: [
        {
          say: 'docker push contoso.azurecr.io/team/app:1.0\nunauthorized: authentication required',
        },
        ['auth-method', 'anonymous'],
      ],
      cause: 'not-logged-in',
      en: [
        'The registry is private. To push or pull you must sign in first, unless it allows anonymous pull',
      ],
      de: [
        /Die Registrierung ist privat\. Zum Pushen und Pullen müssen Sie sich anmelden, außer.*anonymen Pull/,
      ],
      'zh-Hans': [/注册表是专用的。除非它允许匿名拉取，否则推送或拉取前必须先登录/],
    },
  ],
  'ZH-02': [
    {
      script: ['start'],
      en: [
        /I read the error, find the cause and show the fix/,
        'Pulling, pushing, deleting or listing images',
      ],
      de: [/Ich lese den Fehler, finde die Ursache und zeige die Lösung/, 'Images pullen, pushen'],
      'zh-Hans': [/读取错误、找出原因并给出解决方法/, '拉取、推送、删除或列出映像'],
    },
  ],
  'ZH-I1': [
    {
      script: [...signingIn, ['symptom', 'unauthorized']],
      where: 'conversation',
      asks: 'auth-method',
      en: ['Let the error happen again and compare', 'How do you sign in to the registry?'],
      de: ['Lösen Sie den Fehler noch einmal aus', 'Wie melden Sie sich bei der Registrierung an?'],
      'zh-Hans': ['请重现错误', '你用什么方式登录注册表？'],
    },
  ],
  'ZH-I2': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      en: ['az acr check-health --name contoso --ignore-errors --yes'],
      de: ['az acr check-health --name contoso --ignore-errors --yes'],
      'zh-Hans': ['az acr check-health --name contoso --ignore-errors --yes'],
    },
    {
      script: [...signingIn, ['symptom', 'other'], registry],
      asks: 'health-check',
      en: [/az acr check-health --name \S+ --ignore-errors --yes/],
      de: [/az acr check-health --name \S+ --ignore-errors --yes/],
      'zh-Hans': [/az acr check-health --name \S+ --ignore-errors --yes/],
    },
  ],
  'ZH-I3': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      en: ['look up the code that it prints in the error reference'],
      de: [/schlagen Sie den Code, den sie ausgibt, in der Fehlerreferenz nach/],
      'zh-Hans': [/在错误参考中查找它输出的代码/],
      pages: [
        {
          path: 'azure/container-registry/container-registry-health-error-reference',
          en: 'Health check error reference',
          de: /Fehlerreferenz/,
          'zh-Hans': '运行状况检查错误参考',
        },
      ],
    },
  ],
  'ZH-I4': [
    {
      script: [
        {
          say: 'az acr check-health -n contoso --ignore-errors --yes\nDocker version: available\n2024-05-06 07:08:09.101112 An error occurred: HELM_COMMAND_ERROR\nPlease verify if Helm is installed.\n2024-05-06 07:08:09.201112 An error occurred: NOTARY_COMMAND_ERROR\nPlease verify if Notary is installed.',
        },
      ],
      cause: 'helm-notary-missing',
      en: [
        'not installed, or does not fit your version of the Azure CLI',
        'do not mean that your registry or your machine has a problem',
      ],
      de: [
        'nicht installiert ist oder nicht zu Ihrer Version der Azure CLI passt',
        'Sie bedeuten nicht, dass Ihre Registrierung oder Ihr Computer ein Problem hat',
      ],
      'zh-Hans': [/未安装，或与你的 Azure CLI 版本不匹配/, '并不表示注册表或你的计算机有问题'],
    },
  ],
  'ZH-E1': [
    {
      script: [{ say: seedB.error1 }],
      asks: 'docker-daemon',
      en: ['Docker is missing or not running on this machine', 'Run `docker version`'],
      de: ['Auf diesem Computer fehlt Docker, oder es läuft nicht', 'Führen Sie `docker version`'],
      'zh-Hans': ['这台计算机上没有 Docker，或 Docker 未运行', /运行 `docker version`/],
    },
  ],
  'ZH-E1-F1': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      en: [
        'Install the Docker client and the Docker daemon on the machine where you run the command',
        '`az acr login` calls `docker login` for you',
      ],
      de: [
        'Installieren Sie den Docker-Client und den Docker-Daemon auf dem Computer, auf dem Sie den Befehl ausführen',
        '`az acr login` ruft für Sie `docker login` auf',
      ],
      'zh-Hans': [
        '在运行该命令的计算机上安装 Docker 客户端和 Docker 守护程序',
        /`az acr login` 会替你调用 `docker login`/,
      ],
      pages: [installDocker],
    },
  ],
  'ZH-E1-F2': [
    {
      script: [...toDockerNotRunning],
      cause: 'docker-not-running',
      en: [
        /run `az acr login` with `--expose-token`.*needs no daemon.*scripts that need only the Docker command/,
        'az acr login --name contoso --expose-token',
      ],
      de: [
        /führen Sie `az acr login` mit `--expose-token` aus.*braucht keinen Daemon.*Skripts/,
        'az acr login --name contoso --expose-token',
      ],
      'zh-Hans': [
        /带 `--expose-token` 的 `az acr login`.*不需要守护程序.*脚本/,
        'az acr login --name contoso --expose-token',
      ],
    },
  ],
  'ZH-E2': [
    {
      script: inCloudShell,
      cause: 'cloud-shell-no-daemon',
      en: ['Cloud Shell provides only the client'],
      de: ['Cloud Shell hat nur den Client'],
      'zh-Hans': ['Cloud Shell 只提供客户端'],
    },
  ],
  'ZH-E2-F1': [
    {
      script: inCloudShell,
      cause: 'cloud-shell-no-daemon',
      en: ['Run `az acr login` on a machine with a running Docker daemon', 'az acr login --name contoso'],
      de: [
        /Führen Sie `az acr login` auf einem Computer aus, auf dem ein Docker-Daemon läuft/,
        'az acr login --name contoso',
      ],
      'zh-Hans': [/在 Docker 守护程序正在运行的计算机上执行 `az acr login`/, 'az acr login --name contoso'],
    },
  ],
  'ZH-E2-F2': [
    {
      script: inCloudShell,
      cause: 'cloud-shell-no-daemon',
      en: [
        /stay in Cloud Shell and use `--expose-token`.*places without a Docker daemon/,
        zero,
        'az acr login --name contoso --expose-token',
      ],
      de: [
        /bleiben Sie in Cloud Shell, und verwenden Sie `--expose-token`.*ohne Docker-Daemon/,
        zero,
        'az acr login --name contoso --expose-token',
      ],
      'zh-Hans': [
        /Cloud Shell.*`--expose-token`.*没有 Docker 守护程序/,
        zero,
        'az acr login --name contoso --expose-token',
      ],
    },
  ],
} satisfies Section;
