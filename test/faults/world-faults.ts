import { linesAt, type Moment, type Scenario } from './script.js';

const hosts = {
  arm: 'management.azure.com',
  graph: 'graph.microsoft.com',
  entra: 'login.microsoftonline.com',
} as const;

/** Name of the change that ends all of them. */
export const OVER = 'faults-over';

/** The change of a world that a moment of the script makes. */
export function changeAt(moment: Moment): string {
  return `faults-${moment}`;
}

/**
 * The faults of Azure, as named changes of a world.
 *
 * @param registry login server of the world
 */
export function worldChanges(scenario: Scenario, registry: string): object {
  const named = new Map<Moment, Record<string, object>>();
  const add = (moment: Moment, change: object): void => {
    const faults = named.get(moment) ?? {};
    named.set(moment, { ...faults, [`script-${Object.keys(faults).length}`]: { for: 'bot', ...change } });
  };
  const at = (host: keyof typeof hosts | 'registry'): string =>
    host === 'registry' ? registry : hosts[host];
  for (const { when, where, host, what } of linesAt(scenario, 'dns', 'tcp', 'tls')) {
    add(when.moment, { host: at(host), [where]: what });
  }
  for (const { when, where, what, method, path, calls, after } of linesAt(
    scenario,
    'arm',
    'graph',
    'entra',
    'registry',
  )) {
    const on = { method, path, calls, after };
    const some = Object.fromEntries(Object.entries(on).filter(([, value]) => value !== undefined));
    add(when.moment, { host: at(where), http: what, ...(Object.keys(some).length > 0 && { on: some }) });
  }
  const delays = new Map(linesAt(scenario, 'network').map(({ when, what }) => [when.moment, what]));
  const ends = Object.fromEntries([...named.values()].flatMap(Object.keys).map((name) => [name, null]));
  return {
    ...Object.fromEntries([...named].map(([moment, faults]) => [changeAt(moment), { faults }])),
    ...Object.fromEntries([...delays].map(([moment, what]) => [changeAt(moment), what])),
    [OVER]: { faults: ends, ...(delays.size > 0 && { delay: 0 }) },
  };
}
