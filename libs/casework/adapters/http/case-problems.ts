import type { Language, Result } from '@bureau/kernel';
import { Problem } from '@bureau/platform';
import type { CaseProblem } from '../../application/case.answer';
import type { HandoverProblem } from '../../application/decide-handover.use-case';
import type { CaseRefusal } from '../../domain/case/case.refusal';

const problem = (
  status: number,
  code: string,
  language: Language,
  [titleNl, titleEn]: readonly [string, string],
  [nl, en]: readonly [string, string],
  more: object = {},
): Problem =>
  new Problem(status, {
    code,
    title: language === 'nl' ? titleNl : titleEn,
    detail: language === 'nl' ? nl : en,
    ...more,
  });

/** 404 also for what the caller may not know to exist: the two must not be told apart. */
export const unknownCase = (language: Language): Problem =>
  problem(
    404,
    'unknown-case',
    language,
    ['Onbekende zaak', 'Unknown case'],
    [
      'Er is geen zaak met dit nummer die u mag zien. Controleer het nummer.',
      'There is no case with this number that you may see. Check the number.',
    ],
  );

export const unknownHandover = (language: Language): Problem =>
  problem(
    404,
    'unknown-handover',
    language,
    ['Onbekende overdracht', 'Unknown hand-over'],
    [
      'Er is geen overdracht met dit kenmerk die u mag zien. Haal de lijst opnieuw op.',
      'There is no hand-over with this id that you may see. Fetch the list again.',
    ],
  );

export const badCursor = (): Problem =>
  new Problem(400, {
    code: 'malformed',
    title: 'This does not fit',
    detail: 'cursor: must be the `next` of an earlier page',
  });

export const notAColleague = (language: Language): Problem =>
  problem(
    422,
    'rule-broken',
    language,
    ['Dit kan nu niet', 'This cannot be done now'],
    [
      'Dit is geen collega van deze lijn met een werkend account. Kies een jurist, of voor lijn 1 ook een student.',
      'This is no colleague of this line with a working account. Choose a jurist, or for line 1 also a student.',
    ],
  );

function refused(refusal: CaseRefusal, language: Language): Problem {
  const why = refusal.reasons.map(({ words }) => words[language]).join(' ');
  return new Problem(refusal.about === 'state' ? 409 : 422, {
    code: refusal.about === 'state' ? 'event-not-allowed' : 'rule-broken',
    title: language === 'nl' ? 'Dit kan nu niet' : 'This cannot be done now',
    detail: why,
    event: refusal.type,
    why,
    reasons: refusal.reasons.map(({ code, words, basis }) => ({ code, ...words, basis })),
    allowed: refusal.allowed,
  });
}

export function caseProblem(found: CaseProblem, language: Language): Problem {
  switch (found.because) {
    case 'refused':
      return refused(found.refusal, language);
    case 'unknown':
      return unknownCase(language);
    case 'stale':
      return problem(
        409,
        'stale-revision',
        language,
        ['Iemand was u voor', 'Somebody was before you'],
        [
          `De zaak is inmiddels bij revisie ${found.revision}. Haal haar opnieuw op, kijk wat er is veranderd en probeer het dan opnieuw.`,
          `The case is at revision ${found.revision} by now. Fetch it again, see what has changed, then try again.`,
        ],
        { revision: found.revision },
      );
    case 'key-used-otherwise':
      return problem(
        422,
        'idempotency-key-reused',
        language,
        ['Sleutel al gebruikt', 'Key already used'],
        [
          'Deze Idempotency-Key hoort bij een ander bericht. Gebruik voor elk nieuw bericht een nieuwe sleutel.',
          'This Idempotency-Key belongs to another message. Use a new key for every new message.',
        ],
      );
    case 'busy':
      return problem(
        503,
        'busy',
        language,
        ['Even te druk', 'Too busy for a moment'],
        [
          'Er wordt op dit moment te veel aan deze zaak gewerkt; er is niets gewijzigd. Probeer het zo opnieuw.',
          'Too much is being done to this case right now; nothing was changed. Try again in a moment.',
        ],
      );
  }
}

export function handoverProblem(found: HandoverProblem, language: Language): Problem {
  if (found.because === 'unknown') return unknownHandover(language);
  if (found.because === 'no-such-request')
    return problem(
      422,
      'rule-broken',
      language,
      ['Onbekende aanvraag', 'Unknown request'],
      [
        'Er is geen mediationverzoek met dit nummer om de overdracht bij te voegen. Controleer het nummer.',
        'There is no mediation request with this number to add the hand-over to. Check the number.',
      ],
    );
  // What the advice file would allow now is the desk's own affair.
  if (found.because === 'refused') return refused({ ...found.refusal, allowed: [] }, language);
  if (found.because !== 'registration') return caseProblem(found, language);
  const { problem: registration } = found;
  if (registration.because !== 'refused') return caseProblem(registration, language);
  const { reasons } = registration.refusal;
  return new Problem(422, {
    code: 'rule-broken',
    title: language === 'nl' ? 'Dit kan nu niet' : 'This cannot be done now',
    detail: reasons.map(({ words }) => words[language]).join(' '),
    reasons: reasons.map(({ code, words, basis }) => ({ code, ...words, basis })),
  });
}

/** The value, or the problem that ends the call. */
export function orProblem<T, E>(result: Result<T, E>, inWords: (error: E) => Problem): T {
  if (!result.ok) throw inWords(result.error);
  return result.value;
}
