import { createActor, initialTransition, type SnapshotFrom } from 'xstate';
import type { LaterEvent, Stamped } from '../vocabulary/events';
import type { RequestFacts } from './request.facts';
import type { requestMachine } from './request.machine';
import type { Registration } from './request.setup';

export type Machine = typeof requestMachine;
type MachineSnapshot = SnapshotFrom<Machine>;
export type RequestState = MachineSnapshot['value'];

/** Where a request stands, and what is known of it. */
export interface Standing {
  readonly value: RequestState;
  readonly facts: RequestFacts;
}

const MOST_KNOWN = 1000;
const nothing = (): void => undefined;

/** The steps of a machine, taken by XState. */
export class MachineSteps {
  /** Each value that requests are in, as the machine's own snapshot: finding its nodes takes as long as a whole step. */
  private readonly known = new Map<string, MachineSnapshot>();
  private readonly scope: Parameters<Machine['transition']>[2];

  constructor(private readonly machine: Machine) {
    // This machine starts no actors and orders no effects, so one scope serves every step; XState's own `transition()`
    // makes an actor and its first state anew at every call.
    const actor = createActor(machine);
    this.scope = {
      self: actor,
      system: actor.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: nothing,
    };
  }

  /** The request after its registration. */
  first(registration: Registration): Standing {
    const [unregistered] = initialTransition(this.machine);
    return this.taken(unregistered, registration);
  }

  /** The request after a later event. Throws when the machine does not take the event where the request stands. */
  next(current: Standing, event: Stamped<LaterEvent>): Standing {
    return this.taken(this.restored(current), event);
  }

  private restored({ value, facts }: Standing): MachineSnapshot {
    const name = JSON.stringify(value);
    let standing = this.known.get(name);
    if (!standing) {
      standing = this.machine.resolveState({ value, context: facts });
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(name, standing);
    }
    return { ...standing, context: facts };
  }

  private taken(snapshot: MachineSnapshot, event: Stamped<LaterEvent> | Registration): Standing {
    const next = this.machine.transition(snapshot, event, this.scope);
    if (next === snapshot)
      throw new Error(`the machine does not take ${event.type} in request ${snapshot.context.number}`);
    return { value: next.value, facts: next.context };
  }
}
