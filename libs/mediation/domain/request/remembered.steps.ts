import type { LaterEvent, Stamped } from '../vocabulary/events';
import { type Machine, MachineSteps, type RequestState, type Standing } from './machine.steps';
import { GUARDS, recording, written } from './request.setup';

type Guard = (
  machine: { context: Standing['facts']; event: Stamped<LaterEvent> },
  params: unknown,
) => boolean;

/** What the machine did on its way, one after the other: it asked a guard, or had the event written down. */
type Deed = 'written' | { readonly guard: Guard; readonly params: unknown; readonly answer: boolean };

/** The ways that were gone from one state with one type of event: a tree that forks where a guard was asked. */
type Way =
  | { readonly guard: Guard; readonly params: unknown; yes: Way | null; no: Way | null }
  | { readonly guard: 'written'; then: Way | null }
  | { readonly guard: null; readonly value: RequestState };

/** Some thousands are all there are; a bound, because a process lives long. */
const MOST_WAYS = 20_000;

/**
 * The machine's step from memory. Where the machine goes follows from the state, the type of the event and the answers
 * of the guards it asks, in that order; so a way that it has gone once need not be worked out again: the guards are
 * asked anew, and only a new answer asks the machine. `verify` folds with the machine itself: a memory that were wrong
 * would come to light there.
 */
export class RememberedSteps {
  private readonly ways = new Map<string, Way>();
  private deeds: Deed[] = [];

  private readonly machine: MachineSteps;

  constructor(machine: Machine) {
    this.machine = new MachineSteps(telling(machine, (deed) => this.deeds.push(deed)));
  }

  /** Equal to `MachineSteps.next`, and throws as it does. */
  next(current: Standing, event: Stamped<LaterEvent>): Standing {
    const from = `${event.type} ${nameOf(current.value)}`;
    return gone(this.ways.get(from) ?? null, current.facts, event) ?? this.learnt(from, current, event);
  }

  private learnt(from: string, current: Standing, event: Stamped<LaterEvent>): Standing {
    this.deeds = [];
    const next = this.machine.next(current, event);
    if (this.ways.size >= MOST_WAYS) this.ways.clear();
    this.ways.set(from, grown(this.ways.get(from) ?? null, withoutRepeats(this.deeds), next.value));
    return next;
  }
}

const names = new WeakMap<object, string>();

/** Equal for equal values; requests that came the same way even hold the very same one. */
function nameOf(value: RequestState): string {
  if (typeof value !== 'object') return value;
  const name = names.get(value) ?? JSON.stringify(value);
  names.set(value, name);
  return name;
}

/** The same machine, but it tells what it does. */
const telling = (machine: Machine, tell: (deed: Deed) => void): Machine =>
  machine.provide({
    guards: Object.fromEntries(
      Object.entries(GUARDS as Readonly<Record<string, Guard>>).map(([name, guard]) => [
        name,
        (asked: Parameters<Guard>[0], params: unknown) => {
          const answer = guard(asked, params);
          tell({ guard, params, answer });
          return answer;
        },
      ]),
    ),
    actions: {
      record: recording((asked) => {
        tell('written');
        return written(asked);
      }),
    },
  });

/** Where a known way leads, or null where no such way was gone yet. */
function gone(start: Way | null, before: Standing['facts'], event: Stamped<LaterEvent>): Standing | null {
  let facts = before;
  for (let way = start; way;) {
    if (way.guard === null) return { value: way.value, facts };
    if (way.guard === 'written') {
      facts = { ...facts, ...written({ context: facts, event }) };
      way = way.then;
    } else way = way.guard({ context: facts, event }, way.params) ? way.yes : way.no;
  }
  return null;
}

/** The tree with one more way in it. */
function grown(way: Way | null, [deed, ...rest]: readonly Deed[], value: RequestState): Way {
  if (deed === undefined) return { guard: null, value };
  if (deed === 'written') {
    const then = way?.guard === 'written' ? way.then : null;
    return { guard: 'written', then: grown(then, rest, value) };
  }
  const { guard, params, answer } = deed;
  const fork = way && typeof way.guard === 'function' ? way : { guard, params, yes: null, no: null };
  return answer
    ? { ...fork, yes: grown(fork.yes, rest, value) }
    : { ...fork, no: grown(fork.no, rest, value) };
}

/** Until something is written down, a guard that is asked again says the same again. */
function withoutRepeats(deeds: readonly Deed[]): Deed[] {
  let asked: Exclude<Deed, 'written'>[] = [];
  return deeds.filter((deed) => {
    if (deed === 'written') {
      asked = [];
      return true;
    }
    const isRepeat = asked.some(({ guard, params }) => guard === deed.guard && params === deed.params);
    asked.push(deed);
    return !isRepeat;
  });
}
