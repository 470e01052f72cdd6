import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/kernel';
import { Database } from '../database';
import { auditLine, CHAIN_START } from './audit.chain';

const MOST_TRIES = 50;

/** The journal of what is no mediation request: accounts, imports, exports. */
@Injectable()
export class AuditJournal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The line is chained and durable when the promise resolves, whoever else writes to the same file. */
  async record(file: string, entry: { action: string; actor: string | null; detail: object }): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [head] = await this.database.read<{ position: number; hash: string }>(
        'SELECT position, hash FROM audit_entry WHERE file = ? ORDER BY position DESC LIMIT 1',
        [file],
      );
      const { write } = auditLine(head?.hash ?? CHAIN_START, {
        file,
        position: (head?.position ?? 0) + 1,
        at: this.clock.now(),
        actor: entry.actor,
        action: entry.action,
        detail: JSON.stringify(entry.detail),
      });
      const result = await this.database.commit({ writes: [write] });
      if (result.ok) return;
    }
    throw new Error(`the journal '${file}' stayed busy for ${MOST_TRIES} tries`);
  }
}
