import * as asks from '../request/request.questions';
import { always, need, type Sent } from './need';

/* The file and the course of the mediation. */

export const fileOpen = always('file-open', asks.isFileOpen);
export const fileClosed = always('file-closed', (facts) => !asks.isFileOpen(facts));
export const courseOpen = always('course-open', (facts) => facts.end === null);
export const courseEnded = always('course-ended', (facts) => facts.end !== null);
export const notSuspended = always('not-suspended', (facts) => !asks.isSuspended(facts));
export const suspended = always('suspended', asks.isSuspended);
export const beforeIntake = always('before-intake', (facts) => !asks.hasStarted(facts));
export const noIntakeHeld = always('no-intake-held', (facts) => !asks.hasStarted(facts));
export const intakeHeld = always('intake-held', asks.hasStarted);
export const noSessionHeld = always('no-session-held', (facts) => !asks.isSessionHeld(facts));
export const sessionHeld = always('session-held', asks.isSessionHeld);
export const timeGoesForward = need<Sent>(
  'time-goes-forward',
  (facts, { stamp }) => stamp.at >= facts.latestAt,
);
export const secondPairOfEyes = need<Sent>(
  'second-pair-of-eyes',
  ({ closed }, { stamp }) => stamp.actor === null || closed?.actor !== stamp.actor,
);

/** What nearly every step of a mediation needs first: time goes on, the file is open, the course has not ended. */
export const open = [timeGoesForward, fileOpen, courseOpen] as const;
