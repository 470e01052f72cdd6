import { millisOf, type Instant } from '@bureau/kernel';
import type { Row } from '../database';

/** Something that is to be done, as an outbox row. */
export interface Wish {
  /** Made from what it is about, so that asking twice asks once. */
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly ids: Readonly<Record<string, string | number>>;
  /** Not before this moment. */
  readonly at: Instant;
}

export const outboxRow = ({ id, kind, subject, ids, at }: Wish, now: Instant): Row => ({
  id,
  kind,
  subject,
  payload: JSON.stringify(ids),
  created_at: millisOf(now),
  available_at: millisOf(at),
  attempts: 0,
  lease_until: null,
  last_error: null,
  delivered_at: null,
});
