import { z } from 'zod';

const line = z.strictObject({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  attempts: z.int(),
  createdAt: z.string(),
  availableAt: z.string(),
  deliveredAt: z.string().nullable(),
  lastError: z.string().nullable(),
});

export const queueSchema = z
  .strictObject({
    queue: z.strictObject({ driver: z.string(), reachable: z.boolean(), why: z.string().optional() }),
    counts: z.strictObject({ due: z.int(), later: z.int(), failing: z.int() }),
    failing: z.array(line),
    waiting: z.array(line),
    delivered: z.array(line),
  })
  .meta({ id: 'Queue' });

export const retrySchema = z.strictObject({ id: z.string().min(1).max(300) }).meta({ id: 'Retry' });
