import { table } from '../signature.js';
import {
  around,
  condition,
  eligible,
  given,
  justNow,
  near,
  other,
  refusal,
  role,
  roleName,
  scopeMap,
  tenant,
} from './words.js';

/** Roles, modes, scope maps and tenants as people tell them. */
export const toldRightsSignatures = table(
  {
    symptom: 'scope-denied',
    scope: 'generic',
    source: 'decision-tree.md §2 T2; roles.md; localized.md',
    saidBy: 'person',
  },
  {
    'told-role-missing': {
      label: 'only the role Reader, no AcrPull',
      meaning: 'Somebody says that a role is missing.',
      symptom: 'scope-denied',
      find: [
        [
          "{without|missing|lack|no |not have|n't have|need|fehl|ohne |keine|没有|缺少|少了|sans |manque|pas le|pas de|sin |falta|no tiene|sem |não tem|なし|ない|足りない|必要}",
          15,
          roleName,
        ],
        '{custom role|benutzerdefinierte rolle|自定义角色|rôle personnalisé|rol personalizado|função personalizada|カスタム ロール}…{push|pull|image}',
        'source-acr-auth-id',
        `${roleName}…{fehlt|missing|manque|falta|缺|没有|not assigned|nicht zugewiesen|がない|がありません|付与されていない|未割り当て}`,
        '{only|just|nur|只有|seulement|solo|só|somente|apenas|のみ|だけ}…{·reader·|leser|读者|lecteur|lector|leitor|閲覧者|contributor|mitwirkender|参与者|contributeur|colaborador|共同作成者}',
      ],
      votes: { 'role-missing': 7 },
    },
    'told-role-eligible': {
      label: 'the role is eligible in PIM',
      meaning: 'Somebody says that the role is only eligible.',
      symptom: 'scope-denied',
      find: [
        ...near('{·pim·|pim の|pim的|privileged identity}', eligible),
        `${role}…{·eligible|éligible|elegible|elegível|資格あり|符合条件|berechtigt·}`,
        `{eligible|éligible|elegible|elegível|資格}…${role}`,
      ],
      votes: { 'role-not-activated': 11 },
    },
    'told-role-fresh': {
      label: 'the role was granted a few minutes ago',
      meaning: 'Somebody says that the role is minutes old.',
      symptom: 'scope-denied',
      find: [
        `${justNow}…${role}…${given}`,
        `${justNow}…${given}…${role}`,
        `${given}…${role}…${justNow}`,
        `${role}…${given}…${justNow}`,
        `${role}…${justNow}…${given}`,
        `${given}…${justNow}…${role}`,
      ],
      votes: { 'role-propagating': 7.5 },
    },
    'told-abac-mode': {
      label: 'AcrPull has no effect in ABAC mode',
      meaning: 'The older roles do not count in this mode.',
      symptom: 'scope-denied',
      find: [
        ...around(
          '{abac|repository permissions|repositoryberechtigungen|存储库权限|リポジトリのアクセス許可}',
          roleName,
        ),
        'legacy role…{abac|ignored|no effect}',
      ],
      votes: { 'abac-ignores-legacy-role': 7 },
    },
    'told-abac-condition': {
      label: 'the condition of the role assignment leaves this repository out',
      meaning: 'A condition limits the role to other repositories.',
      symptom: 'scope-denied',
      find: [
        ...near(
          condition,
          '{repositor|·repo·|存储库|仓库|dépôt|repositório|リポジトリ|stringstartswith|prefix|präfix|前缀|préfixe|prefijo|prefixo|プレフィックス}',
        ),
        ...near(
          condition,
          '{·abac·|abac-|abac の|role assignment|rollenzuweisung|角色分配|ロールの割り当て|attribution de rôle|asignación de rol|atribuição de função}',
        ),
      ],
      votes: { 'abac-condition-excludes': 9 },
    },
    'told-mode-switched': {
      label: 'since the switch to ABAC',
      symptom: 'unauthorized',
      meaning: 'The mode of the registry was switched and what was issued before is refused.',
      find: [
        '{since|after|nach|seit|之后|以后|后，|après|depuis|después|desde|tras|depois|após|以降|した後|してから}…{abac|permissions mode|berechtigungsmodus|权限模式}',
        '{abac|permissions mode|berechtigungsmodus|权限模式}…{since|after|nach|seit|之后|以后|后，|后，|après|depuis|después|desde|depois|após|以降|後|してから}',
      ],
      votes: { 'mode-switch-stale-credential': 7.5 },
    },
    'told-scope-map': {
      label: 'the scope map has only content/read',
      meaning: 'The scope map of a token does not cover repository or action.',
      symptom: 'scope-denied',
      find: [
        ...around(scopeMap, refusal),
        `${scopeMap}……{only|nur|not |n't|lack|fehl|nicht|只|缺|没有|不含|seulement|manque|solo|só |apenas|不足|のみ|ない}`,
      ],
      votes: { 'scope-map-insufficient': 9 },
    },
    'told-catalog': {
      label: 'cannot list the repositories',
      meaning: 'Listing repositories is refused.',
      symptom: 'catalog-denied',
      find: [
        `{·list·|listing|auflist|anzeigen|列出|列举|·lister·|·listar·|enumer|一覧}…{repositor|·repos·|dépôts|存储库|仓库|リポジトリ|catalog}…${refusal}`,
        `{can't|cannot|unable|not able|nicht|无法|不能|impossible|pas|no puedo|no se puede|não consigo|できない|できません}…{·list·|auflist|列出|·lister·|·listar·|一覧|列挙}…{repositor|·repos·|dépôts|存储库|仓库|リポジトリ|catalog}`,
        '{リポジトリ|存储库|仓库}…{一覧|列出|列举}…{できな|できま|失敗|エラー|失败|401|403|無理}',
        `{registry catalog|·_catalog|acr repository list|catalog{ue|} list|katalog}……${refusal}`,
      ],
      votes: { 'catalog-not-authorized': 8 },
    },
    'told-cross-tenant': {
      label: 'registry in another tenant',
      meaning: 'Registry and identity live in different tenants.',
      symptom: 'entra-code',
      find: [
        [other, 25, tenant],
        `${tenant} {différent|distint|diferent|is different}`,
        `{in|of|from} {two|zwei|两个|deux|dos|dois} ${tenant}`,
        '{cross-tenant|cross tenant|mandantenübergreifend|跨租户|クロステナント|inter-locataire|entre inquilinos}',
        'guest {user|account}…{registry|acr}',
      ],
      votes: { 'cross-tenant': 8 },
    },
  },
);
