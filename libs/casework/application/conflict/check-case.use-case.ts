import { Injectable } from '@nestjs/common';
import { Walls } from '@bureau/access';
import type { FileFacts } from '../../domain/conflict/file.facts';
import type { FamilyRole } from '../../domain/conflict/person';
import type { Person } from '../../domain/people/person';
import { CaseStore } from '../case.store';
import { CheckForConflicts } from './check-for-conflicts.use-case';
import type { CheckOutcome } from './conflict.ports';

const PARENTS: readonly string[] = ['mother', 'father'] satisfies readonly FamilyRole[];

/** Checks a case against all others, at its registration and whenever somebody changes who is in it. */
@Injectable()
export class CheckCase {
  constructor(
    private readonly cases: CaseStore,
    private readonly check: CheckForConflicts,
    private readonly walls: Walls,
  ) {}

  /** The walls stand and the handler is on this side of them, unless another side was first: then 'hidden'. */
  async atRegistration(number: string, handler: string): Promise<CheckOutcome | 'hidden'> {
    const outcome = await this.again(number, handler);
    const file = { kind: 'case', number } as const;
    const entered = await this.walls.enter({ account: handler, file, capacity: 'handler', by: null });
    return entered === 'hidden' ? 'hidden' : outcome;
  }

  async again(number: string, actor: string): Promise<CheckOutcome> {
    const stored = await this.cases.load(number);
    if (!stored) return 'clear';
    const { callerRole, children } = stored.snapshot.facts;
    const facts = factsOf(await this.cases.people(number), callerRole, children);
    const { outcome } = await this.check.execute({ kind: 'case', number, facts, actor });
    return outcome;
  }
}

function factsOf(
  people: readonly Person[],
  callerRole: string,
  birthDates: readonly Person['birthDate'][],
): FileFacts {
  const named = people
    .filter(({ role }) => role === 'child')
    .map(({ birthDate, name }) => ({ birthDate, name }));
  const known = new Set(named.map(({ birthDate }) => birthDate));
  return {
    client: people.find(({ role }) => role === 'caller')?.key ?? null,
    people: people
      .filter(({ role }) => role !== 'child')
      .map(({ role, ...person }) => ({ ...person, role: familyRole(role, callerRole) })),
    children: [
      ...named,
      ...birthDates.filter((date) => !known.has(date)).map((birthDate) => ({ birthDate, name: null })),
    ],
  };
}

function familyRole(role: Person['role'], callerRole: string): FamilyRole {
  if (role === 'parent') return 'parent';
  if (role !== 'caller') return 'related';
  return PARENTS.includes(callerRole) ? (callerRole as FamilyRole) : 'related';
}
