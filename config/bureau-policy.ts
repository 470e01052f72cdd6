import type { RequestPolicy } from '@bureau/mediation';

/** What the bureau in The Hague decides for itself about a mediation request. */
export const REQUEST_POLICY: RequestPolicy = {
  version: '2025-1',
  zone: 'Europe/Amsterdam',
  // "Ouder dan drie" (annual reports 2021 and 2025): from the day after the third birthday.
  curatorAge: { years: 3, inclusive: false },
  // "Vanaf 3 jaar" (annual report 2025).
  interviewAge: { years: 3, inclusive: true },
  // The agreement with the liaison judge office concerns abduction cases.
  curatorRequiredFor: ['IKO'],
};
