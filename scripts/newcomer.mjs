/**
 * What somebody does who has just cloned the repository: one paste into `npm start`. It must be answered within
 * a minute, build included, with exit code 0 and the right cause.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT_MS = 60_000;

const paste =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED",' +
  '"message":"client with IP \'203.0.113.7\' is not allowed access. Refer https://aka.ms/acr/firewall"}]}\n';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, 'dist'), { recursive: true, force: true });

const began = performance.now();
const run = spawnSync('npm', ['start', '--silent'], {
  cwd: root,
  input: paste,
  encoding: 'utf8',
  timeout: LIMIT_MS,
});
const seconds = ((performance.now() - began) / 1000).toFixed(1);

const answered = run.status === 0 && /203\.0\.113\.7/.test(run.stdout) && /contoso/.test(run.stdout);
console.log(`${answered ? 'ok  ' : 'FAIL'}  a newcomer's paste: exit code ${run.status} after ${seconds} s`);
if (!answered) {
  console.log(run.stdout, run.stderr, run.error ?? '');
  process.exitCode = 1;
}
