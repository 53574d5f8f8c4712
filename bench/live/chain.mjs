/** How many round trips stood one behind the other. */

/** @typedef {import('./record.mjs').Recorded} Recorded */

/**
 * The requests by trip: one that began after another had ended may have needed its answer, and stands one trip behind
 * the last of those. So there are as many trips as the longest chain of requests that may have depended on each other.
 *
 * @param {readonly Recorded[]} requests
 * @returns {Recorded[][]}
 */
export function tripsOf(requests) {
  /** @type {Recorded[][]} */
  const trips = [];
  for (const request of [...requests].sort((a, b) => a.start - b.start)) {
    const before = trips.findLastIndex((trip) => trip.some(({ end }) => end <= request.start));
    const own = trips[before + 1] ?? [];
    own.push(request);
    trips[before + 1] = own;
  }
  return trips;
}

/**
 * What a trip asks for, each once.
 *
 * @param {readonly Recorded[]} trip
 */
export function inWords(trip) {
  return [...new Set(trip.map(({ name }) => name))].join(', ');
}
