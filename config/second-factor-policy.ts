import type { Role, SecondFactorRules } from '@bureau/access';

const optional = (nl: string, en: string) => ({ rule: 'optional', basis: { nl, en } }) as const;

/**
 * Who must log in with a second factor. All may and nobody must until the bureau says so: the first start has no
 * telephone at hand. SECOND_FACTOR_FOR makes it a must without a change here.
 */
export const SECOND_FACTOR: SecondFactorRules = {
  coordinator: optional(
    'AVG art. 32: ziet elke zaak; aangeraden zodra er echte zaken zijn',
    'GDPR art. 32: sees every case; advised as soon as there are real cases',
  ),
  mediator: optional(
    'AVG art. 32: leest over kinderen en geweld, vaak buiten kantoor; aangeraden',
    'GDPR art. 32: reads about children and violence, often away from the office; advised',
  ),
  jurist: optional(
    'AVG art. 32: leest adviesdossiers; aangeraden',
    'GDPR art. 32: reads advice files; advised',
  ),
  student: optional(
    'AVG art. 32: leest adviesdossiers; aangeraden',
    'GDPR art. 32: reads advice files; advised',
  ),
  curator: optional('AVG art. 32: ziet alleen de eigen data', 'GDPR art. 32: sees only the own dates'),
  director: optional('AVG art. 32: ziet alleen aantallen', 'GDPR art. 32: sees counts only'),
  planner: optional(
    'AVG art. 32: beslist over muren tussen dossiers; aangeraden',
    'GDPR art. 32: decides about walls between files; advised',
  ),
  admin: optional(
    'NEN 7513: wie de toegang beheert en het logboek leest, meldt zich met twee factoren; aangeraden vanaf de eerste dag',
    'NEN 7513: who manages access and reads the log, logs in with two factors; advised from the first day',
  ),
};

/** The rules of the house, with these roles added to those that must. */
export function secondFactorRules(required: readonly Role[]): SecondFactorRules {
  const asked = required.map(
    (role) => [role, { ...SECOND_FACTOR[role], rule: 'required' as const }] as const,
  );
  return { ...SECOND_FACTOR, ...Object.fromEntries(asked) };
}
