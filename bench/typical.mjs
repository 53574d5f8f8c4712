/**
 * Realistic pastes, the same on every run: what people copy out of kubectl, docker, az and their pipelines, with
 * one error among many lines that say nothing.
 */

/** @type {((pick: Pick) => string)[]} */
const events = [
  (pick) =>
    `Warning  Failed  ${pick(60)}m (x${pick(9)} over ${pick(60)}m)  kubelet  Failed to pull image "contoso${pick(9)}.azurecr.io/team/app:v1.${pick(40)}": rpc error: code = Unknown desc = failed to pull and unpack image: failed to resolve reference "contoso.azurecr.io/team/app:v1": failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized`,
  (pick) =>
    `Normal   BackOff  ${pick(60)}s  kubelet  Back-off pulling image "registry.k8s.io/pause:3.${pick(9)}"`,
  (pick) =>
    `Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information. CorrelationId: ${guid(pick)}`,
  (pick) => `${hex(pick, 12)}: Pushing [====>    ]  ${pick(90)}.1MB/${90 + pick(90)}MB`,
  (pick) => `${hex(pick, 12)}: Layer already exists`,
  (pick) =>
    `cli.azure.cli.core.azclierror: The login server endpoint "contoso.azurecr.io" is reachable but gave ${400 + pick(5)}.`,
  (pick) =>
    `  "id": "/subscriptions/${guid(pick)}/resourceGroups/rg-${pick(50)}/providers/Microsoft.ContainerRegistry/registries/contoso",`,
  () => `  "loginServer": "contoso.azurecr.io", "sku": { "name": "Premium" },`,
  (pick) =>
    `2026-03-${10 + pick(19)}T0${pick(9)}:${10 + pick(49)}:${10 + pick(49)}.${100 + pick(800)}Z INFO [worker-${pick(8)}] request ${guid(pick)} done in ${pick(900)} ms`,
  (pick) => `##[debug]agent.tempDirectory='/home/vsts/agents/_temp/${hex(pick, 8)}'`,
  (pick) => `Step ${pick(20)}/20 : COPY --from=build /app/out/${hex(pick, 6)} ./`,
  (pick) => `npm notice created a lockfile as package-lock.json, added ${pick(900)} packages`,
  (pick) => `\tat Program.Main(String[] args) in /src/Program.cs:line ${pick(400)}`,
];

/** @typedef {(below: number) => number} Pick a number from 0 */

/**
 * @param {number} size in characters
 * @param {number} seed
 */
export function typicalText(size, seed) {
  const pick = generator(seed);
  const lines = [];
  for (let length = 0; length < size; ) {
    const line = events[pick(events.length)]?.(pick) ?? '';
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n').slice(0, size);
}

/**
 * Mulberry32: small, and the same everywhere.
 *
 * @param {number} seed
 * @returns {Pick}
 */
export function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * @param {Pick} pick
 * @param {number} length
 */
function hex(pick, length) {
  return Array.from({ length }, () => pick(16).toString(16)).join('');
}

/** @param {Pick} pick */
function guid(pick) {
  return [8, 4, 4, 4, 12].map((length) => hex(pick, length)).join('-');
}
