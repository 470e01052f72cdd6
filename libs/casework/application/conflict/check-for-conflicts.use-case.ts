import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FileName, Walls } from '@bureau/access';
import { Clock } from '@bureau/kernel';
import { keysOfChildren, keysOfPerson } from '../../domain/conflict/blocking.keys';
import type { FileFacts } from '../../domain/conflict/file.facts';
import { type FileProfile, fileProfileOf, matchFiles, needsDecision } from '../../domain/conflict/file.match';
import type { MatchPolicy } from '../../domain/conflict/match.policy';
import { explain } from '../../domain/conflict/match.words';
import {
  type CheckCandidate,
  type CheckOutcome,
  type ConflictCheck,
  ConflictChecks,
  FamilyIndex,
} from './conflict.ports';

/** What the bureau decides for itself, brought by the app. */
export abstract class ConflictRules {
  abstract readonly policy: MatchPolicy;
}

/** Under this name the children of a file stand in the index. */
export const CHILDREN = 'children';

export interface CheckInput {
  readonly kind: FileName['kind'];
  /** Null before registration: then nothing is remembered but the check. */
  readonly number: string | null;
  readonly facts: FileFacts;
  readonly actor: string;
}

/**
 * Looks for files of the same family before anybody reads anything. Of a registered file the walls to every possible
 * conflict stand when the promise resolves; a decision takes them down again, or confirms them.
 */
@Injectable()
export class CheckForConflicts {
  constructor(
    private readonly index: FamilyIndex,
    private readonly checks: ConflictChecks,
    private readonly walls: Walls,
    private readonly rules: ConflictRules,
    private readonly clock: Clock,
  ) {}

  async execute({ kind, number, facts, actor }: CheckInput): Promise<ConflictCheck> {
    const file = number === null ? null : { kind, number };
    const profile = fileProfileOf(facts);
    const keys = keysOf(profile);
    // Into the index first: of two files of one family that come at the same moment, one at least finds the other.
    if (file) await this.index.put({ file, facts }, keys);
    const found = await this.matches(profile, [...new Set([...keys.values()].flat())], file);
    const candidates = file ? await this.walledOff(found, file, actor) : found;
    const outcome = outcomeOf(candidates);
    const check: ConflictCheck = {
      id: randomUUID(),
      file,
      kind,
      checkedAt: this.clock.now(),
      checkedBy: actor,
      policyVersion: this.rules.policy.version,
      outcome,
      candidates,
      isOpen: candidates.some(({ state }) => state === 'suspected'),
    };
    await this.checks.keep(check);
    return check;
  }

  private async matches(
    profile: FileProfile,
    keys: readonly string[],
    file: FileName | null,
  ): Promise<readonly CheckCandidate[]> {
    const candidates = await this.index.candidates(keys, file);
    return candidates.flatMap((candidate): CheckCandidate[] => {
      const match = matchFiles(profile, fileProfileOf(candidate.facts), this.rules.policy);
      if (match.relation === 'unrelated') return [];
      const { relation, bits } = match;
      return [{ file: candidate.file, relation, bits, why: explain(match), wall: null, state: null }];
    });
  }

  /** A wall to each possible conflict, up at once. */
  private async walledOff(
    found: readonly CheckCandidate[],
    file: FileName,
    by: string,
  ): Promise<readonly CheckCandidate[]> {
    const walled: CheckCandidate[] = [];
    for (const candidate of found) {
      if (!needsDecision(candidate)) walled.push(candidate);
      else {
        const files = [file, candidate.file] as const;
        const at = this.clock.now();
        const wall = await this.walls.raise({
          id: randomUUID(),
          basis: 'check',
          state: 'suspected',
          files,
          by,
          at,
        });
        walled.push({ ...candidate, wall: wall.id, state: wall.state });
      }
    }
    return walled;
  }
}

function keysOf({ facts, people }: FileProfile): ReadonlyMap<string, readonly string[]> {
  const children = keysOfChildren(facts.children);
  return new Map([
    ...people.map((person) => [person.key, keysOfPerson(person)] as const),
    ...(children.length > 0 ? [[CHILDREN, children] as const] : []),
  ]);
}

function outcomeOf(candidates: readonly CheckCandidate[]): CheckOutcome {
  if (candidates.some((candidate) => needsDecision(candidate) && candidate.state !== 'lifted'))
    return 'possible';
  return candidates.length > 0 ? 'same-client' : 'clear';
}
