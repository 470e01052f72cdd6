import type { AddressInfo } from 'node:net';
import { loadConfig } from '@bureau/config';
import { createApi } from '../../../apps/api/api';
import { StormClock } from '../storm.clock';
import { startsOnOrder } from './start';

/** The program's own HTTP door on a port of its own; only its clock is the storm's. */
startsOnOrder(async ({ env, clock }) => {
  const app = await createApi(loadConfig(env), {
    clock: new StormClock(clock),
    logLevels: ['warn', 'error', 'fatal'],
  });
  await app.listen(0, '127.0.0.1');
  return (app.getHttpServer().address() as AddressInfo).port;
});
