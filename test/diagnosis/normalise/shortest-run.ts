/** Shortest of three runs in ms: a machine under load lengthens some, a quadratic algorithm all. */
export function shortestRun(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
