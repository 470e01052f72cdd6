import { matchChildren } from './child.comparison';
import { type Evidence, totalBits } from './evidence.catalogue';
import type { FileFacts } from './file.facts';
import type { MatchPolicy } from './match.policy';
import { matchPersons, type PersonProfile, profileOf } from './person.match';

/**
 * What two files are to each other. `opposing`: the client of one is the other side of the other. `risk`: one family,
 * and not one client, so that interests may come to oppose. `same-client`: one person came twice.
 */
export type FileRelation = 'opposing' | 'risk' | 'same-client' | 'unrelated';

/** Two people, one of each file, who are possibly one. */
export interface PersonPair {
  readonly left: string;
  readonly right: string;
  readonly bits: number;
  readonly evidence: readonly Evidence[];
}

export interface FileMatch {
  readonly relation: FileRelation;
  readonly bits: number;
  readonly pairs: readonly PersonPair[];
  readonly children: readonly Evidence[];
}

/** A file made ready for comparing with many. */
export interface FileProfile {
  readonly facts: FileFacts;
  readonly people: readonly PersonProfile[];
}

export const fileProfileOf = (facts: FileFacts): FileProfile => ({
  facts,
  people: facts.people.map(profileOf),
});

/** The people of two files who are possibly one person, the surest first, nobody twice. */
function samePeople(left: FileProfile, right: FileProfile, from: number): readonly PersonPair[] {
  const possible = left.people
    .flatMap((a) =>
      right.people.map((b): PersonPair => ({ left: a.key, right: b.key, ...matchPersons(a, b) })),
    )
    .filter(({ bits }) => bits >= from)
    .toSorted((x, y) => y.bits - x.bits);
  return possible.filter((pair, rank) => {
    const surer = possible.slice(0, rank);
    return !surer.some(({ left: a, right: b }) => a === pair.left || b === pair.right);
  });
}

function relationOf(left: FileFacts, right: FileFacts, pairs: readonly PersonPair[]): FileRelation {
  const isClient = (facts: FileFacts, key: string): boolean => facts.client === key;
  const sides = pairs.map((pair) => [isClient(left, pair.left), isClient(right, pair.right)] as const);
  if (sides.some(([a, b]) => a && b)) return 'same-client';
  const bothServeSomebody = left.client !== null && right.client !== null;
  if (bothServeSomebody && sides.some(([a, b]) => a !== b)) return 'opposing';
  return 'risk';
}

/** What two files are to each other, and everything that speaks for it. Neither file is asked first. */
export function matchFiles(left: FileProfile, right: FileProfile, policy: MatchPolicy): FileMatch {
  const pairs = samePeople(left, right, policy.samePersonFrom);
  const children = matchChildren(left.facts.children, right.facts.children);
  const bits = totalBits(children) + pairs.reduce((sum, pair) => sum + pair.bits, 0);
  const isOneFamily = pairs.length > 0 || totalBits(children) >= policy.sameChildrenFrom;
  const relation = isOneFamily ? relationOf(left.facts, right.facts, pairs) : 'unrelated';
  return { relation, bits, pairs, children };
}

/** Whether somebody has to decide before anybody reads on. */
export const needsDecision = ({ relation }: Pick<FileMatch, 'relation'>): boolean =>
  relation === 'opposing' || relation === 'risk';
