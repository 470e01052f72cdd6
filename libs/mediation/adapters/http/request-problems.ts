import type { Language } from '@bureau/kernel';
import { Problem } from '@bureau/platform';
import type { AdvanceProblem } from '../../application/advance-request.use-case';
import type { Refusal } from '../../domain/request/request.refusal';

/** For whom a problem is put into words. */
export interface Caller {
  readonly language: Language;
  readonly maySend: (type: string) => boolean;
}

/** 404 also for what the caller may not know to exist: the two must not be told apart. */
export const unknownRequest = (language: Language): Problem =>
  new Problem(404, {
    code: 'unknown-request',
    title: language === 'nl' ? 'Onbekende aanvraag' : 'Unknown request',
    detail:
      language === 'nl'
        ? 'Er is geen aanvraag met dit nummer die u mag zien. Controleer het nummer.'
        : 'There is no request with this number that you may see. Check the number.',
  });

/** What a refused event is told; `allowed` names only what this caller may send. */
export function refused(refusal: Refusal, { language, maySend }: Caller): Problem {
  const why = refusal.reasons.map(({ words }) => words[language]).join(' ');
  return new Problem(refusal.about === 'state' ? 409 : 422, {
    code: refusal.about === 'state' ? 'event-not-allowed' : 'rule-broken',
    title: language === 'nl' ? 'Dit kan nu niet' : 'This cannot be done now',
    detail: why,
    event: refusal.type,
    why,
    reasons: refusal.reasons.map(({ code, words, basis }) => ({ code, ...words, basis })),
    allowed: refusal.allowed.filter(maySend),
  });
}

export function problemOf(problem: AdvanceProblem, caller: Caller): Problem {
  const { language } = caller;
  switch (problem.because) {
    case 'refused':
      return refused(problem.refusal, caller);
    case 'unknown':
      return unknownRequest(language);
    case 'stale':
      return new Problem(409, {
        code: 'stale-revision',
        title: language === 'nl' ? 'Iemand was u voor' : 'Somebody was before you',
        detail:
          language === 'nl'
            ? `De aanvraag is inmiddels bij revisie ${problem.revision}. Haal haar opnieuw op, kijk wat er is veranderd en probeer het dan opnieuw.`
            : `The request is at revision ${problem.revision} by now. Fetch it again, see what has changed, then try again.`,
        revision: problem.revision,
      });
    case 'key-used-otherwise':
      return new Problem(422, {
        code: 'idempotency-key-reused',
        title: language === 'nl' ? 'Sleutel al gebruikt' : 'Key already used',
        detail:
          language === 'nl'
            ? 'Deze Idempotency-Key hoort bij een ander bericht. Gebruik voor elk nieuw bericht een nieuwe sleutel.'
            : 'This Idempotency-Key belongs to another message. Use a new key for every new message.',
      });
    case 'busy':
      return new Problem(503, {
        code: 'busy',
        title: language === 'nl' ? 'Even te druk' : 'Too busy for a moment',
        detail:
          language === 'nl'
            ? 'Er wordt op dit moment te veel aan deze aanvraag gewerkt; er is niets gewijzigd. Probeer het zo opnieuw.'
            : 'Too much is being done to this request right now; nothing was changed. Try again in a moment.',
      });
  }
}
