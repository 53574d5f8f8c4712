/** Where somebody spoke to the bot. */
export interface Place {
  /** `direct` is the 1:1 chat; only there stand facts and progress. */
  readonly kind: 'direct' | 'group' | 'channel';
  /** The platform's id of the conversation. */
  readonly id: string;
  /** The thread in it; null at the top. */
  readonly thread: string | null;
  /** People of other organisations may read here, or may be the ones who ask (security T44, T45). */
  readonly shared: boolean;
}
