import { type PlainDate, plainDateOf } from '@bureau/kernel';
import type { KnownPerson } from '../../../libs/casework/domain/conflict/person';
import { SeededChance } from '../seeded.chance';
import type { NamePool } from './name.pools';

/** Somebody of flesh and blood, before any desk wrote them down. */
export interface RealPerson {
  readonly id: number;
  readonly sex: 'woman' | 'man';
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** The surname of a partner, borne or not. */
  readonly partner: string;
  readonly birthDate: PlainDate;
  readonly mobile: string;
  readonly email: string;
}

export interface LabelledPair {
  readonly a: KnownPerson;
  readonly b: KnownPerson;
  readonly same: boolean;
  readonly kind: string;
}

const ofSex = (spelling: string, sex: 'woman' | 'man'): string => {
  const [woman = spelling, man = woman] = spelling.split('|');
  return sex === 'woman' ? woman : man;
};

const first = (spellings: readonly string[]): string => spellings[0] ?? '';
const pad = (n: number): string => String(n).padStart(2, '0');

/** Makes people and writes them down as desks do; the same seed makes the same people. */
export class People {
  private count = 0;
  constructor(
    private readonly chance: SeededChance,
    private readonly pools: readonly NamePool[],
  ) {}

  private often = (share: number): boolean => this.chance.next() < share;

  birthDate(): PlainDate {
    if (this.often(0.03)) return plainDateOf(`${1965 + this.chance.below(35)}-01-01`);
    return plainDateOf(
      `${1962 + this.chance.below(42)}-${pad(1 + this.chance.below(12))}-${pad(1 + this.chance.below(28))}`,
    );
  }

  private mobile = (): string => `6${10_000_000 + this.chance.below(89_999_999)}`;

  person(pool = this.chance.among(this.pools)): RealPerson {
    const sex = this.often(0.5) ? 'woman' : 'man';
    const id = (this.count += 1);
    return {
      id,
      sex,
      given: this.chance.among(sex === 'woman' ? pool.women : pool.men),
      family: this.chance.among(pool.families).map((spelling) => ofSex(spelling, sex)),
      partner: ofSex(first(this.chance.among(pool.families)), sex),
      birthDate: this.birthDate(),
      mobile: this.mobile(),
      email: `${this.chance.among(['mail', 'post', 'p', 'info'])}.${id}.${this.chance.below(9999)}@example.org`,
    };
  }

  /** As the passport has it. */
  onPassport(real: RealPerson): KnownPerson {
    return {
      key: `p${real.id}`,
      role: real.sex === 'woman' ? 'mother' : 'father',
      name: `${first(real.given)} ${first(real.family)}`,
      otherNames: [],
      birthDate: real.birthDate,
      phone: `+31${real.mobile}`,
      email: real.email,
    };
  }

  /** As another desk wrote it down, over the telephone, in a hurry; never so that nobody could tell who it is. */
  asHeard(real: RealPerson): KnownPerson {
    const spelling = this.chance.below(4);
    const pick = (row: readonly string[]): string => row[Math.min(spelling, row.length - 1)] ?? '';
    const someTypo = this.often(0.15);
    const given = this.often(0.75) ? pick(real.given) : this.chance.among(real.given);
    const family = this.often(0.75) ? pick(real.family) : this.chance.among(real.family);
    const typed = someTypo ? this.withTypo(family) : family;
    const isInitial = !someTypo && this.often(0.12);
    const maiden = !isInitial && this.often(0.15);
    const double = !maiden && this.often(0.15);
    const identified = isInitial || someTypo || maiden;
    const keepsBirthDate = identified || this.often(0.6);
    return {
      key: `q${real.id}`,
      role: this.often(0.2) ? 'parent' : real.sex === 'woman' ? 'mother' : 'father',
      name: this.ordered(
        isInitial ? `${given[0]}.` : given,
        this.surname(typed, real.partner, { maiden, double }),
      ),
      otherNames: maiden ? [typed] : [],
      birthDate: keepsBirthDate ? this.birthDateTyped(real.birthDate, identified) : null,
      phone: this.often(0.4) ? this.phoneWritten(real.mobile) : null,
      email: this.often(0.25) ? this.emailWritten(real.email) : null,
    };
  }

  private surname(own: string, partner: string, how: { maiden: boolean; double: boolean }): string {
    if (how.maiden) return partner;
    if (how.double) return this.often(0.5) ? `${own}-${partner}` : `${partner}-${own}`;
    return own;
  }

