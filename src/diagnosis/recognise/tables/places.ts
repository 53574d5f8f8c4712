import type { Mark } from '../marks.js';

/** Whose registry, cluster or service a text is about, and whether the way there works. */
export const placeMarks = {
  /** Words that name Azure Container Registry without a login server. */
  'registry-words': {
    find: [
      '·az acr·',
      'azcontainerregistry',
      'aka.ms/acr',
      'microsoft.containerregistry',
      '·acr{pull|push|delete|imagesigner|quarantine|accesstoken|name}',
      'azure{ |-|}container{ |-|}registr',
      'azurerm{_|}container{_|}registry',
      'serviceendpoint_azurecr',
      'az{| }acr·',
      'connect-azcontainerregistry',
      'aka.ms/acr',
      'azure{| }{容器注册表|容器镜像|container registry}',
      'containerregistry.azure.net',
      'containerregistry-',
      '·myacr·',
      'acr{-|_}name',
      'docker-credential-acr',
      '{azure|·aks·|app service|container app}…container{ |}{registr|repositor}',
      'container{ |}registr…·azure·',
      'azure{ |-|的| の|の| 的}{private |docker |image |images |}{registr|镜像|コンテナ}',
      '{registre|registro|registrierung|レジストリ} {de conteneurs |de contenedores |de contêiner |de contêineres |}{|do |de |en |auf |sur |da |in }azure',
      '{azure-registr|azure-registry|azure-containerregistr|azure container-registr}',
      '{repository permissions|abac}…{·acr|registry}',
      'container registry repository {reader|writer|contributor|catalog}',
      'container-registry/container-registry-',
    ],
  },
  /** Other registries by their names. */
  'other-registry': {
    find: [
      '{ibm cloud|ibmcloud|github packages|jfrog|artifactory|sonatype|nexus|·harbor·|gitlab|chartmuseum|docker hub|dockerhub|·ecr·|·gcr·|·ghcr·|quay|aliyun|alibaba|阿里云|腾讯云|华为云|tencent|huawei|openshift-image-registry|minikube}',
    ],
  },
  'other-service': {
    find: [
      '{·o365·|office 365|office365|microsoft 365|·m365·|sharepoint|exchange online|·teams·|power bi|powerbi|power apps|dynamics 365|·crm·|salesforce|servicenow|snowflake|databricks|kusto|sonarqube|·jira·|graph api|graph explorer|graph.microsoft|intune|autopilot|outlook|onedrive|skype}',
      '{service bus|servicebus|event hub|eventhub|cosmos|sql server|sqlclient|·sql·|redis|data factory|synapse|logic app|api management|front door|cdn profile|storage account|az storage|azure storage|blob container|file share|key vault|keyvault|signalr|cognitive|openai|search service|app configuration|log analytics|application insights|azure monitor|data lake|virtual machine|azure firewall|vpn gateway|expressroute|iot hub|azure ad b2c|msgraph|app gateway|application gateway|static web app|az functionapp|azure functions|function app}',
      '{postgres|mysql|mongodb|rabbitmq|kafka|elasticsearch|vercel|netlify|firebase|heroku|bitbucket|npm |nuget|·pip·|pypi|maven|gradle|crates.io|rubygems|_packaging}',
    ],
  },
  'foreign-cluster': {
    find: [
      'minikube',
      '·k3s·',
      '·k3d·',
      '·kind·',
      'microk8s',
      'docker desktop',
      'docker-desktop',
      'local cluster',
      'on-prem',
      '·eks·',
      '·gke·',
      '·rke·',
      '·rke2·',
      'rancher',
      'openshift',
      'portainer',
      'bare metal',
      'kubeadm',
      'virtual-kubelet',
      'virtual node',
    ],
  },
  'login-ok': {
    find: [
      'login succeeded',
      'able to log{ |}in',
      'logged in successfully',
      'successfully logged in',
      'login {works|is fine|ok|was successful|is successful}',
      'log in {works|is fine}',
      '{anmeldung|login} {klappt|funktioniert|geht|erfolgreich}',
      'erfolgreich angemeldet',
      '登录{成功|没问题|正常}',
      'connexion réussie',
      'inicio de sesión correcto',
      'ログイン{は|に|}成功',
    ],
  },
} as const satisfies Record<string, Mark>;
