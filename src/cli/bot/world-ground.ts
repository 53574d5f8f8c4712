import { publicCloud } from '../../azure/clouds.js';
import type { LinkSettings, Settings } from '../../config/settings.js';
import type { Context } from '../context.js';
import { openSandboxFile } from '../world-file.js';
import type { AzureGround } from './azure.js';

/** Days that a link lasts in a world. */
const LINK_DAYS = 90;

/** A world in the place of Azure: the bot's sign-in, and the page on which people sign in, are the world's. */
export async function worldGround(file: string, { server }: Settings, context: Context) {
  const sandbox = await openSandboxFile(file, context);
  const credential = sandbox.botCredential();
  const azure: AzureGround = {
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential,
    subscriptions: null,
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
    grantor: sandbox.writerCredential('grantor'),
    rotator: sandbox.writerCredential('rotator'),
    browserAuthority: await sandbox.signInPage(),
  };
  const link: LinkSettings | null =
    credential?.kind === 'client-secret' && server.publicUrl !== null
      ? {
          tenant: credential.tenant,
          clientId: credential.clientId,
          secret: credential.secret,
          days: LINK_DAYS,
        }
      : null;
  return { azure, settings: { link }, title: sandbox.world().title, close: () => sandbox.close() };
}
