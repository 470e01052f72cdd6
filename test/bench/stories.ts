import { join } from 'node:path';
import type { Instant } from '@bureau/kernel';
import type { EventOf, LaterEvent, RequestEvent } from '@bureau/mediation';
import { readReplayFile } from '../../apps/cli/replay.file';

export interface Moment<E> {
  readonly at: Instant;
  readonly event: E;
}

/** One request of the bureau's year 2025, from its registration to its closure. */
export interface Story {
  readonly registration: Moment<EventOf<'request.registered'>>;
  readonly later: readonly Moment<LaterEvent>[];
}

const FIXTURE = join(__dirname, '../fixtures/2025/mediation-events.ndjson');

/** All the requests of 2025: some closed after a few steps, some after forty. */
export async function readStories(): Promise<Story[]> {
  const { lines, bad } = await readReplayFile(FIXTURE);
  if (bad.length > 0) throw new Error(`${FIXTURE} has bad lines, the first: ${JSON.stringify(bad[0])}`);
  const byRequest = new Map<string, Moment<RequestEvent>[]>();
  for (const { request, at, event } of lines) {
    const moments = byRequest.get(request) ?? [];
    moments.push({ at, event });
    byRequest.set(request, moments);
  }
  return [...byRequest.values()].map(([first, ...later]) => {
    if (!first || first.event.type !== 'request.registered')
      throw new Error(`${FIXTURE} begins a request without registering it`);
    return {
      registration: { at: first.at, event: first.event },
      later: later as Moment<LaterEvent>[],
    };
  });
}

/** The same year once more, with other mediators: nobody can be booked twice for the same hour. */
export const copyOf = (stories: readonly Story[], copy: number): Story[] =>
  JSON.parse(JSON.stringify(stories).replace(/"m(\d\d)"/g, `"m$1-${copy}"`)) as Story[];
