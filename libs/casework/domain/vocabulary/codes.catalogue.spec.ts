import { plainDateOf } from '@bureau/kernel';
import { isRoleOfType } from './callers.catalogue';
import { CASE_CODE_NAMES, codesOn, isCodeOfLine, isCodeValid } from './codes.catalogue';

const in2021 = plainDateOf('2021-06-01');
const in2025 = plainDateOf('2025-06-01');

describe('The codes of a case', () => {
  it('are on line 1 only the consent to a holiday, since third parties moved to line 2', () => {
    expect(codesOn(1, in2025)).toEqual(['holiday_consent']);
    expect(codesOn(1, in2021)).toHaveLength(12);
  });

  it('are on line 2 the fifteen of the report of 2025', () => {
    expect(codesOn(2, in2025)).toHaveLength(15);
    expect(codesOn(2, in2025)).not.toContain('refuting_threat');
    expect(codesOn(2, in2025)).toContain('abandonment');
  });

  it('are on line 2 the twelve of the report of 2021 on a day of that year', () => {
    expect(codesOn(2, in2021)).toHaveLength(12);
    expect(codesOn(2, in2021)).toEqual(
      expect.arrayContaining(['refuting_threat', 'abduction_within_kingdom']),
    );
  });

  it('change on the first of January after the old report', () => {
    expect(isCodeValid('refuting_threat', 2, plainDateOf('2021-12-31'))).toBe(true);
    expect(isCodeValid('refuting_threat', 2, plainDateOf('2022-01-01'))).toBe(false);
    expect(isCodeValid('custody_question', 2, plainDateOf('2021-12-31'))).toBe(false);
  });

  it('stay known to old registers when they are given to no new case', () => {
    expect(isCodeOfLine('prevention', 1)).toBe(true);
    expect(isCodeOfLine('holiday_consent', 2)).toBe(false);
    for (const code of CASE_CODE_NAMES) expect(isCodeOfLine(code, 1) || isCodeOfLine(code, 2)).toBe(true);
  });
});

describe('The role of a caller', () => {
  it('fits the type of caller', () => {
    expect(isRoleOfType('mother', 'parent')).toBe(true);
    expect(isRoleOfType('grandparent', 'parent')).toBe(false);
    expect(isRoleOfType('mother', 'professional')).toBe(false);
  });

  it('may be a profession that nobody has listed yet', () => {
    expect(isRoleOfType('general_practitioner', 'professional')).toBe(true);
    expect(isRoleOfType('A B', 'professional')).toBe(false);
    expect(isRoleOfType('neighbour', 'family')).toBe(false);
  });
});
