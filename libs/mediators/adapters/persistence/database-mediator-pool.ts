import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { MediatorPool } from '../../application/mediator-pool.port';
import type { Mediator } from '../../domain/mediator';
import { mediatorOf } from './mediator.mapper';
import type { MediatorRow } from './mediator.row';

@Injectable()
export class DatabaseMediatorPool extends MediatorPool {
  constructor(private readonly database: Database) {
    super();
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Mediator>> {
    const found = await Promise.all(
      ids.map((id) => this.database.read<MediatorRow>('SELECT * FROM mediator WHERE mediator = ?', [id])),
    );
    return new Map(found.flat().map((row) => [row.mediator, mediatorOf(row)]));
  }

  async isEmpty(): Promise<boolean> {
    const rows = await this.database.read('SELECT mediator FROM mediator LIMIT 1');
    return rows.length === 0;
  }
}
