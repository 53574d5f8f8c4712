/** What a person did, after an adapter has authenticated it. One union for every platform. */
export type Incoming =
  | { readonly kind: 'start'; readonly as: string }
  /** Shows where the conversation stands; changes nothing. */
  | { readonly kind: 'show'; readonly as: string }
  | { readonly kind: 'say'; readonly as: string; readonly text: string }
  | { readonly kind: 'answer'; readonly as: string; readonly node: string; readonly option: string }
  | { readonly kind: 'press'; readonly as: string; readonly button: string }
  | {
      readonly kind: 'form';
      readonly as: string;
      readonly id: string;
      readonly values: Readonly<Record<string, string>>;
    };
