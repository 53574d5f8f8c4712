import { table } from '../signature.js';
import { expired, near, off, token, username } from './words.js';

/** Tokens as people tell of them: of a repository, of a session, of `--expose-token`. */
export const toldTokenSignatures = table(
  {
    symptom: 'unauthorized',
    scope: 'generic',
    source: 'decision-tree.md §2 T2; auth-methods.md; localized.md',
    saidBy: 'person',
  },
  {
    'told-token-expired': {
      label: 'the session is expired',
      meaning: 'Somebody says that a token or session is over.',
      symptom: 'entra-code',
      find: [
        ...near(token, expired),
        '{3|three|drei|三|3个|trois|tres|três} {|-}{hour|stunden|heures|horas|小时|時間}',
        '{3h·|3小时|三小时|3時間|三个小时|3个小时}',
      ],
      fallback: true,
      votes: { 'entra-token-expired': 6 },
    },
    'told-worked-before': {
      label: 'worked this morning',
      meaning: 'It worked hours ago, or fails only after a while: a sign-in that ran out.',
      symptom: 'unauthorized',
      find: [
        '{worked|was working|ok|fine|went well} {fine |}{this morning|earlier today|an hour ago|hours ago|before lunch|until {noon|lunch}}',
        '{after|nach} {a while|some time|some hours|a few hours|several hours|lunch|einer weile|einiger zeit|ein paar stunden|der mittagspause|der pause}',
        '{heute {morgen|vormittag|früh}|am morgen|vorhin} {ging|lief|hat|war|noch}',
        '{今天早上|上午|早上|几个小时前|之前}{还|都|是}{能|可以|好|正常}',
        '过了{几|一}{个|}小时',
        '{ce matin|esta mañana|hoje de manhã|hoje cedo|今朝}',
        'long running {job|build|pipeline|push}',
        '{takes|took|taking} {a |very |too |so |}long{ time|er|}…{hr|hour|h·}',
        '{works|worked|is fine|fine} {fine |well |}for {some time|a while|a few|several|some|about|the first}',
        '{in|within|after} {a few|few|several|some} {hours|days|hours/days}',
        '{have|has|need{s|}} to {log|sign} in again',
        /(?:after|nach|every|alle) (?:about |roughly |ca\. |~|ungefähr )?(?:2|3|4|a few|some|several|two|three) ?(?:h|hours|hrs|stunden)\b/,
        /~?3 ?h(?:ours)? (?:after|later)\b/,
        'az acr login war um ',
        '{logged in|signed in|az acr login|docker login}…{this morning|hours ago|yesterday|last week}',
      ],
      votes: { 'entra-token-expired': 3.5 },
    },
    'told-long-job': {
      label: 'takes 4 hours',
      meaning: 'The job that failed is longer than a token lives.',
      symptom: 'unauthorized',
      find: [
        /\b(?:takes?|took|runs|ran|running|dauert|läuft|lief|needs) (?:about |for |over |more than |etwa |über |rund )?(?:\d{1,2}|two|three|four|several|zwei|drei|vier|mehrere) ?(?:h|hours|hrs|stunden|小时|時間)\b/,
        '{very |}{last|final} step{,| every}',
        /\b(?:long|build|job|push|upload)[^.\n]{0,60}?\(?(?:about |over |more than |~ ?)?(?:[3-9]|1\d)(?:\.\d)? ?(?:h|hours|hrs)\b/,
        'duration limit',
        '{after|for|over|takes} {about |over |like over |more than |}{30|40|50|60|90} min',
      ],
      votes: { 'entra-token-expired': 3.5 },
    },
    'told-repo-token-off': {
      label: 'repository token is off',
      meaning: 'A repository token was switched off.',
      find: [
        `{acr|repository|registry|scope-map|scope map|pull|ci|iot}{ |-}token…${off}`,
        `${off} {acr|repository|registry|scope-map} token`,
        'acr token {update|show|create}……{disabled|--status disabled}',
        '--status disabled',
        'acr token list……·disabled·',
        "scope map……status{:|'|':| |}{ |}{'|}{disabled|deaktiviert|已禁用}",
        `{令牌|jeton|トークン}…${off}`,
        '{token|jeton} {désactivé|deshabilitad|desactivad|desabilitad|desativad|está des|foi des|fue des}',
      ],
      votes: { 'repo-token-disabled': 13 },
    },
    'told-repo-token-password': {
      label: 'password1 of the token is expired',
      meaning: 'The password of a repository token expired or was made anew.',
      find: [
        `{password1|password2|token password|tokenkennwort|token-passwort|token-kennwort|令牌密码|令牌的密码|mot de passe du jeton|contraseña del token|senha do token|トークンのパスワード|トークン パスワード}……{expir|renew|rotat|regenerat|wrong|old|invalid|abgelaufen|falsch|neu |过期|到期|错误|重新|expiré|caduc|venc|errad|期限|失効|再生成|古い}`,
        `{expir|regenerat|rotat|abgelaufen|过期|重新生成|expiré|caduc|venc|失効|再生成}…{password1|password2|token password|令牌密码}`,
        'acr token create……{expir|days|401|unauthorized}',
        'acr token credential',
      ],
      votes: { 'repo-token-password-wrong': 12 },
    },
    'told-expose-token-user': {
      label: 'user name for the token of --expose-token',
      meaning: 'Somebody used the token of --expose-token with a user name.',
      find: [`expose-token……${username}`, `${username}……expose-token`, 'expose-token……{e-mail|email|@}'],
      votes: { 'expose-token-username': 11 },
    },
  },
);
