/**
 * Loaded before a bot (`node --import`): its machine's clock can be set. SIGUSR2 sets it on by `CLOCK_MINUTES`, and the
 * next one back. Timers and the monotonic clock go on, as when a clock is set.
 */
const real = Date;
const realNow = Date.now.bind(Date);
const ms = Number(process.env['CLOCK_MINUTES'] ?? 0) * 60_000;
let off = 0;

process.on('SIGUSR2', () => {
  off = off === 0 ? ms : 0;
  process.stderr.write(`the clock is ${Math.round((Date.now() - realNow()) / 60_000)} minutes off\n`);
});

globalThis.Date = new Proxy(real, {
  apply: () => new real(realNow() + off).toString(),
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [realNow() + off] : given, newTarget),
  get: (target, key, receiver) =>
    key === 'now' ? () => realNow() + off : Reflect.get(target, key, receiver),
});
