import { table } from '../signature.js';

/** Clusters. */
export const kubernetesSignatures = table(
  { symptom: 'unauthorized', scope: 'registry', source: 'cannot-pull-image-from-acr-to-aks-cluster.md' },
  {
    'pull-secret-missing': {
      label: 'Unable to retrieve some image pull secrets',
      meaning: 'The pull secret that the pod names is not in its namespace.',
      pattern:
        /unable to retrieve some image pull secrets|FailedToRetrieveImagePullSecret|(?:image ?pull ?secret|imagePullSecret)\w{0,2}[^\n]{0,80}(?:not found|does not exist|missing|wrong|invalid|another namespace|different namespace)|secrets? ["'][\w.-]{1,80}["'] not found[^\n]{0,120}(?:pull|image)/i,
      keys: ['pull secret', 'pullsecret', 'secret'],
      votes: { 'aks-pull-secret-invalid': 12 },
    },
    'check-acr-failed': {
      label: 'Validating image pull permission: FAILED',
      meaning: '`az aks check-acr`: the kubelet identity may not pull.',
      scope: 'acr',
      pattern: /validating image pull permission: FAILED|rejected token exchange/i,
      keys: ['image pull permission', 'rejected token exchange'],
      votes: { 'aks-identity-missing-role': 11 },
    },
    'image-pull-backoff': {
      label: 'ImagePullBackOff',
      meaning: 'The cluster cannot pull; the event before tells why.',
      symptom: 'other',
      pattern: /ImagePullBackOff|ErrImagePull|Back-off pulling image/i,
      keys: ['imagepullbackoff', 'errimagepull', 'back-off pulling'],
      votes: {
        'aks-identity-missing-role': 2.6,
        'repository-or-tag-not-found': 2.2,
        'aks-pull-secret-invalid': 2,
      },
    },
    'attach-acr': {
      label: 'az aks update --attach-acr',
      meaning: 'The text speaks of attaching the registry to the cluster.',
      scope: 'acr',
      pattern: /--attach-acr|--detach-acr|az aks check-acr/i,
      keys: ['attach-acr', 'detach-acr', 'check-acr'],
      votes: { 'aks-identity-missing-role': 1.5 },
    },
    'kubelet-identity-words': {
      label: 'kubelet identity',
      meaning: 'People say that the identity of the cluster lacks the role or is not attached.',
      scope: 'acr',
      pattern:
        /(?:kubelet|agent ?pool|cluster)['’s]{0,2} (?:managed )?identity[^\n]{0,80}(?:no |not |lack|missing|without|doesn)[^\n]{0,60}(?:role|AcrPull|permission|access|assigned|attached)|(?:registry|acr) (?:is|was) not attached|Kubelet-?Identität[^\n]{0,60}(?:keine|fehlt|ohne)/i,
      keys: ['identity', 'not attached', 'identität'],
      votes: { 'aks-identity-missing-role': 9 },
    },
  },
);

/**
 * What people write about causes that no program names. Each pattern asks for the thing and its failing, so
 * that a question about the thing stays a question. English, German, Chinese.
 */
export const proseSignatures = table(
  { symptom: 'other', scope: 'acr', source: 'decision-tree.md §4b; auth-methods.md; localized.md' },
  {
    'eligible-role-words': {
      label: 'eligible for the role (PIM)',
      meaning: 'The identity is only eligible for the role.',
      symptom: 'scope-denied',
      pattern:
        /\bPIM\b[^\n]{0,120}(?:eligib|activ|aktiv|激活)|(?:eligib\w{1,5}|berechtigt|符合条件)[^\n]{0,120}(?:role|assignment|PIM|Rolle|角色)|role[^\n]{0,60}(?:only |just |is |as )?eligible|not (?:yet )?activated (?:the|my|his|her|their|this) (?:PIM )?role|no active (?:role )?assignment|Rolle[^\n]{0,60}nicht aktiviert|(?:未|没有)激活[^\n]{0,20}角色|角色[^\n]{0,20}(?:未|没有|尚未)激活/i,
      keys: ['pim', 'eligib', 'activated', 'active', 'aktiviert', '激活', '符合条件', 'berechtigt'],
      votes: { 'role-not-activated': 12 },
    },
    'abac-mode-words': {
      label: 'RBAC Registry + ABAC Repository Permissions',
      meaning: 'The registry honours repository roles only; the text speaks of the older ones.',
      symptom: 'scope-denied',
      pattern:
        /\bABAC\b[\s\S]{0,400}?\b(?:AcrPull|AcrPush|AcrDelete)\b|\b(?:AcrPull|AcrPush|AcrDelete)\b[\s\S]{0,400}?\bABAC\b/i,
      keys: ['abac'],
      votes: { 'abac-ignores-legacy-role': 10 },
    },
    'abac-condition-words': {
      label: 'ABAC condition on the role assignment',
      meaning: 'A repository role with a condition that leaves this repository out.',
      symptom: 'scope-denied',
      pattern:
        /(?:condition|Bedingung|条件)[^\n]{0,160}(?:repositor|存储库)[^\n]{0,160}(?:not|n['’]t|denied|exclud|401|403|fail|unauthorized|only|nicht|ausgeschlossen|schlägt|fehl|拒绝|无法|失败|排除)|(?:Repository (?:Reader|Writer|Contributor))[^\n]{0,200}(?:condition|Bedingung|条件)|repositories:name|ABAC[- ](?:condition|Bedingung)|ABAC ?条件/i,
      keys: ['condition', 'bedingung', '条件', 'repositories:name'],
      votes: { 'abac-condition-excludes': 11 },
    },
    'mode-switch-words': {
      label: 'switched the role assignment permissions mode',
      meaning: 'Credentials from before the switch are refused until they are renewed.',
      symptom: 'unauthorized',
      pattern:
        /(?:switch|chang|mov|convert|migrat|updat)\w{0,4}[^\n]{0,100}(?:\bABAC\b|role[- ]assignment[- ](?:permissions? )?mode|permissions? mode)[^\n]{0,200}(?:401|unauthorized|fail|stop|since|denied|no longer|refus|broke)|(?:401|unauthorized|fail|stopp|denied|broke)\w{0,3}[^\n]{0,160}(?:after|since)[^\n]{0,60}(?:switch|chang|mov|convert|migrat|updat)\w{0,4}[^\n]{0,80}(?:\bABAC\b|role[- ]assignment|permissions? mode)|(?:nach|seit) (?:der|dem) (?:Umstellung|Wechsel|Umschalten)[^\n]{0,80}(?:ABAC|Modus|Berechtigungsmodus)|(?:切换|更改|改为)[^\n]{0,20}(?:ABAC|模式)[^\n]{0,40}(?:401|失败|拒绝|无法)/i,
      keys: ['abac', 'mode', 'role-assignment', 'role assignment', 'modus', '模式'],
      votes: { 'mode-switch-stale-credential': 15 },
    },
    'scope-map-words': {
      label: 'scope map',
      meaning: 'The scope map of a token lacks the repository or the action.',
      symptom: 'scope-denied',
      pattern:
        /scope[- ]?map[^\n]{0,160}(?:not |n['’]t|lack|missing|without|denied|401|403|unauthorized|only|fail|insufficient)|(?:denied|401|403|unauthorized|fail|cannot|can['’]t)[^\n]{0,160}scope[- ]?map|content\/(?:write|read|delete)[^\n]{0,80}(?:missing|not |lack|denied)|(?:Bereichszuordnung|Scope-?Map)[^\n]{0,80}(?:fehlt|nicht|ohne)|范围映射[^\n]{0,40}(?:缺少|没有|不包含|拒绝|失败)/i,
      keys: ['scope map', 'scope-map', 'scopemap', 'content/', 'bereichszuordnung', '范围映射'],
      votes: { 'scope-map-insufficient': 11 },
    },
    'repo-token-disabled-words': {
      label: 'token status: disabled',
      meaning: 'The repository token is switched off.',
      symptom: 'unauthorized',
      pattern:
        /(?:acr |registry |repository |my |the |scope ?map )token[^\n]{0,40}(?:is|was|has been|got|=|:) ?["']?disabled|acr token (?:update|show)[^\n]{0,120}disabled|Token[^\n]{0,30}(?:ist|wurde) deaktiviert|令牌(?:已|已经|被)?(?:被)?禁用/i,
      keys: ['token', '令牌'],
      votes: { 'repo-token-disabled': 12 },
    },
    'repo-token-password-words': {
      label: 'acr token credential generate',
      meaning: 'The password of a repository token is wrong, expired or was generated anew.',
      symptom: 'unauthorized',
      pattern:
        /token['’s]{0,2} (?:password|credential)\w{0,1}[^\n]{0,60}(?:expired|wrong|invalid|regenerated|incorrect|401|unauthorized|refused)|(?:expired|wrong|invalid|regenerated|incorrect)[^\n]{0,40} token password|acr token credential generate|Tokenkennwort[^\n]{0,40}(?:abgelaufen|falsch|neu)|令牌密码[^\n]{0,20}(?:过期|错误|重新生成|不正确)/i,
      keys: ['token', 'tokenkennwort', '令牌密码'],
      votes: { 'repo-token-password-wrong': 11 },
    },
    'anonymous-pull-words': {
      label: 'anonymous pull is enabled; docker logout helps',
      meaning: 'Stale stored credentials are sent although anonymous pull is on.',
      symptom: 'unauthorized',
      pattern:
        /anonymous[- ](?:pull|access)[^\n]{0,200}(?:docker logout|logout|stale|stored cred|cached cred|old cred|still (?:get|fail|ask)|unauthorized|401|access denied)|anonymous[- ]pull-enabled[\s\S]{0,300}?(?:unauthorized|401|denied)|anonyme\w{0,2} Pull\w{0,10}[^\n]{0,160}(?:abgemeldet|logout|401|verweigert|fehl)|匿名拉取[^\n]{0,80}(?:注销|401|失败|拒绝|旧凭据)/i,
      keys: ['anonymous', 'anonyme', '匿名拉取'],
      votes: { 'anonymous-pull-stale-login': 10 },
    },
    'zero-guid-words': {
      label: 'user name 00000000-0000-0000-0000-000000000000',
      meaning: 'A token from --expose-token needs the zero GUID as user name.',
      symptom: 'unauthorized',
      pattern:
        /expose-token[\s\S]{0,300}?(?:user ?name|Benutzername|用户名)[^\n]{0,60}(?:wrong|must be|should be|needs? to be|other than|instead|not 0{8}|falsch|statt|错误|必须)|cannot be combined with [`'"]?--username/i,
      keys: ['expose-token', 'cannot be combined'],
      votes: { 'expose-token-username': 11 },
    },
    'just-assigned-words': {
      label: 'role assigned a few minutes ago',
      meaning: 'The role is not effective yet, or a browser shows the old state.',
      symptom: 'scope-denied',
      pattern:
        /(?:role|AcrPull|AcrPush|permission|access)\w{0,2}[^\n]{0,80}(?:assigned|granted|added|gave|given)[^\n]{0,80}(?:minutes? ago|just now|moments? ago|seconds? ago|a minute|right before)|just (?:assigned|granted|added|gave|got)[^\n]{0,80}(?:role|AcrPull|AcrPush|permission|access|assignment)|(?:propagat\w{1,4})[^\n]{0,60}(?:role|assignment|permission|minutes)|(?:role|assignment|permission)s?[^\n]{0,60}(?:not |yet |still |to )propagat|(?:private|incognito) (?:browser )?(?:window|session|mode)[^\n]{0,80}(?:works|helps|shows)|(?:gerade|soeben|eben erst|vor \w{1,8} Minuten)[^\n]{0,60}(?:Rolle|zugewiesen|Berechtigung)|(?:刚刚?|几分钟前)[^\n]{0,20}(?:分配|授予|添加)[^\n]{0,20}(?:角色|权限)/i,
      keys: [
        'ago',
        'just ',
        'propagat',
        'private',
        'incognito',
        'a minute',
        'right before',
        'gerade',
        'soeben',
        'eben erst',
        'minuten',
        '刚',
        '几分钟前',
      ],
      votes: { 'role-propagating': 8 },
    },
    'catalog-words': {
      label: 'Container Registry Repository Catalog Lister',
      meaning: 'Listing repositories is not allowed, pulling is.',
      symptom: 'catalog-denied',
      pattern:
        /catalog lister|(?:cannot|can['’]t|unable to|not authorized to|fail\w{0,3} to|not allowed to) list (?:the |all |any )?repositor|list(?:ing)? (?:the |all )?repositories[^\n]{0,80}(?:401|403|unauthorized|denied|not authorized|fail)|Repositorys?[^\n]{0,40}nicht (?:auflisten|aufgelistet)|无法列出存储库/i,
      keys: ['catalog', 'list ', 'repositor', '无法列出'],
      votes: { 'catalog-not-authorized': 10 },
    },
    'role-words': {
      label: 'no AcrPull role assignment',
      meaning: 'People say that the role is missing.',
      symptom: 'scope-denied',
      pattern:
        /(?:does not have|doesn['’]?t have|without|missing|lack\w{0,3}|needs?|no|not (?:been )?assigned|requires?)[^\n]{0,60}\b(?:AcrPull|AcrPush|AcrDelete|Container Registry Repository (?:Reader|Writer|Contributor))\b|\b(?:AcrPull|AcrPush|AcrDelete)\b[^\n]{0,60}(?:is |was |role |fehlt|ist )?(?:missing|not assigned|required|fehlt|缺少)|(?:keine|fehlende) (?:AcrPull|AcrPush)|(?:缺少|没有) ?(?:AcrPull|AcrPush)/i,
      keys: ['acrpull', 'acrpush', 'acrdelete', 'container registry repository'],
      votes: { 'role-missing': 8 },
    },
    'image-pull-config': {
      label: 'Verify docker image configuration and credentials',
      meaning: 'App Service hides the reason of a failed pull.',
      symptom: 'unauthorized',
      scope: 'registry',
      votes: { 'credentials-invalid': 3, 'not-logged-in': 2.5, 'role-missing': 2.6 },
    },
  },
);
