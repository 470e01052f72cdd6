import { AGREEMENTS, codesOf } from '../vocabulary/codes.catalogue';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { ofEachParent } from './tries';

/** The agreement: draft, review, signatures. */
export const AGREEMENT_EVENTS: EventRules<
  'agreement.drafted' | 'agreement.reviewed' | 'agreement.signed' | 'agreement.signature_withdrawn'
> = {
  'agreement.drafted': {
    label: { nl: 'Conceptovereenkomst opgesteld', en: 'Agreement drafted' },
    needs: [...needs.open, needs.sessionHeld],
    tries: () => codesOf(AGREEMENTS).map((agreement) => ({ agreement })),
    records: (_, { agreement }, { on }) => ({
      agreement: {
        type: agreement,
        draftedOn: on,
        reviewed: { A: false, B: false },
        signed: { A: false, B: false },
      },
    }),
  },
  'agreement.reviewed': {
    label: { nl: 'Concept nagekeken door eigen advocaat', en: 'Draft reviewed by own lawyer' },
    needs: [...needs.open, needs.drafted, needs.notReviewedYet],
    tries: ofEachParent,
    records: ({ agreement }, { parent }) => ({
      agreement: agreement && { ...agreement, reviewed: { ...agreement.reviewed, [parent]: true } },
    }),
  },
  'agreement.signed': {
    label: { nl: 'Overeenkomst getekend', en: 'Agreement signed' },
    needs: [...needs.open, needs.drafted, needs.reviewedByOwnCounsel, needs.agreementNotSignedYet],
    tries: ofEachParent,
    records: ({ agreement }, { parent }) => ({
      agreement: agreement && { ...agreement, signed: { ...agreement.signed, [parent]: true } },
    }),
  },
  'agreement.signature_withdrawn': {
    label: { nl: 'Handtekening ingetrokken', en: 'Signature withdrawn' },
    needs: [...needs.open, needs.drafted, needs.agreementSignedByParent],
    tries: ofEachParent,
    records: ({ agreement }, { parent }) => ({
      agreement: agreement && { ...agreement, signed: { ...agreement.signed, [parent]: false } },
    }),
  },
};
