/** An expression that recheck does not call safe, and why it may stay. */
export interface Exception {
  readonly regex: RegExp;
  readonly reason: string;
  /** The longest text that its callers give it. */
  readonly longest: number;
  /** The worst text of that length that anybody found. */
  readonly worst: (length: number) => string;
  /** What that text may take; several times what was measured, for busy machines. */
  readonly milliseconds: number;
}

export const exceptions: readonly Exception[] = [];
