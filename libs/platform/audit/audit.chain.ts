import { hash } from 'node:crypto';
import type { Instant } from '@bureau/kernel';
import type { Insert } from '../database';
import type { AuditEntryRow } from './audit.row';

/** What happened, before it is chained. `detail` holds keys, codes and hashes; never names or words of a family. */
export interface AuditFact {
  readonly file: string;
  readonly position: number;
  readonly at: Instant;
  readonly actor: string | null;
  readonly action: string;
  readonly detail: string;
}

/** What the first line of every file's chain points back to. */
export const CHAIN_START = '0'.repeat(64);

export const digestOf = (text: string): string => hash('sha256', text);

/** The hash of a line: it covers every field and the line before, so none can be changed, dropped or moved unseen. */
export const hashOf = (
  previousHash: string,
  { file, position, at, actor, action, detail }: AuditFact,
): string => digestOf(JSON.stringify([previousHash, file, position, at, actor, action, detail]));

/** The line to write for a fact, chained to `previousHash`. */
export function auditLine(
  previousHash: string,
  fact: AuditFact,
): { readonly write: Insert; readonly hash: string } {
  const own = hashOf(previousHash, fact);
  const row = { ...fact, previous_hash: previousHash, hash: own };
  return { write: { insert: 'audit_entry', rows: [row] }, hash: own };
}

/** The first line of a file's chain that does not hold, with what is wrong with it; null when all of it does. */
export function brokenLink(
  lines: readonly AuditEntryRow[],
): { readonly position: number; readonly why: string } | null {
  let previous = CHAIN_START;
  for (const [index, line] of lines.entries()) {
    const { position } = line;
    if (position !== index + 1) return { position, why: `line ${index + 1} is missing` };
    if (line.previous_hash !== previous) return { position, why: 'it does not follow the line before it' };
    if (hashOf(previous, { ...line, at: line.at as Instant }) !== line.hash)
      return { position, why: 'its content does not match its hash' };
    previous = line.hash;
  }
  return null;
}
