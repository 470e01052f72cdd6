import { Injectable } from '@nestjs/common';
import { Database, type ImportPlan } from '@bureau/platform';
import { InformationRequestRegister } from '../../application/information-requests.port';
import type { InformationRequest } from '../../domain/information-request';
import { informationRequestOf, rowOf, yearOf } from './information-request.mapper';
import type { InformationRequestRow } from './information-request.row';

@Injectable()
export class DatabaseInformationRequestRegister extends InformationRequestRegister {
  constructor(private readonly database: Database) {
    super();
  }

  async stored(records: readonly InformationRequest[]): Promise<ReadonlyMap<string, InformationRequest>> {
    const years = [...new Set(records.map(({ receivedOn }) => yearOf(receivedOn)))];
    const rows = await Promise.all(
      years.map((year) =>
        this.database.read<InformationRequestRow>(
          'SELECT * FROM information_request WHERE received_year = ?',
          [year],
        ),
      ),
    );
    return new Map(rows.flat().map((row) => [row.id, informationRequestOf(row)]));
  }

  async save({ added }: Pick<ImportPlan<InformationRequest>, 'added'>): Promise<boolean> {
    // The id is the whole content, so there is never anything to update.
    const { ok } = await this.database.commit({
      writes: [{ insert: 'information_request', rows: added.map(rowOf) }],
    });
    return ok;
  }
}
