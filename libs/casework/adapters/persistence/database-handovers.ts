import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { Handovers, type HandoverWithRequest, type MediationStatus } from '../../application/handovers.port';
import { MediationStatuses } from '../../application/mediation-statuses.port';
import type { Handover } from '../../domain/handover/handover';
import type { HandoverRow } from './case.rows';
import { handoverOf } from './handover.mapper';

@Injectable()
export class DatabaseHandovers extends Handovers {
  constructor(
    private readonly database: Database,
    private readonly statuses: MediationStatuses,
  ) {
    super();
  }

  async find(id: string): Promise<Handover | null> {
    const [row] = await this.read('WHERE id = ?', id);
    return row ?? null;
  }

  async ofCase(number: string): Promise<readonly HandoverWithRequest[]> {
    const found = await this.read('WHERE case_number = ? ORDER BY offered_at', number);
    return Promise.all(found.map(async (one) => ({ ...one, mediation: await this.statusOf(one) })));
  }

  queue(which: 'waiting' | 'all', most: number): Promise<readonly Handover[]> {
    return which === 'waiting'
      ? this.read('WHERE is_waiting = 1 ORDER BY offered_at, id LIMIT ?', most)
      : this.read('ORDER BY offered_at DESC, id LIMIT ?', most);
  }

  ofRequest(request: string): Promise<readonly Handover[]> {
    return this.read('WHERE request = ? ORDER BY offered_at, id', request);
  }

  private async read(tail: string, value: string | number): Promise<readonly Handover[]> {
    const rows = await this.database.read<HandoverRow>(`SELECT * FROM handover ${tail}`, [value]);
    return rows.map(handoverOf);
  }

  private async statusOf({ request }: Handover): Promise<MediationStatus | null> {
    return request === null ? null : this.statuses.of(request);
  }
}
