/** Steps about limits. */
export const limitSteps = {
  'limit-wait':
    'Wait as long as the header `Retry-After` says, then try again. Let scripts wait longer after each failure.',
  'limit-fewer-requests': 'Run fewer pulls and pushes at the same time, and reuse images that are there.',
  'limit-own-identity':
    'Sign in with an identity of your own. All anonymous callers share one limit, and so do all who use the admin user.',
  'limit-higher-tier':
    'If it happens often, let the registry owner choose a higher service tier, or ask Microsoft support.',
  'quota-look': 'See how much of the limits is used.',
  'quota-delete-images': 'Delete images and tags that nobody needs. The space comes back after some minutes.',
  'quota-higher-tier':
    'Or let the registry owner choose a higher service tier. No registry can hold more than 40 TiB.',
} as const;
