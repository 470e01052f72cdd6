import { z } from 'zod';

/** The year a report is asked for. */
export const annualYear = z
  .string()
  .regex(/^(19|[2-9]\d)\d{2}$/, 'must be a year of four digits, from 1900')
  .transform(Number);
