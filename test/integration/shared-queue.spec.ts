import { markOf, migrate, openDatabase, openWakeUps, type WakeUps } from '@bureau/platform';
import { SystemClock } from '@bureau/kernel';
import { queueNameOf } from '../../libs/platform/queue/bull.server';
import { WHOLE_SCHEMA } from '../support/bureau.context';
import { describeOnEachDatabase } from '../support/databases';
import { until } from '../support/queue.desk';
import { describeOnEachQueue } from '../support/queue.places';

describeOnEachDatabase(
  'the mark of a bureau',
  (open, { place }) => {
    it('is the same for every process on its database, and another for every other bureau', async () => {
      const url = place();
      const here = await open({ url });
      const again = await openDatabase({ url, ...WHOLE_SCHEMA });
      await migrate(again);
      const elsewhere = await open();
      const [one, other] = await Promise.all([markOf(again), markOf(here)]);
      expect(one).toBe(other);
      expect(one).toMatch(/^[0-9a-f]{12}$/);
      expect(await markOf(elsewhere)).not.toBe(await markOf(here));
      await again.close();
    });
  },
  WHOLE_SCHEMA,
);

describeOnEachQueue('two bureaus on one queue server', (place) => {
  const opened: WakeUps[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
  const bureau = (mark: string): WakeUps => {
    const wakeUps = openWakeUps(place().url, new SystemClock(), undefined, queueNameOf(mark));
    opened.push(wakeUps);
    return wakeUps;
  };

  it('never take each other’s wake-ups', async () => {
    const [hague, ghent] = [bureau('a1'), bureau('b2')];
    const heard: string[] = [];
    await ghent.listen(async (id) => void heard.push(`ghent ${id}`));
    await hague.offer([{ id: 'one', tries: 0, at: 0 }]);
    await ghent.offer([{ id: 'two', tries: 0, at: 0 }]);
    await until(() => heard.length > 0);
    await hague.listen(async (id) => void heard.push(`hague ${id}`));
    await until(() => heard.length > 1);
    expect(heard).toEqual(['ghent two', 'hague one']);
  });
});
