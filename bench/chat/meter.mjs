/**
 * What a process spends on a request until its answer goes out. Sits in Node's own HTTP server, so that it is the same
 * for every program: from the moment a request is handed to it until `end` has given the answer to the socket.
 */
import { Server, ServerResponse } from 'node:http';

const spent = { requests: 0, cpu: 0 };
/** @type {WeakMap<ServerResponse, NodeJS.CpuUsage>} */
const begun = new WeakMap();

/** Processor time of taking the time itself, in microseconds: not the program's. */
let own = 0;

/** Call it before the program is loaded. Not under load, where the time of others would be counted with each request. */
export function meter() {
  own = ownCost();

  const { emit } = Server.prototype;
  /** @this {Server} */
  function emitting(/** @type {unknown[]} */ ...told) {
    const [event, , response] = told;
    if (event === 'request') begun.set(/** @type {ServerResponse} */ (response), process.cpuUsage());
    return Reflect.apply(emit, this, told);
  }
  Server.prototype.emit = emitting;
  const end = ServerResponse.prototype.end;
  /** @this {ServerResponse} */
  function metered(/** @type {unknown[]} */ ...rest) {
    const result = Reflect.apply(end, this, rest);
    const since = begun.get(this);
    if (since !== undefined) {
      begun.delete(this);
      spent.requests += 1;
      spent.cpu += microseconds(process.cpuUsage(since)) - own;
    }
    return result;
  }
  ServerResponse.prototype.end = /** @type {typeof end} */ (metered);
}

/** @typedef {ReturnType<typeof usage>} Usage */

/** Everything since the start: requests and processor time in microseconds, memory in bytes. */
export function usage() {
  return {
    requests: spent.requests,
    untilAnswer: spent.cpu,
    cpu: microseconds(process.cpuUsage()),
    ...memory(),
  };
}

function memory() {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

/** @param {NodeJS.CpuUsage} cpu */
function microseconds({ user, system }) {
  return user + system;
}

function ownCost() {
  const times = 20_000;
  let cost = 0;
  // The first half is for the compiler.
  for (let time = 0; time < 2 * times; time++) {
    const taken = microseconds(process.cpuUsage(process.cpuUsage()));
    if (time >= times) cost += taken;
  }
  return cost / times;
}
