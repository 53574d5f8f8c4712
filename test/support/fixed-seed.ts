import fc from 'fast-check';

/**
 * The same generated texts on every run, so that a red test is the fault of the change at hand. `FC_SEED=random`
 * looks for new counterexamples; `FC_SEED=<number>` replays one.
 */
const wanted = process.env['FC_SEED'];
const seed = wanted === 'random' ? Date.now() : Number(wanted ?? 20_261_122);
fc.configureGlobal({ seed: seed | 0 });
