import { plainDateOf } from '@bureau/kernel';
import { MATCH_POLICY } from '../../../../config/conflict-policy';
import type { KnownPerson } from './person';
import { matchPersons, profileOf } from './person.match';

const somebody = (name: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  key: 'caller',
  role: 'parent',
  name,
  otherNames: [],
  birthDate: null,
  phone: null,
  email: null,
  ...rest,
});
const match = (a: KnownPerson, b: KnownPerson) => matchPersons(profileOf(a), profileOf(b));
const isOne = (a: KnownPerson, b: KnownPerson): boolean => match(a, b).bits >= MATCH_POLICY.samePersonFrom;
const born = (date: string): Partial<KnownPerson> => ({ birthDate: plainDateOf(date) });

describe('one person, written down twice', () => {
  it.each([
    ['in another script', 'Fatima el-Amrani', 'فاطمة العمراني'],
    ['in another script, with a particle less', 'Abderrahman Bouzid', 'عبد الرحمن بوزيد'],
    ['in Cyrillic', 'Joelia Sjtsjerbakova', 'Юлия Щербакова'],
    ['in Greek', 'Georgios Papadopoulos', 'Γιώργος Παπαδόπουλος'],
    ['with the ending of her husband', 'Jelena Volkova', 'Elena Volkov'],
    ['without the Polish letters', 'Łukasz Żółkiewski', 'Lukasz Zolkiewski'],
    ['with a particle left out', 'Johanna van den Berg', 'Johanna Berg'],
    ['with a particle grown on', 'Johanna van den Berg', 'Johanna Vandenberg'],
    ['surname first', 'Johanna van den Berg', 'Berg, van den, Johanna'],
    ['with the name of her husband before her own', 'Sanne Hoekstra', 'Sanne Meijer-Hoekstra'],
    ['by one of two Spanish surnames', 'José Núñez Ortega', 'Jose Nunez'],
    ['by a pet name', 'Cornelis Hoekstra', 'Kees Hoekstra'],
  ])('%s', (_how, one, other) => {
    expect(isOne(somebody(one), somebody(other))).toBe(true);
  });

  it('under her maiden name', () => {
    expect(isOne(somebody('Sanne Hoekstra'), somebody('Sanne Meijer', { otherNames: ['Hoekstra'] }))).toBe(
      true,
    );
  });

  it('under a name nobody told, by the birth date', () => {
    const date = born('1988-03-05');
    expect(isOne(somebody('Femke Hoekstra', date), somebody('Femke Postma', date))).toBe(true);
  });

  it('with day and month exchanged', () => {
    const [a, b] = [born('1988-03-05'), born('1988-05-03')];
    expect(isOne(somebody('J. Hoekstra', a), somebody('Jan Hoekstra', b))).toBe(true);
  });

  it('by a telephone number in any form', () => {
    const [a, b] = [{ phone: '06-1234 5678' }, { phone: '+31 (0)6 12345678' }];
    expect(isOne(somebody('Postma', a), somebody('S. Postma', b))).toBe(true);
    expect(match(somebody('Postma', { phone: '0031612345678' }), somebody('', b)).bits).toBe(12);
  });
});

describe('two people who look like one', () => {
  it.each([
    [
      'namesakes of another age',
      somebody('Jan de Vries', born('1970-01-05')),
      somebody('Jan de Vries', born('1991-11-20')),
    ],
    ['brother and sister', somebody('Karim Zerouali'), somebody('Nadia Zerouali')],
    ['twins', somebody('Daan Hoekstra', born('1990-04-04')), somebody('Wouter Hoekstra', born('1990-04-04'))],
    [
      'strangers of one birth date',
      somebody('Daan Hoekstra', born('1990-04-04')),
      somebody('Piet Postma', born('1990-04-04')),
    ],
    ['people of one given name', somebody('Mohammed Bouzid'), somebody('Mohamed Haddad')],
  ])('%s', (_who, one, other) => {
    expect(isOne(one, other)).toBe(false);
  });

  it('both parents with one telephone between them', () => {
    const phone = '0612345678';
    const mother = somebody('Sanne Hoekstra', { role: 'mother', phone });
    expect(isOne(mother, somebody('Piet Postma', { role: 'father', phone }))).toBe(false);
  });
});

it('the order of the two makes no difference', () => {
  const [a, b] = [
    somebody('J.H. van der Berg-Jansen', born('1980-02-02')),
    somebody('Johanna Jansen', born('1980-02-02')),
  ];
  expect(match(a, b).bits).toBe(match(b, a).bits);
});

it('nobody is anybody without a name, a date, a telephone or an address', () => {
  expect(match(somebody(''), somebody('Jan de Vries')).bits).toBe(0);
  expect(match(somebody(', . -'), somebody('!!')).bits).toBe(0);
});
