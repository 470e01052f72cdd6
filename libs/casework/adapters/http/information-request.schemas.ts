import { plainDate, requestNumber } from '@bureau/mediation';
import { z } from 'zod';
import { CHANNEL_CODES } from '../../domain/vocabulary/channels.catalogue';

export const newSchema = z.strictObject({
  receivedOn: plainDate.optional(),
  asker: z
    .string()
    .regex(/^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'must be a code in lower case, like youth_care'),
  channel: z.enum(CHANNEL_CODES),
});
export const becameSchema = z.strictObject({ request: requestNumber });
const ID = /^\d{4}-\d{2}-\d{2}\|[a-z0-9_]{1,40}\|[a-z]{1,20}\|\d{1,6}$/;
export const informationId = z.string().regex(ID, 'must be the id of a question');
export const querySchema = z.strictObject({ year: z.string().regex(/^\d{4}$/, 'must be a year') });
