import { plainDateOf } from '@bureau/kernel';
import { MATCH_POLICY } from '../../../../config/conflict-policy';
import type { FileFacts } from './file.facts';
import { fileProfileOf, matchFiles, needsDecision } from './file.match';
import { explain } from './match.words';
import type { KnownPerson } from './person';

const person = (key: string, name: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  key,
  role: 'parent',
  name,
  otherNames: [],
  birthDate: null,
  phone: null,
  email: null,
  ...rest,
});
const child = (birthDate: string, name: string | null = null) => ({
  birthDate: plainDateOf(birthDate),
  name,
});
const file = (client: string | null, people: KnownPerson[], children = [child('2018-05-05')]): FileFacts => ({
  client,
  people,
  children,
});
const compared = (a: FileFacts, b: FileFacts) => matchFiles(fileProfileOf(a), fileProfileOf(b), MATCH_POLICY);

const hers = file('caller', [person('caller', 'Fatima el Amrani'), person('parent-2', 'Karim Zerouali')]);
const his = file('caller', [person('caller', 'Kareem Zeroali'), person('parent-2', 'فاطمة العمراني')]);

describe('two files of the advice desk', () => {
  it('of both parents are opposing', () => {
    expect(compared(hers, his).relation).toBe('opposing');
    expect(compared(his, hers).relation).toBe('opposing');
  });

  it('of one parent who came twice are no conflict', () => {
    const again = compared(hers, file('caller', [person('caller', 'Fatima Amrani')], []));
    expect(again.relation).toBe('same-client');
    expect(needsDecision(again)).toBe(false);
  });

  it('of a parent and a grandmother who names the other parent are a risk', () => {
    const grandmother = file('caller', [
      person('caller', 'Hafsa Saleh'),
      person('parent-1', 'Karim Zerouali'),
    ]);
    expect(compared(hers, grandmother).relation).toBe('risk');
  });

  it('without names are a risk when two children have the same birth dates', () => {
    const [one, other] = ['2018-05-05', '2020-09-30'].map((date) => child(date)) as [
      ReturnType<typeof child>,
      ReturnType<typeof child>,
    ];
    expect(compared(file('caller', [], [one, other]), file('caller', [], [other, one])).relation).toBe(
      'risk',
    );
    expect(compared(file('caller', [], [one]), file('caller', [], [one, other])).relation).toBe('unrelated');
  });

  it('with children of one birth date and one name are a risk, and of another name are not', () => {
    const yara = [child('2018-05-05', 'Yara')];
    expect(
      compared(file('caller', [], yara), file('caller', [], [child('2018-05-05', 'Jara Amrani')])).relation,
    ).toBe('risk');
    expect(
      compared(file('caller', [], yara), file('caller', [], [child('2018-05-05', 'Bram')])).relation,
    ).toBe('unrelated');
  });
});

it('a mediation request serves both parents: whoever advises one of them is at risk', () => {
  const request = file(null, [person('A', 'Fatima el Amrani'), person('B', 'Karim Zerouali')]);
  expect(compared(hers, request).relation).toBe('risk');
});

it('says why, in both languages', () => {
  const { nl, en } = explain(compared(hers, his));
  expect(nl).toContain('De cliënt van het ene dossier is de tegenpartij in het andere.');
  expect(nl).toContain('caller = parent-2: zelfde naam (+6), andere schrijfwijze van dezelfde naam');
  expect(en).toContain('child with the same birth date (+10)');
});
