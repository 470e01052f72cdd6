import type { Language, Words } from '@bureau/kernel';
import { requestMachine } from './request.machine';
import type { RequestState } from './machine.steps';

export interface TrackState {
  /** The state's place in the chart, like `parentA.way`. */
  readonly track: string;
  readonly label: string;
  readonly state: string;
  readonly stateLabel: string;
}

interface ChartNode {
  readonly meta?: unknown;
  readonly states: Record<string, ChartNode>;
}

const labelOf = (node: ChartNode | undefined, key: string, language: Language): string =>
  (node?.meta as Words | undefined)?.[language] ?? key;

/** Where each track of a request stands, in words. */
export function tracksOf(value: RequestState, language: Language): TrackState[] {
  const registered = (value as { readonly registered?: unknown }).registered;
  return statesUnder(registered, requestMachine.root.states.registered, [], [], language);
}

function statesUnder(
  value: unknown,
  node: ChartNode | undefined,
  path: readonly string[],
  labels: readonly string[],
  language: Language,
): TrackState[] {
  if (typeof value === 'string')
    return [
      {
        track: path.join('.'),
        // "Parent A: Way": a label alone would be the same for both parents.
        label: labels.join(': '),
        state: value,
        stateLabel: labelOf(node?.states[value], value, language),
      },
    ];
  return Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, inner]) => {
    const child = node?.states[key];
    return statesUnder(inner, child, [...path, key], [...labels, labelOf(child, key, language)], language);
  });
}
