import { plainDateOf } from '@bureau/kernel';
import { REQUIREMENTS } from '@bureau/mediation';
import type { Mediator } from './mediator';
import { pairRefusals, replacementRefusals } from './pair.rules';
import type { Profession } from './professions.catalogue';
import { STAGE_CODES, type Stage } from './stages.catalogue';

const aMediator = (profession: Profession, stage: Stage = 'full'): Mediator => ({
  mediator: `${profession}-${stage}`,
  name: 'Mediator',
  profession,
  languages: ['nl'],
  gender: 'f',
  stage,
  legalAidRegistered: true,
  maxOpen: 3,
  joinedOn: plainDateOf('2020-01-15'),
});

describe('a pair of mediators', () => {
  it('is one lawyer and one behavioural expert', () => {
    expect(pairRefusals([aMediator('legal'), aMediator('behavioural')])).toEqual([]);
    expect(pairRefusals([aMediator('legal'), aMediator('legal')])).toEqual(['pair-legal-and-behavioural']);
    expect(pairRefusals([aMediator('legal')])).toEqual(['pair-legal-and-behavioural']);
    const three = [aMediator('legal'), aMediator('behavioural'), aMediator('behavioural')];
    expect(pairRefusals(three)).toEqual(['pair-legal-and-behavioural']);
  });

  it('has at most one in the practice phase', () => {
    expect(pairRefusals([aMediator('legal', 'practice'), aMediator('behavioural')])).toEqual([]);
    expect(pairRefusals([aMediator('legal', 'practice'), aMediator('behavioural', 'practice')])).toEqual([
      'pair-has-full-member',
    ]);
  });

  it.each<Stage>(['applicant', 'training', 'on_leave', 'left'])('has nobody who is %s', (stage) => {
    expect(pairRefusals([aMediator('legal'), aMediator('behavioural', stage)])).toEqual([
      'pair-has-full-member',
    ]);
  });

  it('has nobody whom the pool does not know, and says what is wrong with the other', () => {
    expect(pairRefusals([aMediator('legal'), null])).toEqual(['pool-knows-mediators']);
    expect(pairRefusals([aMediator('legal', 'practice'), null])).toEqual(['pool-knows-mediators']);
    expect(pairRefusals([aMediator('legal', 'left'), null])).toEqual([
      'pool-knows-mediators',
      'pair-has-full-member',
    ]);
  });
});

describe('a replacement', () => {
  it('is of the same profession and known to the pool', () => {
    expect(replacementRefusals(aMediator('legal', 'left'), aMediator('legal'))).toEqual([]);
    expect(replacementRefusals(aMediator('legal'), aMediator('behavioural'))).toEqual(['same-profession']);
    expect(replacementRefusals(aMediator('legal'), null)).toEqual(['pool-knows-mediators']);
    expect(replacementRefusals(null, aMediator('legal'))).toEqual(['pool-knows-mediators']);
  });
});

it('is refused only in words that a request has', () => {
  const members = STAGE_CODES.flatMap((stage) => [
    aMediator('legal', stage),
    aMediator('behavioural', stage),
  ]);
  const codes = [null, ...members].flatMap((a) =>
    [null, ...members].flatMap((b) => [...pairRefusals([a, b]), ...replacementRefusals(a, b)]),
  );
  expect(Object.keys(REQUIREMENTS)).toEqual(expect.arrayContaining([...new Set(codes)]));
});
