import { setTimeout as sleep } from 'node:timers/promises';
import { type Company, openCompany, slackId } from '../e2e/company.js';
import { askForRole, rolePlot } from '../e2e/role-plot.js';
import type { Somebody } from '../e2e/somebody.js';
import { deliver } from '../fakes/slack/deliver.js';
import type { PostgresServer } from '../store/postgres-server.js';
import { Devices, wireTo } from './devices.js';
import type { Moment, Scenario } from './script.js';
import { worldChanges } from './world-faults.js';

/** What became of a scenario in a company. */
export interface Played {
  readonly company: Company;
  /** Milliseconds from the delivery to the first word that leads on; null: there was none. */
  readonly answeredMs: number | null;
  /** What dana had before her while the fault lasted. */
  readonly meanwhile: readonly string[];
  /** Whether the case came to its true end when it was over. */
  readonly wentOn: boolean;
  /** What dana had before her at the end. */
  readonly texts: readonly string[];
  readonly approvals: number;
  /** Cards about dana's request in each channel. */
  readonly cards: readonly number[];
}

/** The deadline of a diagnosis, and what the platform and a busy machine add. */
export const DEADLINE_MS = 20_000 + 5_000;
/** A circuit that has opened is tried again after half a minute, which nobody waits for here. */
const PAUSE_MS = 31_000;
const REGISTRY = 'contosobuilds.azurecr.io';
/** What `askForRole` gives as the reason. */
const REASON = 'nightly builds of the shop';
const ASK = 'Ask for the role';

/** Opens a company, and has the story happen in it with the faults of the script. */
export async function play(scenario: Scenario, server: PostgresServer): Promise<Played> {
  let skipped = 0;
  const wire = await wireTo(server);
  const plot = rolePlot(1, { store: async () => wire.url, pausing: () => performance.now() + skipped });
  const changes = { ...plot.changes, ...worldChanges(scenario, REGISTRY) };
  const company = await openCompany({ ...plot, changes, linked: ['dana', ...scenario.others] });
  const devices = new Devices(scenario, company, wire);
  const at = async (moment: Moment): Promise<void> => {
    const after = scenario.faults.find(({ when }) => when.moment === moment)?.when.ms ?? 0;
    if (after > 0) await sleep(after);
    devices.at(moment);
    if (scenario.over === moment) skipped += PAUSE_MS;
  };
  return scenario.story === 'role' ? askAndGet(company, at) : pasteAndRead(company, at, scenario.others);
}

type At = (moment: Moment) => Promise<void>;

/** Dana pastes, and reads what can be said; when the fault is over her case goes on. */
async function pasteAndRead(company: Company, at: At, others: readonly string[]): Promise<Played> {
  const dana = company.onSlack('dana');
  await at('begin');
  const began = performance.now();
  await deliver(company.slack, slackId('dana'), 'EvFAULT', company.sandbox.world().paste);
  await at('pasted');
  await dana
    .until(() => leads(dana))
    .catch(async () => {
      // What could not be told is tried again after half a minute, which nobody waits for here.
      company.sandbox.advance(31_000);
      await dana.until(() => leads(dana)).catch(() => {});
    });
  const answered = leads(dana) ? performance.now() - began : null;
  const meanwhile = [...textsOf(company), ...(await readBesides(company, others))];
  await at('answered');
  const wentOn = await goesOn(company, dana);
  return {
    company,
    answeredMs: answered,
    meanwhile,
    wentOn,
    texts: textsOf(company),
    approvals: 0,
    cards: [],
  };
}

/** What others have before them when each pastes the same after the one before. */
async function readBesides(company: Company, others: readonly string[]): Promise<readonly string[]> {
  const read: string[] = [];
  for (const name of others) {
    const who = company.onSlack(name);
    await deliver(company.slack, slackId(name), `Ev${name}`, company.sandbox.world().paste);
    await who.until(() => leads(who));
    read.push(`${name}: ${who.read}`);
  }
  return read;
}

/** Dana asks for a role, olga approves it, and it is given, whatever happens meanwhile. */
async function askAndGet(company: Company, at: At): Promise<Played> {
  const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
  await at('begin');
  await at('asking');
  await askForRole(company, dana).catch(async () => {
    // A platform that did not take the card is asked again a while later.
    company.sandbox.advance(60_000);
    await company.posted(REASON);
  });
  await at('approving');
  const began = performance.now();
  await olga.approve();
  await at('approved');
  const retried = () => company.traces.log.some((line) => line.includes('executor.again'));
  const given = () => dana.read.includes('Approved, and given');
  await dana.until(() => given() || retried()).catch(() => {});
  await at('noticed');
  await sleep(2_000);
  await at('a-while');
  // What is put off becomes due; nobody waits for it here.
  for (let i = 0; i < 12 && !given(); i++) {
    company.sandbox.advance(30_000);
    // Whose approval could not be checked was told so, and presses once more.
    if (olga.card.buttons.includes('Approve')) await olga.approve();
    await dana.until(given).catch(() => {});
  }
  const ms = given() ? performance.now() - began : null;
  await settled(company);
  const texts = textsOf(company);
  const cards = [dana, olga].map(({ channel }) => channel.split('Asked for by').length - 1);
  return { company, answeredMs: ms, meanwhile: texts, wentOn: given(), texts, approvals: 1, cards };
}

function textsOf({ slack }: Company): readonly string[] {
  return slack.messagesTo(slackId('dana')).map(({ shown }) => shown);
}

/** Whether there is something before dana from which she knows how to go on: a question, an outcome, an honest sentence. */
function leads(dana: Somebody): boolean {
  return (
    dana.read !== '' && (dana.newest.question !== null || honest.some((words) => dana.read.includes(words)))
  );
}

const honest = [ASK, 'Check again', 'Something went wrong on my side', 'I was interrupted'];

/** Goes on with what is before dana, until the true cause is found and its remedy is offered. */
async function goesOn(company: Company, dana: Somebody): Promise<boolean> {
  if (dana.offers(ASK)) return true;
  const answers = new Map<string, string>(Object.entries(company.sandbox.world().answers));
  const before = textsOf(company).length;
  if (dana.offers('Check again')) await dana.press('Check again');
  else await deliver(company.slack, slackId('dana'), 'EvAGAIN', company.sandbox.world().paste);
  await dana.until(() => dana.offers(ASK) || textsOf(company).length > before).catch(() => {});
  for (let i = 0; i < 6 && !dana.offers(ASK); i++) {
    const { question } = dana.newest;
    if (question === null) await dana.until(() => dana.offers(ASK)).catch(() => {});
    else await dana.newest.answer(question.options.get(answers.get(question.node) ?? 'unknown') ?? '');
    await dana.until(() => dana.offers(ASK) || dana.newest.question?.node !== question?.node).catch(() => {});
  }
  return dana.offers(ASK);
}

/** Resolves when nobody has had anything to say for half a second. */
async function settled({ slack, teams }: Company): Promise<void> {
  const seen = () => slack.server.calls.length + teams.connector.calls.length;
  for (let before = -1; before !== seen(); await sleep(500)) before = seen();
}
