import { Injectable } from '@nestjs/common';
import type { PlainDate, Result } from '@bureau/kernel';
import { digestOf } from '@bureau/platform';
import type { Stamp } from '../domain/case/case.events';
import { type Handover, type HandoverKind, type SharedFacts, sharedOf } from '../domain/handover/handover';
import { AdvanceCase, type AdvanceCaseCommand, type Told } from './advance-case.use-case';
import type { CaseAnswer, CaseProblem } from './case.answer';
import type { StoredCase } from './case.store';

export interface Offer {
  readonly kind: HandoverKind;
  readonly consentBy: string;
  readonly consentOn: PlainDate;
  /** What the caller agreed to share, besides what the file itself gives. */
  readonly facts: Omit<SharedFacts, 'fromCountry' | 'toCountry' | 'children'>;
}

/** Offers a case to the mediation bureau, with the caller's consent and the facts of the list; nothing else crosses. */
@Injectable()
export class OfferHandover {
  constructor(private readonly advance: AdvanceCase) {}

  execute(offer: Offer, command: Omit<AdvanceCaseCommand, 'what'>): Promise<Result<CaseAnswer, CaseProblem>> {
    return this.advance.execute({
      ...command,
      what: (stored, stamp) => Promise.resolve(told(offer, command, stored, stamp)),
    });
  }
}

function told(
  { kind, consentBy, consentOn, facts: shared }: Offer,
  { number, actor }: Pick<AdvanceCaseCommand, 'number' | 'actor'>,
  { snapshot }: StoredCase,
  { at }: Stamp,
): Told {
  const { facts } = snapshot;
  const { fromCountry, toCountry, handovers } = facts;
  // The bureau works with this key: it must not tell the number of the advice file.
  const id = `HO-${digestOf(`${number} ${handovers.length + 1}`).slice(0, 12)}`;
  const event = { type: 'handover.offered', handover: id, kind, consentBy, consentOn } as const;
  // Refused by the case: there is nothing to write beside it.
  if (fromCountry === null || toCountry === null) return { event };
  const handover: Handover = {
    id,
    caseNumber: number,
    state: 'offered',
    kind,
    offeredAt: at,
    offeredBy: actor,
    consentBy,
    consentOn,
    facts: { ...sharedOf(facts, fromCountry, toCountry), ...shared },
    decidedAt: null,
    decidedBy: null,
    reason: null,
    request: null,
    revision: 1,
  };
  return { event, alongside: { handover: { add: handover } } };
}
