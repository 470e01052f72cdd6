import { acceptances, type Command, type Duel, isAccepted } from '../logbook';
import { nameOf } from './accepted';
import type { Violation } from './promise';

/** A kept answer, as the database has it. */
export interface KeptKey {
  readonly actor: string;
  readonly key: string;
  readonly answer: string;
}

/** Whether one key ever meant two changes or got two answers, and whether two won what only one can have. */
export function appliedTwice(
  commands: readonly Command[],
  kept: readonly KeptKey[],
  duels: readonly Duel[],
): Violation[] {
  const violations: Violation[] = [];
  const violated = (what: string) => void violations.push({ promise: 'once', what });
  const owners = new Map<string, Command>();
  const answers = new Map(kept.map(({ actor, key, answer }) => [`${actor} ${key}`, answer]));
  for (const command of commands) {
    const places = new Set(acceptances(command).map(({ number, revision }) => `${number} at ${revision}`));
    if (places.size > 1) violated(`${nameOf(command)} was accepted as ${[...places].join(' and as ')}`);
    const refusal = command.attempts.find(({ status }) => status === 409 || status === 422);
    if (places.size > 0 && refusal)
      violated(
        `${nameOf(command)} was accepted, and refused (${refusal.status} ${refusal.code}) with the same key`,
      );
    for (const place of places) {
      const owner = owners.get(place);
      if (owner) violated(`${nameOf(command)} and ${nameOf(owner)} were both accepted as ${place}`);
      owners.set(place, command);
    }
    if (command.key === null) continue;
    const answer = answers.get(`${command.actor} ${command.key}`);
    const isKept = answer !== undefined && places.has(placeIn(answer));
    if (places.size > 0 && !isKept) violated(`the answer to ${nameOf(command)} was not kept as it was given`);
    if (places.size === 0 && answer !== undefined)
      violated(`${nameOf(command)} was never accepted, and its key holds ${placeIn(answer)}`);
  }
  for (const { pair, commands: duellists } of duels) {
    const winners = duellists.filter(({ attempts }) => attempts.some(isAccepted));
    if (winners.length > 1)
      violated(`${pair} were booked for the same hours by ${winners.map(nameOf).join(' and by ')}`);
  }
  return violations;
}

function placeIn(answer: string): string {
  const { number, revision } = JSON.parse(answer) as { readonly number: string; readonly revision: number };
  return `${number} at ${revision}`;
}
