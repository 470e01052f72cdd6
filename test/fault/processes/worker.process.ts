import { loadConfig } from '@bureau/config';
import { work } from '../../../apps/worker/worker';
import { StormClock } from '../storm.clock';
import { startsOnOrder } from './start';

/** The program's own worker; only its clock is the storm's. */
startsOnOrder(async ({ env, clock }) => {
  await work(loadConfig(env), { clock: new StormClock(clock) });
  return 0;
});
