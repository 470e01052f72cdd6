import type { PlainDate } from '@bureau/kernel';
import { addDays, ageInYears } from '@bureau/kernel';

/** From which age on a child counts for a track. */
export interface AgeLimit {
  readonly years: number;
  /** True: a child counts from that birthday on ("vanaf"). False: from the day after it ("ouder dan"). */
  readonly inclusive: boolean;
}

/** What a bureau decides for itself about a request; pinned to the request at registration. */
export interface RequestPolicy {
  readonly version: string;
  /** The bureau's own IANA time zone: its days are the days of every term. */
  readonly zone: string;
  readonly curatorAge: AgeLimit;
  readonly interviewAge: AgeLimit;
  /** Kinds of request for which a curator must be arranged; for the others one may be. */
  readonly curatorRequiredFor: readonly ('IKO' | 'NIKO')[];
}

export function reachesAge(birthDate: PlainDate, on: PlainDate, limit: AgeLimit): boolean {
  return ageInYears(birthDate, limit.inclusive ? on : addDays(on, -1)) >= limit.years;
}
