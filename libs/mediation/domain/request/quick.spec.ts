import { readFileSync } from 'node:fs';
import { DUTCH_CALENDAR, localDate } from '@bureau/calendar';
import { instantOf } from '@bureau/kernel';
import { advance, open, refold, type RequestSnapshot } from './request.engine';
import { REQUEST_POLICY } from '@bureau/config';

it('replays', () => {
  const lines = readFileSync('test/fixtures/2025/mediation-events.ndjson', 'utf8').trim().split('\n').map((l) => JSON.parse(l));
  const run = (log: boolean) => {
    const reqs = new Map<string, RequestSnapshot>();
    const phases = new Map<string, string[]>();
    for (const { at, request, ...event } of lines) {
      const stamp = { at: instantOf(at), on: localDate(instantOf(at), 'Europe/Amsterdam'), actor: null };
      const cur = reqs.get(request);
      const r = cur ? advance(cur, event, stamp, DUTCH_CALENDAR) : open(request, event, stamp, REQUEST_POLICY, DUTCH_CALENDAR);
      if (!r.ok) { if (log) console.log(request, event, JSON.stringify(r.error, null, 1)); continue; }
      reqs.set(request, r.value.next);
      const p = phases.get(request) ?? []; phases.set(request, p); if (p.at(-1) !== r.value.phase) p.push(r.value.phase);
      if (log && request === 'MB-2025-006') console.log(event.type, r.value.phase, r.value.changes.map((c) => `${c.change} ${c.deadline.kind} ${c.from ?? ''} ${c.deadline.dueOn}`));
    }
    if (log) console.log([...phases.values()].slice(0,12).map((p) => p.join('>')).join('\n'), JSON.stringify(reqs.get('MB-2025-006')));
  };
  run(true);
  for (let i = 0; i < 5; i++) { const t = performance.now(); run(false); console.log((performance.now() - t) / lines.length * 1000, 'us per event'); }
});
