import { table } from '../signature.js';

/**
 * A status or a word of refusal by itself, as people write it in a sentence. Weak: any stronger signature wins, and
 * each counts only where the text is about the registry.
 */
export const bareSignatures = table(
  { symptom: 'unauthorized', scope: 'generic', source: 'decision-tree.md §2 T2' },
  {
    'bare-401': {
      label: '401',
      meaning: 'Somebody names the status in a sentence.',
      find: [
        '·401·',
        '·unauthorized·',
        '·unauthorised·',
        'authorization required',
        'not authorized',
        '未授权',
        'nicht autorisiert',
        'non autorisé',
        'no autorizado',
        'não autorizado',
      ],
      fallback: true,
      votes: {
        'not-logged-in': 1,
        'credentials-invalid': 0.9,
        'role-missing': 0.95,
        'entra-token-expired': 0.6,
      },
    },
    'bare-403': {
      label: '403',
      meaning: 'Somebody names the status in a sentence.',
      symptom: 'firewall-refusal',
      find: ['·403·', '·forbidden·'],
      fallback: true,
      votes: { 'ip-not-allowed': 2.2, 'public-access-disabled': 1.9, 'role-missing': 1.4 },
    },
    'bare-404': {
      label: '404 not found',
      meaning: 'Somebody names the status in a sentence.',
      symptom: 'image-missing',
      find: [
        '·http 404·',
        '{status|code|error|fehler|错误|erreur|errore|erro|エラー}{:|} 404·',
        '404 not found',
        '404 (not found)',
        '·404:',
      ],
      fallback: true,
      votes: { 'repository-or-tag-not-found': 2.5 },
    },
    'bare-denied': {
      label: 'access denied',
      meaning: 'Somebody names the refusal in a sentence.',
      symptom: 'scope-denied',
      find: [
        'access denied',
        '·denied·',
        'permission denied',
        'zugriff verweigert',
        '拒绝访问',
        '访问被拒绝',
        'accès refusé',
        'acceso denegado',
        'acesso negado',
        'アクセス拒否',
        'アクセスが拒否',
        '権限がありません',
        '没有权限',
        'keine berechtigung',
      ],
      fallback: true,
      votes: { 'role-missing': 2, 'ip-not-allowed': 1, 'not-logged-in': 0.8 },
    },
    'bare-5xx': {
      label: 'error 503',
      meaning: 'Somebody names the status in a sentence.',
      symptom: 'server-error',
      find: [
        '{status|code|error|fehler|错误|erreur|erro|エラー|http|returns|returned|got|a|an|with}{:|} {500|502|503|504}·',
        '·5xx·',
        '{502|503|504}{ |}{错误|fehler|error}',
      ],
      fallback: true,
      votes: { 'service-outage': 3 },
    },
  },
);
