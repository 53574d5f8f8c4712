import { Migrator } from 'kysely';
import { migrations } from './migrations.js';
import { StoreError } from './store-error.js';
import type { Db } from './tables.js';

/** Where Kysely's migrator notes what has been run. */
const journal = 'kysely_migration';

/**
 * Brings a database to today's schema. The caller sees to it that only one does so at a time.
 *
 * @returns the steps that were run, by their names
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  await stepsRun(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/**
 * Names of the steps that were run.
 *
 * @throws StoreError `newer-schema` where one of them is not known here: an older program would misread what a newer one
 *   wrote, and drop what it does not know
 */
export async function stepsRun(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === journal)) return [];
  const run = await db
    .withTables<{ [journal]: { name: string } }>()
    .selectFrom(journal)
    .select('name')
    .execute();
  const names = run.map(({ name }) => name);
  if (names.every((name) => Object.hasOwn(migrations, name))) return names;
  throw new StoreError(
    'newer-schema',
    'The database was written by a newer version of this program. Run that version, or use another database.',
  );
}
