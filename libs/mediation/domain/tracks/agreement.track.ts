import { requestSetup } from '../request/request.setup';

const accepted = 'accepted' as const;
const looksAgain = { target: '.weighing', guard: accepted } as const;

/** The agreement: drafted, reviewed by each parent's own lawyer, signed by both; a new draft begins anew. */
export const agreementTrack = requestSetup.createStateConfig({
  initial: 'none',
  meta: { nl: 'Overeenkomst', en: 'Agreement' },
  on: {
    'agreement.drafted': { target: '.drafted', guard: accepted },
    'agreement.reviewed': looksAgain,
    'agreement.signed': looksAgain,
    'agreement.signature_withdrawn': looksAgain,
  },
  states: {
    none: { meta: { nl: 'Geen concept', en: 'No draft' } },
    weighing: {
      always: [
        { target: 'signed', guard: 'agreementSigned' },
        { target: 'reviewed', guard: 'agreementReviewed' },
        { target: 'drafted' },
      ],
    },
    drafted: { meta: { nl: 'Concept', en: 'Drafted' } },
    reviewed: { meta: { nl: 'Nagekeken', en: 'Reviewed' } },
    signed: { meta: { nl: 'Door beiden getekend', en: 'Signed by both' } },
  },
});
