import { DatabaseError } from 'pg';
import { DatabaseUnavailable, messageOf, type Unavailability } from './database.errors';

const REASONS: readonly (readonly [RegExp, Unavailability])[] = [
  [/^(40001|40P01|53300|53200|55P03|57014)$/, 'busy'],
  [/^53/, 'full'],
  [/^25006$/, 'read-only'],
  [/^(58|XX)/, 'damaged'],
  [/^(08|28|3D|57)/, 'unreachable'],
];

/** The SQLSTATE that the server answered, or '' when the error is not an answer of the server. */
export const sqlState = (error: unknown): string =>
  error instanceof DatabaseError ? (error.code ?? '') : '';

/**
 * Deadlock and serialization failure; and a prepared statement that the server dropped or that a migration changed,
 * which a fresh connection does not have. In all of them nothing was written.
 */
export const isWorthRetrying = (error: unknown): boolean =>
  /^(40001|40P01|26000|0A000)$/.test(sqlState(error));

/** False when the next statement on the same connection would fail as well. */
export const leavesConnectionUsable = (error: unknown): boolean => /^(2[0-3]|42|40|55)/.test(sqlState(error));

/** The broken world behind an error of pg, or null when the statement is to blame. */
export function postgresUnavailable(error: unknown, sent: boolean): DatabaseUnavailable | null {
  const state = sqlState(error);
  const message = messageOf(error);
  if (/pool after calling end/.test(message)) {
    return new DatabaseUnavailable('closed', 'the database was closed', 'nothing written', error);
  }
  // No answer: whether the statement was executed depends on where the connection broke.
  if (state === '') {
    return new DatabaseUnavailable(
      'unreachable',
      `PostgreSQL does not answer (${message})`,
      sent ? 'unknown' : 'nothing written',
      error,
    );
  }
  const reason = REASONS.find(([pattern]) => pattern.test(state))?.[1] ?? (sent ? null : 'unreachable');
  return reason
    ? new DatabaseUnavailable(reason, `PostgreSQL refuses (${state}: ${message})`, 'nothing written', error)
    : null;
}
