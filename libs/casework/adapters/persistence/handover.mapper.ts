import { plainDateOf, type Instant } from '@bureau/kernel';
import type { Row } from '@bureau/platform';
import type { Handover } from '../../domain/handover/handover';
import type { HandoverRow } from './case.rows';

export const handoverRow = (handover: Handover): Row & Record<keyof HandoverRow, unknown> => ({
  id: handover.id,
  case_number: handover.caseNumber,
  state: handover.state,
  kind: handover.kind,
  offered_at: handover.offeredAt,
  offered_by: handover.offeredBy,
  consent_by: handover.consentBy,
  consent_on: handover.consentOn,
  facts: JSON.stringify(handover.facts),
  decided_at: handover.decidedAt,
  decided_by: handover.decidedBy,
  reason: handover.reason,
  request: handover.request,
  is_waiting: handover.state === 'offered',
  revision: handover.revision,
});

export const handoverOf = (row: HandoverRow): Handover => ({
  id: row.id,
  caseNumber: row.case_number,
  state: row.state as Handover['state'],
  kind: row.kind as Handover['kind'],
  offeredAt: row.offered_at as Instant,
  offeredBy: row.offered_by,
  consentBy: row.consent_by,
  consentOn: plainDateOf(row.consent_on),
  facts: JSON.parse(row.facts) as Handover['facts'],
  decidedAt: row.decided_at as Instant | null,
  decidedBy: row.decided_by,
  reason: row.reason,
  request: row.request,
  revision: row.revision,
});
