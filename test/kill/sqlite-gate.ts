import Libsql from 'libsql';
import type { Gate } from './gate.js';
import { statementLabel } from './points.js';

let gate: Gate | null = null;

/** Watches the statements of this very process on SQLite from now on. */
export function watchStatements(by: Gate): void {
  gate = by;
}

/** What the store uses of a statement. */
type Using = (...values: unknown[]) => unknown;

/** SQLite lives in the process that uses it: nobody can stand in between but around the driver. */
const prepare: (this: Libsql.Database, source: string) => Libsql.Statement<unknown[]> =
  Libsql.prototype.prepare;
Object.assign(Libsql.prototype, {
  prepare(this: Libsql.Database, source: string) {
    const statement = prepare.call(this, source);
    const label = statementLabel(source);
    const { run, all } = statement;
    return Object.assign(statement, {
      run: around(label, run.bind(statement)),
      all: around(label, all.bind(statement)),
    });
  },
});

function around(label: string, use: Using): Using {
  return (...values) => {
    const side = gate?.arrives({ channel: 'statement', label }) ?? null;
    if (side === 'before') gate?.kill();
    try {
      return use(...values);
    } finally {
      if (side === 'after') gate?.kill();
    }
  };
}
