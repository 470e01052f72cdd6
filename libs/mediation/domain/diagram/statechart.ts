import type { Language, Words } from '@bureau/kernel';
import { EVENTS, REGISTERED } from '../request/events.catalogue';
import { requestMachine } from '../request/request.machine';
import type { RequestState } from '../request/request.engine';

interface ChartTransition {
  readonly eventType: string;
  readonly target?: readonly ChartNode[];
  readonly source: ChartNode;
}

interface ChartNode {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly meta?: unknown;
  readonly initial?: { readonly target?: readonly ChartNode[] };
  readonly always?: readonly ChartTransition[];
  readonly states: Record<string, ChartNode>;
  readonly transitions: ReadonlyMap<string, readonly ChartTransition[]>;
}

/** What one request adds to the chart: where it stands, and which states it has been in. */
export interface Walk {
  readonly now: RequestState;
  readonly visited: readonly RequestState[];
}

const nameOf = (node: ChartNode): string => node.path.join('_');
const labelOf = (node: ChartNode, language: Language): string =>
  ((node.meta as Words | undefined)?.[language] ?? node.key).replaceAll('"', "'");
const isChoice = (node: ChartNode): boolean => (node.always?.length ?? 0) > 0;

/**
 * The statechart as a Mermaid `stateDiagram-v2`, made from the machine itself: all tracks side by side, and for one
 * request its present states and its path in colour.
 */
export function statechart(language: Language, walk?: Walk): string {
  const root = requestMachine.root as unknown as ChartNode;
  const lines = ['stateDiagram-v2', '  direction LR'];
  for (const node of Object.values(root.states)) lines.push(...nodeLines(node, language, '  '));
  lines.push(`  [*] --> unregistered`);
  lines.push(...transitionLines(root, language, '  '));
  if (walk) lines.push(...walkLines(root, walk));
  return `${lines.join('\n')}\n`;
}

function nodeLines(node: ChartNode, language: Language, indent: string): string[] {
  const name = nameOf(node);
  const children = Object.values(node.states);
  if (isChoice(node)) return [`${indent}state ${name} <<choice>>`];
  // A track that only writes down has no states to show.
  if (children.length === 0 && node.key === 'register') return [];
  const label = `${indent}state "${labelOf(node, language)}" as ${name}`;
  if (children.length === 0) return [label];
  const inner = indent + '  ';
  const bodies = children
    .map((child) => [...nodeLines(child, language, inner), ...startLine(node, child, inner)])
    .filter((body) => body.length > 0);
  const apart = node.type === 'parallel' ? [`${inner}--`] : [];
  const body = bodies.flatMap((lines, index) => (index === 0 ? lines : [...apart, ...lines]));
  return [`${label} {`, ...body, ...transitionLines(node, language, inner), `${indent}}`];
}

const startLine = (node: ChartNode, child: ChartNode, indent: string): string[] =>
  node.initial?.target?.includes(child) ? [`${indent}[*] --> ${nameOf(child)}`] : [];

/** The arrows between the children of a node; an event that the node itself takes is drawn from each of them. */
function transitionLines(node: ChartNode, language: Language, indent: string): string[] {
  if (node.type === 'parallel') return [];
  const children = Object.values(node.states);
  const lines = children.flatMap((child) => [
    ...[...child.transitions.values()].flat().map((transition) => arrow(child, transition, language, indent)),
    ...(child.always ?? []).map((transition) => arrow(child, transition, language, indent)),
    ...(isChoice(child)
      ? []
      : [...node.transitions.values()].flat().map((t) => arrow(child, t, language, indent))),
  ]);
  return [...new Set(lines.filter((line) => line !== null))];
}

function arrow(
  from: ChartNode,
  { target, eventType }: ChartTransition,
  language: Language,
  indent: string,
): string | null {
  const [to] = target ?? [];
  if (!to || to === from) return null;
  return `${indent}${nameOf(from)} --> ${nameOf(to)}${eventType ? ` : ${eventLabel(eventType, language)}` : ''}`;
}

const eventLabel = (type: string, language: Language): string =>
  type === 'request.registered' ? REGISTERED[language] : EVENTS[type as keyof typeof EVENTS].label[language];

function walkLines(root: ChartNode, { now, visited }: Walk): string[] {
  const present = leavesOf(now);
  const past = [...new Set(visited.flatMap((value) => leavesOf(value)))].filter(
    (name) => !present.includes(name),
  );
  const known = new Set(leafNames(root));
  const colour = (names: readonly string[], style: string) =>
    names.filter((name) => known.has(name)).map((name) => `  class ${name} ${style}`);
  return [
    '  classDef now fill:#1d4f91,color:#ffffff,stroke:#12335e',
    '  classDef past fill:#dce8f7,color:#12335e,stroke:#7d9cc4',
    ...colour(past, 'past'),
    ...colour(present, 'now'),
  ];
}

const leafNames = (node: ChartNode): string[] => {
  const children = Object.values(node.states);
  return children.length === 0 ? [nameOf(node)] : children.flatMap(leafNames);
};

/** The names of the innermost states of a state value: `registered_parentA_way_signed`. */
function leavesOf(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return [[...path, value].join('_')];
  return Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, key]),
  );
}
