import * as asks from '../request/request.questions';
import { always, need, type OfParent } from './need';
import { OUTCOMES, type Outcome, type OutcomeEntry } from '../vocabulary/outcomes.catalogue';
import { anchoredIn } from '../deadline/deadline.anchoring';
import { DEADLINES, type DeadlineKind } from '../deadline/deadline.catalogue';
import { CONDITIONS, MILESTONES } from '../deadline/deadline.milestones';

/* Agreement, outcome, reporting, deadlines. */

export const drafted = always('drafted', ({ agreement }) => agreement !== null);
export const notReviewedYet = need<OfParent>(
  'not-reviewed-yet',
  ({ agreement }, { parent }) => !agreement?.reviewed[parent],
);
export const reviewedByOwnCounsel = need<OfParent>(
  'reviewed-by-own-counsel',
  ({ agreement }, { parent }) => agreement?.reviewed[parent] ?? false,
);
export const agreementNotSignedYet = need<OfParent>(
  'agreement-not-signed-yet',
  ({ agreement }, { parent }) => !agreement?.signed[parent],
);
export const agreementSignedByParent = need<OfParent>(
  'agreement-signed-by-parent',
  ({ agreement }, { parent }) => agreement?.signed[parent] ?? false,
);
export const outcomeToRecord = always(
  'outcome-to-record',
  ({ end, reopened }) => end === null || (reopened && end.how === 'outcome_recorded'),
);
export const agreementFitsOutcome = need<{ readonly outcome: Outcome }>(
  'agreement-fits-outcome',
  (facts, { outcome }) => {
    const { restsOn, needsSignatures }: OutcomeEntry = OUTCOMES[outcome];
    return (
      !restsOn || (facts.agreement?.type === restsOn && (!needsSignatures || asks.isAgreementSigned(facts)))
    );
  },
);
export const reasonGiven = need<{ readonly outcome: Outcome; readonly reasons?: readonly string[] }>(
  'reason-given',
  (_, { outcome, reasons }) => !OUTCOMES[outcome].needsReason || (reasons?.length ?? 0) > 0,
);
export const categoryIsOutcome = need<{ readonly category: string }>(
  'category-is-outcome',
  ({ outcome, end }, { category }) =>
    outcome !== null ? category === outcome.outcome : isCategoryOfEnd(end?.how ?? null, category),
);
const isCategoryOfEnd = (how: string | null, category: string): boolean =>
  category === how || category === 'none' || how === null;
export const deadlineRunning = need<{ readonly deadline: DeadlineKind }>(
  'deadline-running',
  (facts, { deadline }) => {
    const { metBy, runsWhile } = DEADLINES[deadline];
    return (
      anchoredIn(deadline, facts) !== null &&
      MILESTONES[metBy](facts) === null &&
      CONDITIONS[runsWhile](facts)
    );
  },
);
