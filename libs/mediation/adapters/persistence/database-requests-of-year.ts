import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { blameDamaged } from '../../application/damaged-file';
import { RequestsOfYear } from '../../application/list-requests.query';
import { RequestStore } from '../../application/request.store';
import type { RequestFacts } from '../../domain/request/request.facts';
import { snapshotFrom } from './database-request.store';
import type { RequestRow } from './request.rows';

@Injectable()
export class DatabaseRequestsOfYear extends RequestsOfYear {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestStore,
  ) {
    super();
  }

  async facts(year: number): Promise<readonly RequestFacts[]> {
    const rows = await this.database.read<RequestRow>(
      'SELECT number, snapshot, machine_version FROM mediation_request WHERE registered_year = ? ORDER BY number',
      [year],
    );
    return rows.map((row) => snapshotFrom(row.number, row).facts);
  }

  async blame(year: number): Promise<void> {
    const rows = await this.database.read<Pick<RequestRow, 'number'>>(
      'SELECT number FROM mediation_request WHERE registered_year = ? ORDER BY number',
      [year],
    );
    await blameDamaged(
      this.requests,
      rows.map(({ number }) => number),
    );
  }
}
