/** The bars that tests judge, as rows of the table. */

/** @typedef {import('./vitest.mjs').Test} Test */
/** @typedef {import('../report.mjs').Bar} Row */

const AIM = 0.97;
const SECRETS_BAR = 0.98;
const MOST_ANSWERS = 3;
const MEDIAN_ANSWERS = 1;

const corpora = { errors: 'posted errors, held aside', clients: 'texts of clients, held aside' };
const shares = [
  { measure: 'firstCause', what: 'first cause right', bar: AIM },
  { measure: 'notAcrRefused', what: 'not-acr refused', bar: AIM },
  { measure: 'entitiesRight', what: 'entities right', bar: AIM },
  { measure: 'entitiesNotWrong', what: 'entities not wrong', bar: 1 },
];
/** Why a share falls short of its bar; docs/recognition.md tells more. */
const why =
  'programs that no rule knows say the same faults in other words, and some texts fit several causes (docs/recognition.md)';

/**
 * @param {readonly Test[]} tests
 * @returns {Row[]}
 */
export function rowsOf(tests) {
  return [
    ...Object.entries(corpora).flatMap(([file, part]) =>
      shares.flatMap(({ measure, what, bar }) =>
        share(tests, `${file}.jsonl held aside ${measure}`, {
          what: `${what}: ${part}`,
          bar,
          command: 'npm run corpus',
          why,
        }),
      ),
    ),
    ...share(tests, 'no secret survives', {
      what: 'secrets, shapes written by others',
      bar: SECRETS_BAR,
      command: 'npm run corpus',
      why: '',
    }),
    ...share(tests, 'what is needed for the diagnosis is kept', {
      what: 'must-keep kept, shapes written by others',
      bar: 1,
      command: 'npm run corpus',
      why: 'what looks like a key is taken for one where nothing around it says that it is none',
    }),
    passing(
      tests,
      'seeds',
      'test/seeds/',
      'each passage of the documents is said, in three languages',
      'npx vitest run test/seeds',
    ),
    passing(
      tests,
      'simulated situations',
      'test/worlds/worlds.test.ts',
      'right cause, decoy ruled out, twin resolved',
      'npm run worlds',
    ),
    ...answers(tests),
    passing(
      tests,
      'canaries',
      'test/e2e/canary',
      'none in anything that leaves',
      'npx vitest run test/e2e/canary',
    ),
    ...kills(tests),
  ];
}

/**
 * @param {readonly Test[]} tests
 * @param {string} name
 * @param {{ what: string, bar: number, command: string, why: string }} row
 * @returns {Row[]}
 */
function share(tests, name, { what, bar, command, why }) {
  const { hit, of } = tests.find((test) => test.name === name)?.figures ?? {};
  if (hit === undefined || of === undefined)
    return [
      { what, ok: false, measured: 'not measured: the texts are not here', bar: percent(bar), command },
    ];
  // Texts of clients are all about the registry.
  if (of === 0) return [];
  const ok = hit / of >= bar;
  const measured = `${hit} of ${of}, ${percent(hit / of)}`;
  return [
    { what, ok, measured: ok || why === '' ? measured : `${measured}: ${why}`, bar: percent(bar), command },
  ];
}

/**
 * @param {readonly Test[]} tests
 * @param {string} what
 * @param {string} suite
 * @param {string} bar
 * @param {string} command
 * @returns {Row}
 */
function passing(tests, what, suite, bar, command) {
  const own = tests.filter((test) => test.suite.startsWith(suite));
  const passed = own.filter((test) => test.passed).length;
  const measured = `${passed} of ${own.length} tests pass`;
  return { what, ok: own.length > 0 && passed === own.length, measured, bar, command };
}

/**
 * @param {readonly Test[]} tests
 * @returns {Row[]}
 */
function answers(tests) {
  return tests
    .filter(({ figures }) => 'median' in figures)
    .map(({ figures: { worlds = 0, most = Number.NaN, median = Number.NaN } }) => ({
      what: 'simulated situations',
      ok: most <= MOST_ANSWERS && median <= MEDIAN_ANSWERS,
      measured: `${worlds} worlds: at most ${most} answers, median ${median}`,
      bar: `${MOST_ANSWERS}, median ${MEDIAN_ANSWERS}`,
      command: 'npm run worlds',
    }));
}

/**
 * @param {readonly Test[]} tests
 * @returns {Row[]}
 */
function kills(tests) {
  const own = tests.filter(({ suite }) => suite.startsWith('test/kill/'));
  const sum = (/** @type {string} */ of) => own.reduce((all, { figures }) => all + (figures[of] ?? 0), 0);
  const passed = own.filter((test) => test.passed).length;
  return [
    {
      what: 'approvals, kill -9',
      ok: own.length > 0 && passed === own.length && sum('failed') === 0,
      measured: `${sum('runs')} kills at a sample of ${sum('points')} points on both stores, ${sum('failed')} wrong; ${passed} of ${own.length} tests pass, those of several processes among them`,
      bar: 'n approvals, n assignments, n audit rows',
      command: 'npx vitest run test/kill (every point: npm run test:kill)',
    },
  ];
}

/** @param {number} value */
function percent(value) {
  return `${(value * 100).toFixed(1)} %`;
}
