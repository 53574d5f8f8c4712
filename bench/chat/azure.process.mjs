/** The simulated Azure, out of the bot's process: what it costs is not the bot's. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './child.mjs';

serve(async (/** @type {{ root: string, world: string }} */ { root, world }) => {
  /** @type {typeof import('../../sandbox/open.ts')} */
  const { openSandbox } = await import(pathToFileURL(join(root, 'dist/sandbox/open.js')).href);
  const opened = await openSandbox(world);
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  const { sandbox } = opened;
  const [proxy, credential] = [await sandbox.proxy('bot'), sandbox.botCredential()];
  const { authority } = sandbox;
  const readsData = sandbox.botReadsData();
  return { url: JSON.stringify({ proxy, authority, credential, readsData }), close: () => sandbox.close() };
});
