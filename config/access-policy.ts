import type { AccessAfterClosing } from '@bureau/mediation';

/** How long people of the pool keep seeing a request that is closed. */
export const ACCESS_AFTER_CLOSING: AccessAfterClosing = {
  mediatorDays: 30,
  basis: {
    nl: 'AVG art. 5 lid 1 onder c en art. 32: wie klaar is, ziet niet langer mee. Dertig dagen voor verslag en declaratie (huisregel); daarna heropent de coördinator als dat nodig is, bijvoorbeeld bij een klacht (MfN, binnen twaalf maanden)',
    en: 'GDPR art. 5(1)(c) and art. 32: whoever is done no longer looks on. Thirty days for report and invoice (house rule); after that the coordinator reopens when needed, as for a complaint (MfN, within twelve months)',
  },
};
