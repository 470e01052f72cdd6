import type { HistoryLine } from './promises/accepted';
import type { DeadlineWrite, OutboxWrite } from './promises/deadlines';
import type { KeptKey } from './promises/once';
import type { PartyWrite } from './promises/views';
import { lookOn, type Onlooker, witnessed } from './witness';

/** What lies in the database once the storm is over. */
export interface Evidence {
  readonly history: readonly HistoryLine[];
  readonly kept: readonly KeptKey[];
  readonly deadlines: readonly DeadlineWrite[];
  readonly outbox: readonly OutboxWrite[];
  readonly parties: readonly PartyWrite[];
  /** Null when the database says that its file is whole. */
  readonly damage: string | null;
}

export async function gather(databaseUrl: string): Promise<Evidence> {
  const onlooker = await lookOn(databaseUrl);
  try {
    const book = (table: Parameters<typeof witnessed>[0]) =>
      `select * from ${witnessed(table)} order by line`;
    return {
      history: await onlooker.rows('select request, position, type, actor from request_event'),
      kept: await onlooker.rows('select actor, key, answer from idempotency_key'),
      deadlines: await onlooker.rows(book('request_deadline')),
      outbox: await onlooker.rows(book('outbox')),
      parties: await onlooker.rows(book('request_party')),
      damage: databaseUrl.startsWith('sqlite:') ? await damageOf(onlooker) : null,
    };
  } finally {
    await onlooker.close();
  }
}

async function damageOf(onlooker: Onlooker): Promise<string | null> {
  const found = await onlooker.rows<{ integrity_check: string }>('pragma integrity_check');
  const said = found.map((line) => line.integrity_check).join('; ');
  return said === 'ok' ? null : said;
}
