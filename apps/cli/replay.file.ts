import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Instant } from '@bureau/kernel';
import {
  eventSchema,
  instant,
  registrationSchema,
  requestNumber,
  words,
  type BadLine,
  type ReplayLine,
} from '@bureau/mediation';
import { z } from 'zod';

const envelopeSchema = z.looseObject({
  at: instant,
  request: requestNumber,
  type: z.string(),
  actor: words(100).optional(),
});

/** No honest line is longer; a file without line ends must not fill the memory. */
const LONGEST_LINE = 1_000_000;

/** Every line of a replay file: the readable ones, and each bad one with its number and what is wrong with it. */
export async function readReplayFile(path: string): Promise<{ lines: ReplayLine[]; bad: BadLine[] }> {
  const lines: ReplayLine[] = [];
  const bad: BadLine[] = [];
  let number = 0;
  const reader = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const text of reader) {
    number++;
    if (text.trim() === '') continue;
    const read = readLine(text, number);
    if ('why' in read) bad.push(read);
    else lines.push(read);
  }
  return { lines, bad };
}

function readLine(text: string, line: number): ReplayLine | BadLine {
  const failed = (why: string, request = ''): BadLine => ({ line, request, why });
  if (text.length > LONGEST_LINE) return failed('the line is longer than any event can be');
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return failed('it is not a whole JSON object (is the file cut off?)');
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return failed(inWords(envelope.error));
  const { at, request, actor, ...event } = envelope.data;
  const schema = event.type === 'request.registered' ? registrationSchema : eventSchema;
  const parsed = schema.safeParse(event);
  if (!parsed.success) return failed(`${event.type.slice(0, 60)}: ${inWords(parsed.error)}`, request);
  return { line, at: at as Instant, request, actor: actor ?? null, event: parsed.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const inWords = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
