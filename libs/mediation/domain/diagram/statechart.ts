import type { Language, Words } from '@bureau/kernel';
import { EVENTS, REGISTERED } from '../events/events.catalogue';
import { requestMachine } from '../request/request.machine';
import type { RequestState } from '../request/machine.steps';

interface ChartTransition {
  readonly eventType: string;
  readonly target?: readonly ChartNode[];
}

interface ChartNode {
  readonly key: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly meta?: unknown;
  readonly initial?: { readonly target?: readonly ChartNode[] };
  readonly always?: readonly ChartTransition[];
  readonly states: Record<string, ChartNode>;
  readonly transitions: ReadonlyMap<string, readonly ChartTransition[]>;
}

/** One track of the chart: the states of which exactly one holds at any moment. */
interface Track {
  readonly label: string;
  readonly node: ChartNode;
}

/** What one request adds to the chart: where it stands, and which states it has been in. */
export interface Walk {
  readonly now: RequestState;
  readonly visited: readonly RequestState[];
}

const nameOf = (node: ChartNode): string => node.path.slice(1).join('_');
const labelOf = (node: ChartNode, language: Language): string =>
  ((node.meta as Words | undefined)?.[language] ?? node.key).replaceAll('"', "'");
const isChoice = (node: ChartNode): boolean => (node.always?.length ?? 0) > 0;

const TEXTS = {
  nl: { looksAgain: 'kijkt opnieuw bij' },
  en: { looksAgain: 'looks again at' },
} as const satisfies Record<Language, unknown>;

/**
 * The statechart as a Mermaid `stateDiagram-v2`, made from the machine itself: the tracks below each other, each in
 * one state at any moment. For one request its present states and its path are in colour.
 */
export function statechart(language: Language, walk?: Walk): string {
  const registered = requestMachine.root.states.registered as unknown as ChartNode;
  const tracks = tracksUnder(registered, '', language);
  const lines = [
    'stateDiagram-v2',
    '  direction LR',
    ...tracks.flatMap((track) => trackLines(track, language)),
  ];
  const first = tracks[0];
  if (first) lines.push(`  [*] --> ${nameOf(first.node)} : ${REGISTERED[language]}`);
  if (walk) lines.push(...walkLines(tracks, walk));
  return `${lines.join('\n')}\n`;
}

function tracksUnder(node: ChartNode, prefix: string, language: Language): Track[] {
  return Object.values(node.states).flatMap((child) => {
    const label = prefix ? `${prefix}: ${labelOf(child, language)}` : labelOf(child, language);
    if (child.type === 'parallel') return tracksUnder(child, label, language);
    // A track that only writes down has no states to show.
    return Object.keys(child.states).length > 0 ? [{ label, node: child }] : [];
  });
}

function trackLines({ label, node }: Track, language: Language): string[] {
  const states = Object.values(node.states);
  const start = node.initial?.target?.[0];
  const body = [
    'direction LR',
    ...states.map((state) => declaration(state, language)),
    ...(start ? [`[*] --> ${nameOf(start)}`] : []),
    ...states.flatMap((state) => arrowsFrom(state, language)),
    ...lookingAgain(node, states, language),
  ];
  return [
    `  state "${label}" as ${nameOf(node)} {`,
    ...[...new Set(body)].map((line) => `    ${line}`),
    '  }',
  ];
}

const declaration = (state: ChartNode, language: Language): string =>
  isChoice(state)
    ? `state ${nameOf(state)} <<choice>>`
    : `state "${labelOf(state, language)}" as ${nameOf(state)}`;

function arrowsFrom(from: ChartNode, language: Language): string[] {
  const byEvent = [...from.transitions.values()].flat().flatMap(({ target, eventType }) => {
    const [to] = target ?? [];
    return to && to !== from
      ? [`${nameOf(from)} --> ${nameOf(to)} : ${eventLabel(eventType, language)}`]
      : [];
  });
  const byChoice = (from.always ?? []).flatMap(({ target }) => {
    const [to] = target ?? [];
    return to ? [`${nameOf(from)} --> ${nameOf(to)}`] : [];
  });
  return [...byEvent, ...byChoice];
}

/**
 * Events that a track takes in whatever state it is: arrows from its first state, and a note where it weighs again.
 * An arrow from every state would hide the rest.
 */
function lookingAgain(track: ChartNode, states: readonly ChartNode[], language: Language): string[] {
  const [first] = states.filter((state) => !isChoice(state));
  if (!first) return [];
  const all = [...track.transitions.values()].flat();
  const weighed = all
    .filter(({ target }) => target?.some(isChoice))
    .map(({ eventType }) => eventLabel(eventType, language));
  const direct = all.flatMap(({ target, eventType }) =>
    (target ?? [])
      .filter((to) => !isChoice(to) && to !== first)
      .map((to) => `${nameOf(first)} --> ${nameOf(to)} : ${eventLabel(eventType, language)}`),
  );
  if (weighed.length === 0) return direct;
  const note = `note right of ${nameOf(first)} : ${TEXTS[language].looksAgain} ${[...new Set(weighed)].join(', ')}`;
  return [...direct, note];
}

const eventLabel = (type: string, language: Language): string =>
  EVENTS[type as keyof typeof EVENTS].label[language];

function walkLines(tracks: readonly Track[], { now, visited }: Walk): string[] {
  const present = leavesOf(now);
  const past = [...new Set(visited.flatMap((value) => leavesOf(value)))].filter(
    (name) => !present.includes(name),
  );
  const known = new Set(tracks.flatMap(({ node }) => Object.values(node.states).map(nameOf)));
  const colour = (names: readonly string[], style: string) =>
    names.filter((name) => known.has(name)).map((name) => `  class ${name} ${style}`);
  return [
    '  classDef now fill:#1d4f91,color:#ffffff,stroke:#12335e',
    '  classDef past fill:#dce8f7,color:#12335e,stroke:#7d9cc4',
    ...colour(past, 'past'),
    ...colour(present, 'now'),
  ];
}

/** The names of the innermost states of a registered request: `parentA_way_signed`. */
function leavesOf(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return [[...path.slice(1), value].join('_')];
  return Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, key]),
  );
}
