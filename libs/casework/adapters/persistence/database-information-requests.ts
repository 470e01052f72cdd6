import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { InformationRequests } from '../../application/information-requests.port';

@Injectable()
export class DatabaseInformationRequests extends InformationRequests {
  constructor(private readonly database: Database) {
    super();
  }

  async countByYear(year: number): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM information_request WHERE received_year = ?',
      [year],
    );
    return row?.n ?? 0;
  }
}
