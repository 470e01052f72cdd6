import { parsePlainDate } from '@bureau/kernel';
import { z } from 'zod';
import { FILE_KINDS } from '../../domain/wall/wall';

export const fileKindSchema = z.enum(FILE_KINDS);
export const fileNumberSchema = z.string().trim().min(1).max(60);

export const breakGlassSchema = z.strictObject({
  kind: fileKindSchema,
  number: fileNumberSchema,
  reason: z.string().trim().min(1).max(2_000),
});

export const reviewSchema = z.strictObject({ finding: z.string().trim().min(1).max(2_000) });

export const momentSchema = z.strictObject({
  on: z
    .string()
    .refine((text) => parsePlainDate(text) !== null, 'must be a day that exists (YYYY-MM-DD)')
    .optional(),
});
