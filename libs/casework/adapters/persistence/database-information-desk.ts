import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { InformationDesk, type KnownQuestion } from '../../application/information-requests.port';
import type { InformationRequest } from '../../domain/information-request';
import { informationRequestOf, rowOf } from './information-request.mapper';
import type { InformationRequestRow } from './information-request.row';

@Injectable()
export class DatabaseInformationDesk extends InformationDesk {
  constructor(private readonly database: Database) {
    super();
  }

  async ofYear(year: number): Promise<readonly KnownQuestion[]> {
    const rows = await this.database.read<InformationRequestRow>(
      'SELECT * FROM information_request WHERE received_year = ? ORDER BY received_on, id',
      [year],
    );
    return rows.map((row) => ({ ...informationRequestOf(row), request: row.became_request }));
  }

  async countLike({ receivedOn, asker, channel }: Omit<InformationRequest, 'id'>): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM information_request WHERE received_on = ? AND asker = ? AND channel = ?',
      [receivedOn, asker, channel],
    );
    return row?.n ?? 0;
  }

  async add(question: InformationRequest): Promise<boolean> {
    return (
      await this.database.commit({ writes: [{ insert: 'information_request', rows: [rowOf(question)] }] })
    ).ok;
  }

  async link(id: string, request: string): Promise<boolean> {
    const guard = { change: 'information_request', where: { id }, set: { became_request: request } };
    return (await this.database.commit({ guard, writes: [] })).ok;
  }
}
