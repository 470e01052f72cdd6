import type { RequestFacts } from './request.facts';

export interface Party {
  readonly person: string;
  readonly role: 'mediator' | 'curator' | 'interviewer';
}

/** The people of the pool who now have a role in a request, each once: for them it is an own request. */
export function partiesOf(facts: RequestFacts): Party[] {
  const mediators =
    facts.pair?.members.map(({ mediator }): Party => ({ person: mediator, role: 'mediator' })) ?? [];
  const curators = facts.curators
    .filter(({ step }) => step !== 'declined')
    .map(({ curator }): Party => ({ person: curator, role: 'curator' }));
  const interviewers = facts.interviews.map(({ interviewer }): Party => ({
    person: interviewer,
    role: 'interviewer',
  }));
  const byPerson = new Map(
    [...interviewers, ...curators, ...mediators].map((party) => [party.person, party]),
  );
  return [...byPerson.values()];
}
