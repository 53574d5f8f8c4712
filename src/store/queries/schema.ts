import { migrations } from '../migrations.js';
import type { Db } from '../tables.js';

/** Whether the schema is still that of this program: another version may have changed it since it was opened. */
export async function isCurrent(db: Db): Promise<boolean> {
  const run = await db
    // Where Kysely's migrator notes what has been run.
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const names = new Set(run.map(({ name }) => name));
  const known = Object.keys(migrations);
  return names.size === known.length && known.every((name) => names.has(name));
}
