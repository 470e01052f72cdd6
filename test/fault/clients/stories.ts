import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, daysBetween, parsePlainDate, type PlainDate, plainDateOf } from '@bureau/kernel';
import { aNikoRegistration, steps } from '../../support/request.builder';
import type { SeededChance } from '../../support/seeded.chance';

export interface Story {
  readonly registration: { readonly type: string };
  readonly later: readonly { readonly type: string }[];
}

const YEAR = join(__dirname, '../../fixtures/2025/mediation-events.ndjson');
const DATE = /\d{4}-\d{2}-\d{2}/g;
/** The person behind the account of the mediator who looks around during the storm. */
export const LOOKING_MEDIATOR = 'm-mia';
const SHARE_OF_LOOKING_MEDIATOR = 0.3;

interface Told {
  readonly on: PlainDate;
  readonly lines: readonly string[];
}

/** The requests of 2025 as the register has them: legal from registration to closure. */
export function storiesOf2025(): readonly Told[] {
  const lines = new Map<string, { on: PlainDate; lines: string[] }>();
  for (const line of readFileSync(YEAR, 'utf8').trimEnd().split('\n')) {
    const { at, request, ...event } = JSON.parse(line) as { readonly at: string; readonly request: string };
    const story = lines.get(request) ?? { on: plainDateOf(at.slice(0, 10)), lines: [] };
    story.lines.push(JSON.stringify(event));
    lines.set(request, story);
  }
  return [...lines.values()];
}

/** One of them as if it had been registered today, with mediators of its own. */
export function storyOfToday(
  told: readonly Told[],
  chance: SeededChance,
  today: PlainDate,
  copy: string,
): Story {
  const { on, lines } = chance.among(told);
  const days = daysBetween(on, today);
  const looking = chance.next() < SHARE_OF_LOOKING_MEDIATOR;
  const [registration, ...later] = lines.map((line) => {
    const moved = line.replaceAll(DATE, (date) => moveBy(date, days));
    const ours = moved.replaceAll(/"m(\d\d)"/g, (_, no: string) =>
      looking && Number(no) % 3 === 0 ? `"${LOOKING_MEDIATOR}"` : `"m${no}-${copy}"`,
    );
    return JSON.parse(ours) as { readonly type: string };
  });
  if (!registration) throw new Error('a story without a registration');
  return { registration, later };
}

const moveBy = (text: string, days: number): string => {
  const date = parsePlainDate(text);
  return date ? addDays(date, days) : text;
};

/** A case that comes as far as planning sessions with this pair; the plan itself is the last event. */
export function storyUpToPlan(pair: readonly [string, string], today: PlainDate): Story {
  const days = daysBetween(plainDateOf('2026-03-17'), today);
  const later = [
    ...steps.talks,
    ...steps.screenings,
    ...steps.signatures,
    ...steps.pair,
    ...steps.funding,
    ...steps.papers,
    ...steps.intakes,
    steps.plan,
  ];
  const text = JSON.stringify({ registration: aNikoRegistration(), later })
    .replaceAll('"m01"', `"${pair[0]}"`)
    .replaceAll('"m02"', `"${pair[1]}"`)
    .replaceAll(/2026-03-\d{2}/g, (date) => moveBy(date, days));
  return JSON.parse(text) as Story;
}
