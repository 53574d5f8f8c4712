import type { AttributesOf, SpanName } from './spans.js';

/** A piece of work while it is under way. */
export interface Span<N extends SpanName> {
  readonly set: (attributes: AttributesOf<N>) => void;
}

/** What the parts of the bot tell the course of their work to. */
export interface Trace {
  /**
   * Does a piece of work within a span; spans that begin inside belong to it. What `run` rejects with is passed on, and
   * nothing of it told but that it failed.
   */
  span<N extends SpanName, T>(
    name: N,
    attributes: AttributesOf<N>,
    run: (span: Span<N>) => Promise<T>,
  ): Promise<T>;
}

const nobody = { set: () => {} };

/** Tells nobody: no span, and no hook behind `await`. */
export const noTrace: Trace = { span: (_name, _attributes, run) => run(nobody) };
