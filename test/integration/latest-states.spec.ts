import { AdvanceRequest, RegisterRequest, type LaterEvent } from '@bureau/mediation';
import { Database } from '@bureau/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { anIkoRegistration } from '../support/request.builder';
import { describeBureau } from '../support/bureau.context';

const talk = (parent: 'A' | 'B'): LaterEvent => ({
  type: 'information_talk.held',
  parent,
  outcome: 'willing',
});
const documents: LaterEvent = { type: 'information.received', parent: 'A' };
const withdrawn: LaterEvent = { type: 'request.withdrawn', reason: 'the parents found a way of their own' };

describeBureau('a process that remembers how a request stood', ({ place, open }) => {
  let url: string;
  let here: INestApplicationContext;
  let elsewhere: INestApplicationContext;
  let number: string;

  const tell = (process: INestApplicationContext, event: LaterEvent, expectedRevision?: number) =>
    process
      .get(AdvanceRequest)
      .execute({ number, event, actor: 'anna', ...(expectedRevision && { expectedRevision }) });

  beforeAll(async () => {
    url = place();
    here = await open(url);
    elsewhere = await open(url);
  });

  beforeEach(async () => {
    const opened = await here.get(RegisterRequest).execute({ event: anIkoRegistration(), actor: 'anna' });
    if (!opened.ok) throw new Error('not registered');
    number = opened.value.number;
  });

  it('builds on what another process has written since', async () => {
    expect((await tell(elsewhere, talk('A'))).ok).toBe(true);
    expect(await tell(here, talk('B'))).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(await tell(elsewhere, documents)).toMatchObject({
      ok: true,
      value: { revision: 4 },
    });
  });

  it('refuses for what another process has made impossible', async () => {
    expect((await tell(elsewhere, withdrawn)).ok).toBe(true);
    expect(await tell(here, talk('A'))).toMatchObject({ ok: false, error: { because: 'refused' } });
  });

  it('does not refuse for what another process has made possible', async () => {
    expect(await tell(here, { type: 'request.closed' })).toMatchObject({ ok: false });
    expect((await tell(elsewhere, withdrawn)).ok).toBe(true);
    expect(await tell(here, { type: 'request.closed' })).toMatchObject({ ok: true });
  });

  it('takes the revision that another process gave out, and not the one it knew itself', async () => {
    expect((await tell(elsewhere, talk('A'))).ok).toBe(true);
    expect(await tell(here, talk('B'), 1)).toEqual({
      ok: false,
      error: { because: 'stale', revision: 2 },
    });
    expect((await tell(here, talk('B'), 2)).ok).toBe(true);
  });

  it('does not build on events that a restored backup has taken back', async () => {
    const database = here.get(Database);
    const [backup] = await database.read<{ snapshot: string; audit_hash: string; phase: string }>(
      'SELECT snapshot, audit_hash, phase FROM mediation_request WHERE number = ?',
      [number],
    );
    if (!backup) throw new Error('not stored');
    expect((await tell(here, talk('A'))).ok).toBe(true);
    // Another life of the same request: as many events, but other ones.
    await database.commit({
      writes: [
        { change: 'mediation_request', where: { number }, set: { ...backup, revision: 1 } },
        { remove: 'request_event', rows: [{ request: number, position: 2 }] },
        { remove: 'audit_entry', rows: [{ file: number, position: 2 }] },
      ],
    });
    expect((await tell(elsewhere, talk('B'))).ok).toBe(true);
    expect((await tell(here, documents)).ok).toBe(true);
    const types = await database.read('SELECT type FROM request_event WHERE request = ? ORDER BY position', [
      number,
    ]);
    expect(types).toEqual(
      ['request.registered', 'information_talk.held', 'information.received'].map((type) => ({ type })),
    );
    const [now] = await database.read<{ snapshot: string }>(
      'SELECT snapshot FROM mediation_request WHERE number = ?',
      [number],
    );
    const { facts } = JSON.parse(now?.snapshot ?? '') as {
      facts: { parents: Record<string, { talk: unknown }> };
    };
    expect([facts.parents['A']?.talk, facts.parents['B']?.talk]).toEqual([
      null,
      expect.objectContaining({ outcome: 'willing' }),
    ]);
  });
});
