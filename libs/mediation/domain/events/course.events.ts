import { codesOf } from '../vocabulary/codes.catalogue';
import { OUTCOMES, RESULT_CATEGORIES } from '../vocabulary/outcomes.catalogue';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { ended, ofParent } from './recording';
import { ofEachParent, reason } from './tries';

/** How the course of a mediation ends, and who is told. */
export const COURSE_EVENTS: EventRules<
  | 'outcome.recorded'
  | 'request.not_started'
  | 'request.stopped_after_intake'
  | 'request.withdrawn'
  | 'request.overtaken'
  | 'result.reported'
  | 'evaluation.sent'
> = {
  'outcome.recorded': {
    label: { nl: 'Uitkomst vastgelegd', en: 'Outcome recorded' },
    needs: [
      needs.timeGoesForward,
      needs.fileOpen,
      needs.outcomeToRecord,
      needs.sessionHeld,
      needs.agreementFitsOutcome,
      needs.reasonGiven,
    ],
    tries: () =>
      codesOf(OUTCOMES).map((outcome) => ({
        outcome,
        reasons: ['other'],
        effects: { firstConversation: false, contactDuringMediation: false, communication: 'same' },
      })),
    records: (facts, { outcome, reasons = [], effects }, stamp) => ({
      outcome: { outcome, reasons: [...reasons], effects: { ...effects } },
      // Coding an outcome again after reopening corrects the code; the mediation did not end a second time.
      ...(facts.end ? {} : ended(facts, 'outcome_recorded', outcome, stamp)),
    }),
  },
  'request.not_started': {
    label: { nl: 'Mediation niet gestart', en: 'Mediation not started' },
    needs: [...needs.open, needs.noIntakeHeld],
    tries: () => [{ reason: 'other' }],
    records: (facts, { reason }, stamp) => ended(facts, 'not_started', reason, stamp),
  },
  'request.stopped_after_intake': {
    label: { nl: 'Na intake gestopt', en: 'Stopped after intake' },
    needs: [...needs.open, needs.intakeHeld, needs.noSessionHeld],
    tries: () => [{ reason: 'other' }],
    records: (facts, { reason }, stamp) => ended(facts, 'stopped_after_intake', reason, stamp),
  },
  'request.withdrawn': {
    label: { nl: 'Aanvraag ingetrokken', en: 'Request withdrawn' },
    needs: needs.open,
    tries: () => [{ reason }],
    records: (facts, _, stamp) => ended(facts, 'withdrawn', null, stamp),
  },
  'request.overtaken': {
    label: { nl: 'Ingehaald door de gebeurtenissen', en: 'Overtaken by events' },
    needs: needs.open,
    tries: () => [{ reason }],
    records: (facts, _, stamp) => ended(facts, 'overtaken', null, stamp),
  },
  'result.reported': {
    label: { nl: 'Uitkomst gemeld', en: 'Result reported' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.courseEnded, needs.categoryIsOutcome],
    tries: () => codesOf(RESULT_CATEGORIES).map((category) => ({ to: 'court', category })),
    records: (facts, { to, category }, { on }) => ({
      reported: [...facts.reported, { to, category, on }],
    }),
  },
  'evaluation.sent': {
    label: { nl: 'Evaluatie verstuurd', en: 'Evaluation sent' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.courseEnded, needs.evaluationNotSent],
    tries: ofEachParent,
    records: (facts, { parent }, { on }) => ofParent(facts, parent, { evaluationSentOn: on }),
  },
};
