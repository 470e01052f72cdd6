import { readFileSync } from 'node:fs';
import { VerifyRequests } from '@bureau/mediation';
import { faultsOfProblem } from '../support/bad.calls';
import { describeApi } from '../support/bureau.api';
import { type Json, mutated } from '../support/payload.mutations';
import { anIkoRegistration, steps } from '../support/request.builder';
import { SeededChance } from '../support/seeded.chance';
import { requestState, requestTally } from '../support/stored.state';

const SEED = 20260302;
const MUTATIONS = { sqlite: 2_000, postgres: 400 };

type Payload = { readonly type: string; readonly [field: string]: Json };

/** A valid payload of every type that the year 2025 knew, and of those that it did not. */
function validPayloads(): Payload[] {
  const lines = readFileSync('test/fixtures/2025/mediation-events.ndjson', 'utf8').trim().split('\n');
  const byType = new Map<string, Payload>();
  for (const line of lines) {
    const { at: _, request: __, ...payload } = JSON.parse(line) as Payload;
    byType.set(payload.type, payload);
  }
  const others: Payload[] = [
    { type: 'mediators.declined', mediator: 'm01', reason: 'full' },
    { type: 'mediators.replaced', mediator: 'm01', by: 'm03', reason: 'ill' },
    { type: 'curator.declined', curator: 'k1' },
    { type: 'child_interview.refused', parent: 'A' },
    { type: 'session.moved', no: 1, startsAt: '2026-03-20T09:30:00+01:00', reason: 'train' },
    { type: 'session.cancelled', no: 2, reason: 'ill' },
    { type: 'interim_contact.agreed', starting: '2026-03-20', how: 'video', supervised: true },
    { type: 'agreement.signature_withdrawn', parent: 'A' },
    { type: 'request.suspended', reason: 'visa' },
    { type: 'request.resumed', reason: 'visa' },
    { type: 'request.withdrawn', by: 'A', reason: 'reconciled' },
    { type: 'request.overtaken', reason: 'decided' },
    { type: 'deadline.overridden', deadline: 'funding', dueOn: '2026-03-19', reason: 'bank' },
    { type: 'request.reopened', reason: 'wrong code' },
    { type: 'court.dates_changed', fullChamberHearingOn: '2026-04-02', reason: 'judge' },
  ];
  for (const payload of others) byType.set(payload.type, payload);
  return [...byType.values()];
}

describeApi('anything that could be sent', (api, dialect) => {
  const count = MUTATIONS[dialect];

  it(`is taken whole or refused without a trace, ${count} times over (seed ${SEED})`, async () => {
    const anna = await api().as('anna');
    const chance = new SeededChance(SEED);
    const payloads = validPayloads();
    expect(payloads.length).toBeGreaterThanOrEqual(40);
    const open = async (): Promise<string> => {
      const number = await anna.opens(anIkoRegistration());
      await anna.tellAll(number, [
        steps.hearing,
        ...steps.talks,
        ...steps.screenings,
        ...steps.signatures,
        ...steps.pair,
        ...steps.funding,
        ...steps.intakes,
        { type: 'curator.asked', curator: 'k1', children: ['c1'] },
      ]);
      // So that no two of them want the same quarters of the same mediators.
      await anna.tell(number, { type: 'request.suspended', reason: 'start' });
      await anna.tell(number, { type: 'request.resumed', reason: 'start' });
      return number;
    };
    let number = await open();
    const outcomes: Record<string, number> = {};
    let before = await requestState(api().database);
    let tally = await requestTally(api().database);
    for (let turn = 0; turn < count; turn++) {
      const valid = chance.among(payloads);
      const payload = mutated(valid, chance);
      const answer =
        valid.type === 'request.registered'
          ? await anna.post('/api/mediation-requests', payload)
          : await anna.post(`/api/mediation-requests/${number}/events`, payload);
      outcomes[answer.status] = (outcomes[answer.status] ?? 0) + 1;
      const context = `turn ${turn}: ${JSON.stringify(payload)?.slice(0, 300)}`;
      if (answer.status >= 300) {
        expect({ context, faults: faultsOfProblem(answer) }).toEqual({ context, faults: [] });
        expect({ context, after: await requestTally(api().database) }).toEqual({ context, after: tally });
        // The whole content now and then: it costs more than the call itself.
        if (turn % 25 === 0) expect(await requestState(api().database)).toEqual(before);
      } else {
        // Taken: it may have ended the request, so that nothing more could be tried on it.
        const view = await anna.view<{ ended: object | null }>(number);
        if (view.ended !== null || chance.next() < 0.05) number = await open();
        before = await requestState(api().database);
        tally = await requestTally(api().database);
      }
    }
    // The generator must reach past the schema, or it proves nothing about what lies behind.
    expect(outcomes['400']).toBeGreaterThan(count * 0.4);
    expect(outcomes['409']).toBeGreaterThan(count * 0.02);
    expect(outcomes['422']).toBeGreaterThan(0);
    expect((outcomes['200'] ?? 0) + (outcomes['201'] ?? 0)).toBeGreaterThan(count * 0.01);
    expect((await api().app.get(VerifyRequests).execute()).failures).toEqual([]);
  }, 120_000);
});
