import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { addDays, Clock } from '@bureau/kernel';
import type { Party } from '../domain/request/parties.rules';
import { BureauRules } from './bureau-rules';
import { RequestStore } from './request.store';

/** Which part an account has in a request, now: what every door asks that lets people in to their own requests only. */
@Injectable()
export class PartInRequest {
  constructor(
    private readonly requests: RequestStore,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
  ) {}

  /** Null for somebody without a part, and for a mediator of a request that was closed too long ago. */
  async of({ person }: { readonly person: string | null }, number: string): Promise<Party['role'] | null> {
    if (person === null) return null;
    const { calendar, accessAfterClosing } = this.rules;
    const today = localDate(this.clock.now(), calendar.zone);
    return this.requests.roleOf(number, person, addDays(today, -accessAfterClosing.mediatorDays));
  }
}
