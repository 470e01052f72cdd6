import type { Database } from './database.port';

/** The SQL that would make the tables what the entities say; empty when the migrations did all of it. */
export async function schemaDrift(database: Database): Promise<string[]> {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
