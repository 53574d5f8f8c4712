import { publicCloud } from '../../src/azure/clouds.js';
import { type Company, openCompany } from '../e2e/company.js';
import { rolePlot } from '../e2e/role-plot.js';
import { messageBlocks } from '../fakes/slack/limits.js';
import { ask, form } from '../sandbox/network/running.js';
import { olderSlack } from './older.js';

export const APPROVALS = 'C0APPROVE1';

const scope =
  '/subscriptions/0eab462e-3e01-5754-9bd8-663c6790671c/resourceGroups/rg-registry/providers/Microsoft.ContainerRegistry/registries/contosobuilds';
const acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

/** Today's bot on what an older one left: its store, its messages in Slack, and the role that it gave. */
export async function goneOn(store: () => Promise<string>): Promise<Company> {
  const plot = rolePlot(1);
  const company = await openCompany({
    ...{ ...plot, store, linked: [] },
    policy: { ...plot.policy, channels: { slack: APPROVALS } },
  });
  for (const name of ['dana', 'olga', 'rita', 'bob', 'newcomer']) company.onSlack(name);
  const { at, messages } = olderSlack(company.origin);
  for (const { blocks, metadata = null, ...message } of messages) {
    company.slack.workspace.messages.push({ ...message, metadata, blocks: messageBlocks.parse(blocks) });
  }
  await giveAgain(company);
  company.sandbox.advance(Math.max(0, at - company.sandbox.now().getTime()) + 60_000);
  return company;
}

/** The world begins anew: what the older bot did in it is done once more, as it did it. */
async function giveAgain({ sandbox }: Company): Promise<void> {
  const grantor = sandbox.writerCredential('grantor');
  if (grantor?.kind !== 'client-secret') throw new Error('the world has nobody who gives roles');
  const token = await ask(
    sandbox,
    `https://login.microsoftonline.com/${grantor.tenant}/oauth2/v2.0/token`,
    form({
      grant_type: 'client_credentials',
      client_id: grantor.clientId,
      client_secret: grantor.secret,
      scope: `${publicCloud.armAudience}/.default`,
    }),
  );
  const { access_token: bearer } = JSON.parse(token.body);
  const path = `${scope}/providers/Microsoft.Authorization/roleAssignments/1090d242-79b8-59d3-8ffd-2b16f64e4f11`;
  const subscription = scope.split('/').slice(0, 3).join('/');
  const given = await ask(sandbox, `https://management.azure.com${path}?api-version=2022-04-01`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      properties: {
        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${acrPull}`,
        principalId: '05be33fc-6d1c-5b9d-a64a-12300bab3760',
        principalType: 'ServicePrincipal',
        // As the older version wrote it.
        description: 'acr-help KSpx09wh1ceicycKdA2kCg until 2026-03-04T09:00:03.616Z',
      },
    }),
  });
  if (given.status !== 201) throw new Error(`${given.status} ${given.body}`);
}
