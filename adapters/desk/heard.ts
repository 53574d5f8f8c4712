import type { Surface } from '../../src/chat/surface.js';

/** A surface, and whether the platform took the last message that was sent through it. */
export interface Heard {
  readonly surface: Surface;
  /** True where somebody waits for a message that did not arrive for now; one to a chat that is gone never will. */
  readonly failed: () => boolean;
}

/** Remembers what became of messages to a person. */
export function heard(surface: Surface): Heard {
  let failed = false;
  const { home } = surface;
  return {
    surface: {
      async send(...message) {
        const sent = await surface.send(...message);
        failed = !sent.ok && sent.reason === 'failed';
        return sent;
      },
      update: (...asked) => surface.update(...asked),
      line: (...asked) => surface.line(...asked),
      share: (...asked) => surface.share(...asked),
      post: (...asked) => surface.post(...asked),
      nameOf: (...asked) => surface.nameOf(...asked),
      ...(home === undefined ? {} : { home: (...asked) => home.apply(surface, asked) }),
    },
    failed: () => failed,
  };
}
