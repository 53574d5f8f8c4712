/** Milliseconds that somebody who waits for a word may lose by a question that has a way without it. */
const SOON_MS = 1_000;

/** What a question brings within a second; null where it takes longer, or fails. */
export async function soon<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SOON_MS);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
