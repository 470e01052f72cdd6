import { acceptances, type Command, isUnknown } from '../logbook';
import type { Violation } from './promise';

/** One line of a history, as the database has it. */
export interface HistoryLine {
  readonly request: string;
  readonly position: number;
  readonly type: string;
  readonly actor: string | null;
}

const placeOf = (request: string, position: number): string => `${request} at ${position}`;

/** What was promised to callers against what stands in the histories: each way round. */
export function lostOrInvented(commands: readonly Command[], history: readonly HistoryLine[]): Violation[] {
  const lines = new Map(history.map((line) => [placeOf(line.request, line.position), line]));
  const claimed = new Set<string>();
  const violations: Violation[] = [];
  const violated = (what: string) => void violations.push({ promise: 'accepted', what });
  for (const command of commands)
    for (const { number, revision } of acceptances(command)) {
      const place = placeOf(number, revision);
      const line = lines.get(place);
      claimed.add(place);
      if (!line) violated(`${nameOf(command)} was accepted as ${place}, and the history has no such line`);
      else if (line.type !== command.type || line.actor !== command.actor)
        violated(
          `${nameOf(command)} was accepted as ${place}, where the history has ${line.type} of ${line.actor}`,
        );
    }
  const uncertain = commands.filter(isUnknown);
  for (const [place, line] of lines) {
    if (claimed.has(place)) continue;
    // Each answer that never came explains one line of the history, not two.
    const index = uncertain.findIndex((command) => explains(command, line));
    if (index >= 0) uncertain.splice(index, 1);
    else
      violated(
        `the history has ${line.type} of ${line.actor} as ${place}, which nobody was told was accepted`,
      );
  }
  return violations;
}

const explains = ({ type, actor, number }: Command, line: HistoryLine): boolean =>
  type === line.type && actor === line.actor && (number === null || number === line.request);

export const nameOf = ({ actor, key, type, number }: Command): string =>
  `${type} for ${number ?? 'a new request'} by ${actor} (key ${key ?? 'none'})`;
