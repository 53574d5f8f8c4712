/** That a run ends when somebody never answers, and says what it could not see. */
import { questions, worldText } from './questions.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./connect.mjs').program>>} Program */

/** What hangs, and where. */
const faults = [
  { host: 'contosobuilds.azurecr.io', tls: 'hangs' },
  { host: 'management.azure.com', tls: 'hangs' },
  { host: 'login.microsoftonline.com', tls: 'hangs' },
  { host: 'management.azure.com', http: 'hangs' },
];

/**
 * @param {Program} program
 * @param {string} root
 */
export async function hanging(program, root) {
  const [question] = questions;
  if (question === undefined) throw new Error('no question');
  return Promise.all(
    faults.map(async (fault) => {
      const sandbox = await program.open(worldText(root, question, { faults: { it: fault } }));
      const { subject, checks } = program.work(question);
      const began = performance.now();
      const findings = await program
        .connect(sandbox, 0)
        .connection.run(subject, checks, () => {}, new AbortController().signal);
      const wall = performance.now() - began;
      await sandbox.close();
      const seen = findings.filter(({ verdict }) => verdict !== 'unknown').map(({ check }) => check);
      const named = findings.length === checks.length;
      return { ...fault, wall, seen, unseen: findings.length - seen.length, named };
    }),
  );
}
