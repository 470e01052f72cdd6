import type { Words } from '@bureau/kernel';

/** One subject of the screening talk: asked apart, in the mediator's own words, answered with a band and never a score. */
export interface ScreeningSubject {
  readonly key: string;
  readonly ask: Words;
}

export interface ScreeningForm {
  readonly instrument: string;
  readonly version: number;
  readonly validFrom: string;
  readonly basis: string;
  readonly subjects: readonly ScreeningSubject[];
}

const subject = (key: string, nl: string, en: string): ScreeningSubject => ({ key, ask: { nl, en } });

/**
 * The bureau's own neutral form, by version. It names the subjects to talk about; it copies no protected
 * instrument. A bureau that uses MASIC, DOVE or FL-DOORS records that name in `instrument` instead.
 */
export const SCREENING_FORMS: readonly ScreeningForm[] = [
  {
    instrument: 'bureau',
    version: 1,
    validFrom: '2026-01-01',
    basis: 'HCCH Guide to Good Practice on Mediation, ch. 2, 4 and 10; annual report 2025 (aim for 2026)',
    subjects: [
      subject('fear', 'Is er angst voor de andere ouder?', 'Is there fear of the other parent?'),
      subject('pressure', 'Is er druk om mee te doen?', 'Is there pressure to take part?'),
      subject(
        'violence',
        'Is er nu of was er geweld of dwang?',
        'Is there, or was there, violence or coercion?',
      ),
      subject(
        'protection_orders',
        'Is er een verbod of maatregel van kracht?',
        'Is a protection order in force?',
      ),
      subject(
        'criminal_case',
        'Loopt er een strafzaak of aangifte?',
        'Is there a criminal case or complaint?',
      ),
      subject('weapons', 'Zijn er wapens in het spel?', 'Are weapons involved?'),
      subject(
        'child_safety',
        'Zijn er zorgen over de veiligheid van het kind?',
        "Is there concern for the child's safety?",
      ),
      subject('substance', 'Spelen alcohol of drugs een rol?', 'Do alcohol or drugs play a part?'),
      subject('mental_health', 'Zijn er psychische klachten die meewegen?', 'Does mental health weigh in?'),
      subject(
        'capacity',
        'Kan deze ouder voor zichzelf spreken en beslissen?',
        'Can this parent speak and decide freely?',
      ),
      subject(
        'dependence',
        'Afhankelijk van de ander voor geld of verblijf?',
        'Dependent on the other for money or stay?',
      ),
      subject('language', 'Is een tolk nodig?', 'Is an interpreter needed?'),
      subject('family_pressure', 'Is er druk vanuit de familie?', 'Is there pressure from the family?'),
      subject('readiness', 'Is deze ouder toe aan een gesprek?', 'Is this parent ready to talk?'),
      subject('setting', 'Welke opzet is voor deze ouder veilig?', 'Which setting is safe for this parent?'),
    ],
  },
];

/** The form in force on a day; the first one for days before any. */
export function screeningFormOn(day: string): ScreeningForm {
  const inForce = SCREENING_FORMS.filter((form) => form.validFrom <= day);
  const form = inForce.at(-1) ?? SCREENING_FORMS[0];
  if (!form) throw new Error('the bureau has no screening form');
  return form;
}
