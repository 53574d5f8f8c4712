/** An expression that recheck does not call safe, and why it may stay. */
export interface Exception {
  readonly regex: RegExp;
  readonly reason: string;
  /** The worst text of a length that anybody found. */
  readonly worst: (length: number) => string;
  /** What 64 KB of it may take; several times what was measured, for busy machines. */
  readonly milliseconds: number;
}

export const exceptions: readonly Exception[] = [];
