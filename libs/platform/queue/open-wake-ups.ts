import type { Clock } from '@bureau/kernel';
import type { BullTimings } from './bull.server';
import { BullWakeUps } from './bull.wake-ups';
import { DirectWakeUps } from './direct.wake-ups';
import { PostgresServer } from './postgres.server';
import { RedisServer } from './redis.server';
import type { WakeUps } from './wake-ups.port';

const TIMINGS: BullTimings = { lockDuration: 30_000, stalledInterval: 15_000 };

/** The driver that QUEUE_URL asks for. Connects to nothing yet: a queue that is away must keep nobody from starting. */
export function openWakeUps(
  url: string | undefined,
  clock: Clock,
  timings: BullTimings = TIMINGS,
  queueName = 'bureau',
): WakeUps {
  if (!url) return new DirectWakeUps(clock);
  const server = /^rediss?:/i.test(url)
    ? new RedisServer(url, timings, queueName)
    : new PostgresServer(url, timings, queueName);
  return new BullWakeUps(server, clock);
}
