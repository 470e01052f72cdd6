import { REGIMES } from '@bureau/calendar';
import {
  chaseOf,
  DEADLINES,
  EVENTS,
  PHASES,
  REQUIREMENTS,
  type DeadlineKind,
  type DeadlineRule,
} from '@bureau/mediation';

/** The vocabulary and the deadlines of a request as one page, made from the catalogues. */
export function eventsDocument(): string {
  const events = Object.entries(EVENTS).map(
    ([type, { label, needs }]) =>
      `| \`${type}\` | ${label.en} | ${[...new Set(needs.map(({ code }) => code))].map((code) => `\`${code}\``).join(', ')} |`,
  );
  const deadlines = Object.entries(DEADLINES as Record<string, DeadlineRule>).map(([kind, rule]) => {
    const counts = rule.counts.map(
      ({ from, length, unit, direction, only }) =>
        `${from} ${direction === 'forward' ? '+' : '−'} ${length} ${unit.replace('_', ' ')}${only ? ` (${only})` : ''}`,
    );
    return `| \`${kind}\` | ${rule.label.en} | ${counts.join('; else ')} | ${rule.metBy} | ${rule.clock} | ${REGIMES[rule.regime].label.en} | ${rule.basis.en} | ${chaseInWords(kind as DeadlineKind)} |`;
  });
  const requirements = Object.entries(REQUIREMENTS).map(
    ([code, { about, words, basis }]) => `| \`${code}\` | ${about} | ${words.en} | ${basis} |`,
  );
  return [
    '# Events, needs and deadlines of a mediation request',
    '',
    'Generated from the catalogues in `libs/mediation/domain`; do not edit.',
    '',
    `Phases in order: ${Object.values(PHASES)
      .map(({ label }) => label.en)
      .join(' → ')}.`,
    '',
    '## Events',
    '',
    '| event | name | needs |',
    '|---|---|---|',
    ...events,
    '',
    '## Deadlines',
    '',
    '| deadline | name | counted | met by | clock | regime | basis | reminded of | passed on |',
    '|---|---|---|---|---|---|---|---|---|',
    ...deadlines,
    '',
    '## Needs, in the words that a coordinator reads',
    '',
    '| need | about | words | basis |',
    '|---|---|---|---|',
    ...requirements,
    '',
  ].join('\n');
}

/** When is reminded of it, and when it is passed on to the senior coordinator. */
function chaseInWords(kind: DeadlineKind): string {
  const { remindsBefore, escalatesAfter } = chaseOf(kind);
  const before = remindsBefore === 0 ? 'on the day' : `${workingDays(remindsBefore ?? 0)} before`;
  const after = escalatesAfter === null ? 'never' : `${workingDays(escalatesAfter)} after`;
  return `${remindsBefore === null ? 'never' : before} | ${after}`;
}

const workingDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;
