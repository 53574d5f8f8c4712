/** Letters of 5 × 8 points, for the labels of a picture: five columns each, the lowest bit on top. */
const glyphs = new Map(
  Object.entries({
    '%': '2313086462',
    ',': '0050300000',
    '-': '0808080808',
    '.': '0060600000',
    ':': '0036360000',
    '(': '001c224100',
    ')': '0041221c00',
    '+': '08083e0808',
    0: '3e5149453e',
    1: '00427f4000',
    2: '4261514946',
    3: '2141454b31',
    4: '1814127f10',
    5: '2745454539',
    6: '3c4a494930',
    7: '0171090503',
    8: '3649494936',
    9: '064949291e',
    B: '7f49494936',
    M: '7f020c027f',
    R: '7f09192946',
    S: '4649494931',
    a: '2054545478',
    b: '7f48444438',
    c: '3844444420',
    d: '384444487f',
    e: '3854545418',
    f: '087e090102',
    g: '18a4a49c78',
    h: '7f08040478',
    i: '00447d4000',
    k: '7f10284400',
    l: '00417f4000',
    m: '7c04180478',
    n: '7c08040478',
    o: '3844444438',
    p: 'fc18242418',
    r: '7c08040408',
    s: '4854545420',
    t: '043f444020',
    u: '3c4040207c',
    v: '1c2040201c',
    w: '3c4030403c',
    x: '4428102844',
    y: '4c9090907c',
  }),
);

const COLUMNS = 5;
/** With what goes below the line. */
const ROWS = 8;
/** With the gap after it. */
const ADVANCE = COLUMNS + 1;

/**
 * The points of a text, from its upper left corner.
 *
 * @param {string} text of the letters above and spaces
 * @returns {{ points: [x: number, y: number][], width: number }}
 */
export function pointsOf(text) {
  /** @type {[number, number][]} */
  const points = [];
  for (const [at, letter] of [...text].entries()) {
    if (letter === ' ') continue;
    const columns = Buffer.from(glyphs.get(letter) ?? '', 'hex');
    if (columns.length === 0) throw new Error(`no letter "${letter}"`);
    for (const [x, bits] of columns.entries())
      for (let y = 0; y < ROWS; y++) if ((bits >> y) & 1) points.push([at * ADVANCE + x, y]);
  }
  return { points, width: text.length * ADVANCE - 1 };
}
