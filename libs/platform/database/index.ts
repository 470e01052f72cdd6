export { DatabaseProblem, DatabaseUnavailable, InvalidBatch, type Unavailability } from './database.errors';
export { Database } from './database.port';
export { DEFAULT_DATABASE_URL } from './database-url';
export { migrate, type MigrationClass, pendingMigrations } from './migrations';
export { type DatabaseOptions, openDatabase } from './open-database';
export { columns, primaryKeyOf } from './portable.columns';
export { schemaDrift } from './schema-drift';
export type { Cell, Change, CommitResult, Insert, Remove, Row, Write, WriteBatch } from './write-batch';
