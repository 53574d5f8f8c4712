import type { Company } from '../e2e/company.js';
import type { PostgresServer } from '../store/postgres-server.js';
import { proxyTo, type TcpProxy } from '../store/tcp-proxy.js';
import { linesAt, type Moment, type Scenario } from './script.js';
import { changeAt, OVER } from './world-faults.js';

/** The database of a scenario, behind a way that can be cut. */
export interface Wire {
  readonly proxy: TcpProxy;
  readonly url: string;
}

export async function wireTo(server: PostgresServer): Promise<Wire> {
  const proxy = await proxyTo(server.port);
  const url = Object.assign(new URL(await server.newDatabase()), { port: String(proxy.port) }).href;
  return { proxy, url };
}

/** What a script does to a company: each moment's faults, and their end. */
export class Devices {
  readonly #scenario: Scenario;
  readonly #company: Company;
  readonly #wire: Wire;

  constructor(scenario: Scenario, company: Company, wire: Wire) {
    this.#scenario = scenario;
    this.#company = company;
    this.#wire = wire;
  }

  /** A moment of the story has come. */
  at(moment: Moment): void {
    const { sandbox, slack, teams } = this.#company;
    const azure = linesAt(
      this.#scenario,
      'dns',
      'tcp',
      'tls',
      'arm',
      'graph',
      'entra',
      'registry',
      'network',
    );
    if (azure.some(({ when }) => when.moment === moment)) this.#change(sandbox.apply(changeAt(moment)));
    for (const { when, method, what, times } of linesAt(this.#scenario, 'slack')) {
      if (when.moment !== moment) continue;
      const { headers, ...rest } = { headers: undefined, ...what };
      const fault = 'status' in rest && headers !== undefined ? { ...rest, headers } : rest;
      slack.fail(method, ...Array.from({ length: times }, () => fault));
    }
    for (const { when, what } of linesAt(this.#scenario, 'teams')) {
      const { times, status, silent } = what;
      if (when.moment !== moment) continue;
      const failure = { times, ...(status && { status }), ...(silent && { silent }) };
      teams.connector.fail(/POST .*activities/, failure);
    }
    const { proxy } = this.#wire;
    for (const { when, what } of linesAt(this.#scenario, 'database')) {
      if (when.moment !== moment) continue;
      if (what === 'silent') proxy.fallSilent();
      else if (what === 'away') proxy.refuse();
      proxy.cut();
    }
    if (this.#scenario.over === moment) this.#end();
  }

  #end(): void {
    this.#change(this.#company.sandbox.apply(OVER));
    this.#wire.proxy.takeAgain();
    this.#wire.proxy.speakAgain();
  }

  #change(mistakes: readonly string[]): void {
    if (mistakes.length > 0) throw new Error(mistakes.join('; '));
  }
}