  private ordered(given: string, family: string): string {
    const form = this.chance.next();
    if (form < 0.12) return `${family}, ${given}`;
    if (form < 0.2) return `${family} ${given}`;
    if (form < 0.26) return `${given} ${family}`.toUpperCase();
    if (form < 0.3) return `Mw. ${given} ${family}`;
    return `${given} ${family}`;
  }

  /** One slip: a letter left out, doubled, exchanged with the next or hit beside. */
  withTypo(name: string): string {
    if (name.length < 5) return name;
    const at = 1 + this.chance.below(name.length - 2);
    const letter = name[at] ?? '';
    if (!/[a-z]/.test(letter)) return name;
    const slip = this.chance.below(4);
    if (slip === 0) return name.slice(0, at) + name.slice(at + 1);
    if (slip === 1) return name.slice(0, at) + letter + name.slice(at);
    if (slip === 2 && /[a-z]/.test(name[at + 1] ?? ''))
      return `${name.slice(0, at)}${name[at + 1]}${letter}${name.slice(at + 2)}`;
    return `${name.slice(0, at)}${this.chance.among([...'aeioumnrtsk'])}${name.slice(at + 1)}`;
  }

  /** When nothing else tells who it is, the date is right. */
  private birthDateTyped(date: PlainDate, mustBeRight: boolean): PlainDate {
    if (mustBeRight || this.often(0.85)) return date;
    const [year = '', month = '', day = ''] = date.split('-');
    if (Number(day) <= 12 && this.often(0.6)) return plainDateOf(`${year}-${day}-${month}`);
    return plainDateOf(`${Number(year) + this.chance.among([1, -1])}-${month}-${day}`);
  }

  private phoneWritten(mobile: string): string {
    return this.chance.among([
      `0${mobile}`,
      `06-${mobile.slice(1, 5)} ${mobile.slice(5)}`,
      `0031 ${mobile}`,
      `+31 (0)6 ${mobile.slice(1)}`,
    ]);
  }

  private emailWritten(email: string): string {
    return this.chance.among([email, email.toUpperCase(), email.replace(/\.(?=\d+@)/, ''), ` ${email}`]);
  }

  /** Somebody else, with much in common. */
  lookAlike(real: RealPerson): { readonly person: KnownPerson; readonly kind: string } {
    const pool = this.pools.find(({ families }) =>
      families.some((row) => first(row).startsWith(first(real.family))),
    );
    const other = this.person(pool);
    const stranger = { ...this.onPassport(other), role: this.onPassport(real).role };
    const real_ = this.onPassport(real);
    const differently = [
      ...(pool ?? this.chance.among(this.pools))[real.sex === 'woman' ? 'women' : 'men'],
    ].filter((row) => !row.some((spelling) => real.given.includes(spelling)));
    const otherGiven = first(this.chance.among(differently));
    switch (this.chance.below(6)) {
      case 0:
        return { kind: 'namesake', person: { ...stranger, name: real_.name } };
      case 1:
        return { kind: 'namesake, other spelling', person: { ...stranger, name: this.asHeardName(real) } };
      case 2:
        return {
          kind: 'same surname',
          person: { ...stranger, name: `${otherGiven} ${first(real.family)}`, phone: null },
        };
      case 3:
        return {
          kind: 'brother or sister, same telephone',
          person: { ...stranger, name: `${otherGiven} ${first(real.family)}`, phone: real_.phone },
        };
      case 4:
        return {
          kind: 'other parent, same telephone',
          person: {
            ...stranger,
            role: real.sex === 'woman' ? 'father' : 'mother',
            phone: real_.phone,
            name: this.onPassport(this.person(pool)).name,
          },
        };
      default:
        return {
          kind: 'same birthday',
          person: {
            ...stranger,
            name: `${otherGiven} ${first(this.person(pool).family)}`,
            birthDate: real.birthDate,
          },
        };
    }
  }

  private asHeardName = (real: RealPerson): string =>
    `${this.chance.among(real.given)} ${this.chance.among(real.family)}`;
}

/** One part in four is one person twice; of the rest, two in three have much in common. */
export function labelledPairs(
  pools: readonly NamePool[],
  seed: number,
  count: number,
): readonly LabelledPair[] {
  const chance = new SeededChance(seed);
  const people = new People(chance, pools);
  return Array.from({ length: count }, (_, index): LabelledPair => {
    const real = people.person();
    const a = people.onPassport(real);
    if (index % 4 === 0) return { a, b: people.asHeard(real), same: true, kind: 'same person' };
    if (index % 4 === 1) return { a, b: people.asHeard(people.person()), same: false, kind: 'stranger' };
    const { person, kind } = people.lookAlike(real);
    return { a, b: person, same: false, kind };
  });
}
