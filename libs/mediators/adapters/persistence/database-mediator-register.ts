import { Injectable } from '@nestjs/common';
import { Database, type ImportPlan, type Write } from '@bureau/platform';
import { MediatorRegister } from '../../application/mediator-pool.port';
import type { Mediator } from '../../domain/mediator';
import { mediatorOf, rowOf } from './mediator.mapper';
import type { MediatorRow } from './mediator.row';

@Injectable()
export class DatabaseMediatorRegister extends MediatorRegister {
  constructor(private readonly database: Database) {
    super();
  }

  async stored(): Promise<ReadonlyMap<string, Mediator>> {
    // A pool is some dozens of people: all of them in one read.
    const rows = await this.database.read<MediatorRow>('SELECT * FROM mediator');
    return new Map(rows.map((row) => [row.mediator, mediatorOf(row)]));
  }

  async save({ added, updated }: Pick<ImportPlan<Mediator>, 'added' | 'updated'>): Promise<boolean> {
    const writes: Write[] = [
      { insert: 'mediator', rows: added.map(rowOf) },
      {
        insert: 'mediator',
        rows: updated.map(rowOf),
        onConflict: { key: ['mediator'], then: 'update' },
      },
    ];
    const { ok } = await this.database.commit({ writes });
    return ok;
  }
}
