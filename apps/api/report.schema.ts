import { z } from 'zod';

/** The year a report is asked for. */
export const annualYear = z.coerce.number().int().min(1900).max(9999);
