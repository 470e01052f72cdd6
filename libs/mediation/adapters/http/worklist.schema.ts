import { z } from 'zod';
import { requestNumber, words } from '../wire/values.schema';
import { PHASES, type Phase } from '../../domain/request/phase.rules';
import type { WorklistPlace } from '../../application/worklist.query';

const phases = Object.keys(PHASES) as [Phase, ...Phase[]];

/** What can be asked of the worklist; everything is optional. Without an id: a query under one is left out of openapi.json. */
export const worklistQuerySchema = z.strictObject({
  role: z.enum(['coordinator', 'mediator', 'curator']).optional(),
  phase: z.enum(phases).optional(),
  assignee: words(60).optional(),
  due: z.enum(['overdue', 'today', 'week'], 'must be overdue, today or week').optional(),
  q: words(60).optional(),
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
});

const placeSchema = z.tuple([z.int(), requestNumber]);

export const cursorOf = ({ dueAt, number }: WorklistPlace): string =>
  Buffer.from(JSON.stringify([dueAt, number])).toString('base64url');

/** The place a cursor stands for; null when it is none of ours. */
export function placeFrom(cursor: string): WorklistPlace | null {
  try {
    const place = placeSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? { dueAt: place.data[0], number: place.data[1] } : null;
  } catch {
    return null;
  }
}
