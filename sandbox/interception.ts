/** Where something between a client and Azure leads it, as a fault of a world. The hosts exist nowhere. */
export const interception = {
  /** In place of who issues tokens. */
  tokens: 'tokens.interception.invalid',
  /** A page to sign in at, as networks of hotels have it. */
  page: 'https://sign-in.interception.invalid/',
} as const;
