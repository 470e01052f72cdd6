import { FixedClock, instantOf, millisOf } from '@bureau/kernel';
import { DirectWakeUps } from './direct.wake-ups';

const NOW = instantOf('2026-03-02T09:00:00Z');
const at = (seconds: number) => millisOf(NOW) + seconds * 1_000;

function aDirect(atOnce = 2) {
  const clock = new FixedClock(NOW);
  const direct = new DirectWakeUps(clock, atOnce);
  const woken: string[] = [];
  const ending: (() => void)[] = [];
  const wake = (id: string) => {
    woken.push(id);
    return new Promise<void>((end) => ending.push(end));
  };
  return { clock, direct, woken, wake, endAll: () => ending.splice(0).forEach((end) => end()) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('wakes what is due at once, a few at a time, each once', async () => {
  const { direct, woken, wake, endAll } = aDirect();
  await direct.listen(wake);
  const due = ['a', 'b', 'c'].map((id) => ({ id, tries: 0, at: at(-1) }));
  await direct.offer(due);
  await direct.offer(due);
  expect(woken).toEqual(['a', 'b']);
  endAll();
  await settled();
  expect(woken).toEqual(['a', 'b', 'c']);
  endAll();
  await direct.close();
});

it('keeps what was offered before anybody listened', async () => {
  const { direct, woken, wake, endAll } = aDirect();
  await direct.offer([{ id: 'a', tries: 0, at: at(0) }]);
  await direct.listen(wake);
  expect(woken).toEqual(['a']);
  endAll();
  await direct.close();
});

it('goes on when a handler fails', async () => {
  const { direct } = aDirect(1);
  const woken: string[] = [];
  await direct.listen(async (id) => {
    woken.push(id);
    throw new Error('no luck');
  });
  await direct.offer(['a', 'b'].map((id) => ({ id, tries: 0, at: at(0) })));
  await settled();
  expect(woken).toEqual(['a', 'b']);
  await direct.close();
});

it('waits, when it is closed, for what is under way and begins nothing more', async () => {
  const { direct, woken, wake, endAll } = aDirect(1);
  await direct.listen(wake);
  await direct.offer(['a', 'b'].map((id) => ({ id, tries: 0, at: at(0) })));
  let closed = false;
  const closing = direct.close().then(() => (closed = true));
  await settled();
  expect(closed).toBe(false);
  endAll();
  await closing;
  await direct.offer([{ id: 'c', tries: 0, at: at(0) }]);
  expect(woken).toEqual(['a']);
});

it('wakes nobody before the moment, and does not let a far one go off at once', async () => {
  jest.useFakeTimers();
  const { direct, woken, wake, endAll } = aDirect();
  await direct.listen(wake);
  await direct.offer([
    { id: 'soon', tries: 0, at: at(10) },
    { id: 'in forty days', tries: 0, at: at(40 * 86_400) },
  ]);
  jest.advanceTimersByTime(9_999);
  expect(woken).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(woken).toEqual(['soon']);
  endAll();
  jest.useRealTimers();
  await direct.close();
});

it('does not oversleep with a machine that slept: what is offered again when due is woken at once', async () => {
  const { clock, direct, woken, wake, endAll } = aDirect();
  await direct.listen(wake);
  const wakeUp = { id: 'a', tries: 0, at: at(3_600) };
  await direct.offer([wakeUp]);
  clock.set(instantOf('2026-03-02T10:00:00Z'));
  await direct.offer([wakeUp]);
  expect(woken).toEqual(['a']);
  endAll();
  await direct.close();
});
