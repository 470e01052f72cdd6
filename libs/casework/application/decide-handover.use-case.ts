import { Injectable } from '@nestjs/common';
import { no, type Result } from '@bureau/kernel';
import { type EventOf, RegisterRequest, type RegisterProblem, RequestStore } from '@bureau/mediation';
import { digestOf } from '@bureau/platform';
import type { LaterCaseEvent, Stamp } from '../domain/case/case.events';
import type { Handover } from '../domain/handover/handover';
import { AdvanceCase } from './advance-case.use-case';
import type { CaseAnswer, CaseProblem } from './case.answer';
import { Handovers } from './handovers.port';

export type HandoverStep =
  | { readonly step: 'ask-back'; readonly reason: string }
  | { readonly step: 'answer'; readonly reason: string }
  | { readonly step: 'refuse'; readonly reason: string }
  | { readonly step: 'withdraw'; readonly reason: string }
  | { readonly step: 'accept'; readonly request: string }
  | { readonly step: 'accept'; readonly registration: EventOf<'request.registered'> };

export type HandoverProblem =
  | CaseProblem
  | { readonly because: 'no-such-request' }
  | { readonly because: 'registration'; readonly problem: RegisterProblem };

const NEXT = {
  'ask-back': 'asked_back',
  answer: 'offered',
  refuse: 'refused',
  withdraw: 'withdrawn',
  accept: 'accepted',
} as const satisfies Record<HandoverStep['step'], Handover['state']>;

/** What becomes of a hand-over: the bureau accepts, asks back or refuses, the jurist answers or withdraws. */
@Injectable()
export class DecideHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly advance: AdvanceCase,
    private readonly requests: RequestStore,
    private readonly register: RegisterRequest,
  ) {}

  /** The hand-over, its case and, when it becomes one, the request agree when the promise resolves. */
  async execute(id: string, step: HandoverStep, actor: string): Promise<Result<CaseAnswer, HandoverProblem>> {
    const handover = await this.handovers.find(id);
    if (!handover) return no({ because: 'unknown' });
    if (step.step !== 'accept') return this.take(id, step, null, actor);
    const request = await this.requestFor(handover, step, actor);
    return request.ok ? this.take(id, step, request.value, actor) : request;
  }

  private async requestFor(
    { id, state }: Handover,
    step: Extract<HandoverStep, { step: 'accept' }>,
    actor: string,
  ): Promise<Result<string, HandoverProblem>> {
    if ('request' in step)
      return (await this.requests.load(step.request))
        ? { ok: true, value: step.request }
        : no({ because: 'no-such-request' });
    // Decided already: the case will say so, and no request must come of it first.
    if (state !== 'offered' && state !== 'asked_back') return { ok: true, value: '' };
    // The key is the hand-over's: accepted twice, or again after a broken line, it becomes one request.
    const idempotency = { key: `handover-${id}`, bodyHash: digestOf(JSON.stringify(step.registration)) };
    const registered = await this.register.execute({ event: step.registration, actor, idempotency });
    return registered.ok
      ? { ok: true, value: registered.value.number }
      : no({ because: 'registration', problem: registered.error });
  }

  private async take(id: string, step: HandoverStep, request: string | null, actor: string) {
    const known = await this.handovers.find(id);
    if (!known) return no({ because: 'unknown' } as const);
    return this.advance.execute({
      number: known.caseNumber,
      actor,
      what: async (_, stamp) => {
        const now = (await this.handovers.find(id)) ?? known;
        return {
          event: eventOf(id, step, request),
          alongside: { handover: { change: changed(now, step, request, stamp), from: now.revision } },
        };
      },
    });
  }
}

function eventOf(handover: string, { step }: HandoverStep, request: string | null): LaterCaseEvent {
  switch (step) {
    case 'accept':
      return { type: 'handover.accepted', handover, request: request ?? '' };
    case 'ask-back':
      return { type: 'handover.asked_back', handover };
    case 'answer':
      return { type: 'handover.answered', handover };
    case 'refuse':
      return { type: 'handover.refused', handover };
    case 'withdraw':
      return { type: 'handover.withdrawn', handover };
  }
}

function changed(
  handover: Handover,
  step: HandoverStep,
  request: string | null,
  { at, actor }: Stamp,
): Handover {
  const isDecision = step.step === 'accept' || step.step === 'refuse';
  return {
    ...handover,
    state: NEXT[step.step],
    request: request ?? handover.request,
    reason: 'reason' in step ? step.reason : handover.reason,
    ...(isDecision && { decidedAt: at, decidedBy: actor }),
    revision: handover.revision + 1,
  };
}
