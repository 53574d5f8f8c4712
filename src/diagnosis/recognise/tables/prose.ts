import { table } from '../signature.js';

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
      find: [
        '·pim·…{eligib|activ|aktiv|激活}',
        '{eligib…|berechtigt|符合条件}…{role|assignment|pim|rolle|角色}',
        'role…{{only |just |is |as }|}eligible',
        'not {yet |}activated {the|my|his|her|their|this} {pim |}role',
        'no active {role |}assignment',
        'rolle…nicht aktiviert',
        '{未|没有}激活…角色',
        '角色…{未|没有|尚未}激活',
      ],
      votes: { 'role-not-activated': 12 },
    },
    'abac-mode-words': {
      label: 'RBAC Registry + ABAC Repository Permissions',
      meaning: 'The registry honours repository roles only; the text speaks of the older ones.',
      symptom: 'scope-denied',
      find: ['·abac·……·{acrpull|acrpush|acrdelete}·', '·{acrpull|acrpush|acrdelete}·……·abac·'],
      votes: { 'abac-ignores-legacy-role': 10 },
    },
    'abac-condition-words': {
      label: 'ABAC condition on the role assignment',
      meaning: 'A repository role with a condition that leaves this repository out.',
      symptom: 'scope-denied',
      find: [
        "{condition|bedingung|条件}…{repositor|存储库}…{not|n't|denied|exclud|401|403|fail|unauthorized|only|nicht|ausgeschlossen|schlägt|fehl|拒绝|无法|失败|排除}",
        'repository {reader|writer|contributor}…{condition|bedingung|条件}',
        'repositories:name',
        'abac{ |-}{condition|bedingung}',
        'abac{ |}条件',
      ],
      votes: { 'abac-condition-excludes': 11 },
    },
    'mode-switch-words': {
      label: 'switched the role assignment permissions mode',
      meaning: 'Credentials from before the switch are refused until they are renewed.',
      symptom: 'unauthorized',
      find: [
        '{switch|chang|mov|convert|migrat|updat}…{·abac·|role{ |-}assignment{ |-}{permission{s|} |}mode|permission{s|} mode}…{401|unauthorized|fail|stop|since|denied|no longer|refus|broke}',
        '{401|unauthorized|fail|stopp|denied|broke}…{after|since}…{switch|chang|mov|convert|migrat|updat}…{·abac·|role{ |-}assignment|permission{s|} mode}',
        '{nach|seit} {dem|der} {umstellung|wechsel|umschalten}…{abac|modus|berechtigungsmodus}',
        '{切换|更改|改为}…{abac|模式}…{401|失败|拒绝|无法}',
      ],
      votes: { 'mode-switch-stale-credential': 15 },
    },
    'scope-map-words': {
      label: 'scope map',
      meaning: 'The scope map of a token lacks the repository or the action.',
      symptom: 'scope-denied',
      find: [
        "scope{ |-|}map…{not |n't|lack|missing|without|denied|401|403|unauthorized|only|fail|insufficient}",
        "{denied|401|403|unauthorized|fail|cannot|can't}…scope{ |-|}map",
        'content/{write|read|delete}…{missing|not |lack|denied}',
        '{bereichszuordnung|scope{-|}map}…{fehlt|nicht|ohne}',
        '范围映射…{缺少|没有|不包含|拒绝|失败}',
      ],
      votes: { 'scope-map-insufficient': 11 },
    },
    'repo-token-disabled-words': {
      label: 'token status: disabled',
      meaning: 'The repository token is switched off.',
      symptom: 'unauthorized',
      find: [
        "{acr |registry |repository |my |the |scope{ |}map }token…{is|was|has been|got|=|:}{ |}{'|}disabled",
        'acr token {update|show}…disabled',
        'token…{ist|wurde} deaktiviert',
        '令牌{{已|已经|被}|}{被|}禁用',
      ],
      votes: { 'repo-token-disabled': 16 },
    },
    'repo-token-password-words': {
      label: 'acr token credential generate',
      meaning: 'The password of a repository token is wrong, expired or was generated anew.',
      symptom: 'unauthorized',
      find: [
        'token… {password|credential}……{expired|wrong|invalid|regenerated|incorrect|401|unauthorized|refused}',
        '{expired|wrong|invalid|regenerated|incorrect}… token password',
        'acr token credential generate',
        'tokenkennwort…{abgelaufen|falsch|neu}',
        '令牌密码…{过期|错误|重新生成|不正确}',
      ],
      votes: { 'repo-token-password-wrong': 15 },
    },
    'anonymous-pull-words': {
      label: 'anonymous pull is enabled; docker logout helps',
      meaning: 'Stale stored credentials are sent although anonymous pull is on.',
      symptom: 'unauthorized',
      find: [
        'anonymous{ |-}{pull|access}…{docker logout|logout|stale|stored cred|cached cred|old cred|still {get|fail|ask}|unauthorized|401|access denied}',
        'anonymous{ |-}pull-enabled……{unauthorized|401|denied}',
        'anonyme… pull……{abgemeldet|logout|401|verweigert|fehl}',
        '匿名拉取…{注销|401|失败|拒绝|旧凭据}',
      ],
      votes: { 'anonymous-pull-stale-login': 12 },
    },
    'zero-guid-words': {
      label: 'user name 00000000-0000-0000-0000-000000000000',
      meaning: 'A token from --expose-token needs the zero GUID as user name.',
      symptom: 'unauthorized',
      find: [
        'expose-token……{user name|username|benutzername|用户名}…{wrong|must be|should be|need to be|needs to be|other than|instead|not 00000000|falsch|statt|错误|必须}',
        "cannot be combined with {'|}--username",
      ],
      votes: { 'expose-token-username': 14 },
    },
    'just-assigned-words': {
      label: 'role assigned a few minutes ago',
      meaning: 'The role is not effective yet, or a browser shows the old state.',
      symptom: 'scope-denied',
      find: [
        '{assigned|granted|added|gave|given}…{role|acrpull|acrpush|permission|access}…{minutes ago|minute ago|just now|moments ago|seconds ago|hour ago}',
        '{role|acrpull|acrpush|permission|access}…{assigned|granted|added|gave|given}…{minute{s|} ago|just now|moment{s|} ago|second{s|} ago|a minute|right before}',
        'just {assigned|granted|added|gave|got}…{role|acrpull|acrpush|permission|access|assignment}',
        'propagat……{role|assignment|permission|minutes}',
        '{role|assignment|permission}{s|}…{not |yet |still |to }propagat',
        '{private|incognito} {browser |}{window|session|mode}…{works|helps|shows}',
        '{gerade|soeben|eben erst|vor … minuten}…{rolle|zugewiesen|berechtigung}',
        '{刚{刚|}|几分钟前}…{分配|授予|添加}…{角色|权限}',
      ],
      votes: { 'role-propagating': 8 },
    },
    'catalog-words': {
      label: 'Container Registry Repository Catalog Lister',
      meaning: 'Listing repositories is not allowed, pulling is.',
      symptom: 'catalog-denied',
      find: [
        'catalog lister',
        "{cannot|can't|unable to|not authorized to|fail… to|not allowed to} list {{the |all |any }|}repositor",
        'list{ing|} {{the |all }|}repositories…{401|403|unauthorized|denied|not authorized|fail}',
        'repository{s|}…nicht {auflisten|aufgelistet}',
        '无法列出存储库',
      ],
      votes: { 'catalog-not-authorized': 10 },
    },
    'role-words': {
      label: 'no AcrPull role assignment',
      meaning: 'People say that the role is missing.',
      symptom: 'scope-denied',
      find: [
        "{does not have|doesn{'|}t have|without|missing|lack…|need{s|}|no|not {been |}assigned|require{s|}}…·{acrpull|acrpush|acrdelete|container registry repository {reader|writer|contributor}}·",
        '·{acrpull|acrpush|acrdelete}·…{{is |was |role |fehlt|ist }|}{missing|not assigned|required|fehlt|缺少}',
        '{keine|fehlende} {acrpull|acrpush}',
        '{缺少|没有}{ |}{acrpull|acrpush}',
      ],
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
