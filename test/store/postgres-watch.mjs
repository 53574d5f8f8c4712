/**
 * Runs a server for as long as somebody holds the standard input open, so that none outlives a test run that is ended
 * from outside. Arguments: account to run as (empty: this one), folder to run in, program, its arguments.
 */
import { spawn } from 'node:child_process';

const [account = '', cwd, program = '', ...args] = process.argv.slice(2);
const as = account === '' ? {} : { uid: Number(account), gid: Number(account) };
const server = spawn(program, args, { cwd, ...as, env: {}, stdio: ['ignore', 'ignore', 'inherit'] });
server.on('exit', (code) => process.exit(code ?? 1));
// PostgreSQL's fast shutdown: what is under way is ended, what was committed is kept.
process.stdin.on('end', () => server.kill('SIGINT')).resume();
