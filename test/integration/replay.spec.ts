import type { INestApplicationContext } from '@nestjs/common';
import { VerifyRequests } from '@bureau/mediation';
import { Database } from '@bureau/platform';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { linesOf2025, replayFile, replayText, YEAR_2025 } from '../support/replay.bench';
import { requestState, rowCounts } from '../support/stored.state';

/** The first lines of the year: two requests, MB-2025-002 up to the papers of both parents. */
const FILE = linesOf2025().slice(1, 18);
/** Where the first of those papers stands; nothing after it needs it. */
const VICTIM = 16;
const LAST = 17;

const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const fileWith = (line: number, text: string): string =>
  textOf(FILE.map((given, index) => (index === line - 1 ? text : given)));
const victimWith = (change: object): string =>
  fileWith(VICTIM, JSON.stringify({ ...(JSON.parse(FILE[VICTIM - 1] ?? '') as object), ...change }));

/** What is wrong with a file, the line that must be named, and the words that say why. */
const BAD_FILES: readonly (readonly [string, text: string, line: number, why: RegExp])[] = [
  ['is cut off in its last line', textOf(FILE).slice(0, -60), LAST, /not a whole JSON object.*cut off/],
  ['has a line that is no JSON', fileWith(VICTIM, '{at: now}'), VICTIM, /not a whole JSON object/],
  ['has a line that is a number', fileWith(VICTIM, '42'), VICTIM, /object/i],
  ['has a line that is a list', fileWith(VICTIM, '[]'), VICTIM, /object/i],
  ['has an unknown type', victimWith({ type: 'information.lost' }), VICTIM, /information\.lost/],
  ['has an unknown field', victimWith({ mood: 'good' }), VICTIM, /mood/],
  ['has a field too few', victimWith({ parent: undefined }), VICTIM, /parent/],
  ['has an unknown parent', victimWith({ parent: 'C' }), VICTIM, /parent: must be A or B/],
  [
    'happens on 30 February',
    victimWith({ at: '2025-02-30T11:00:00+01:00' }),
    VICTIM,
    /^at: must be a moment/,
  ],
  [
    'happens at no place on earth',
    victimWith({ at: '2025-01-28T11:00:00' }),
    VICTIM,
    /^at: must be a moment/,
  ],
  [
    'has a field with U+0000',
    victimWith({ actor: 'an\u0000na' }),
    VICTIM,
    /actor: must not hold control characters/,
  ],
  [
    'has a request without a number',
    victimWith({ request: '' }),
    VICTIM,
    /request: must be a request number/,
  ],
  [
    'has an event of an unknown request',
    victimWith({ request: 'MB-2025-999' }),
    VICTIM,
    /has not been registered/,
  ],
  [
    'has an event that is not its turn',
    victimWith({ type: 'request.closed', parent: undefined }),
    VICTIM,
    /request\.closed is refused: The mediation is still running.*Allowed now: /,
  ],
  [
    'registers a request again',
    fileWith(VICTIM, (FILE[0] ?? '').replace('09:45', '17:45')),
    VICTIM,
    /registered already/,
  ],
  [
    'has two events in the wrong order',
    textOf([...FILE.slice(0, VICTIM - 1), FILE[LAST - 1] ?? '', FILE[VICTIM - 1] ?? '']),
    LAST,
    /This event lies before the previous one of the file/,
  ],
];

describeBureau('replay drives requests through the machine with the clock of a file', suite);

function suite({ open, place }: Bureaus): void {
  let bureau: INestApplicationContext;
  let database: Database;
  let run = 0;
  beforeAll(async () => {
    bureau = await open(place());
    database = bureau.get(Database);
  });
  const verified = async () => (await bureau.get(VerifyRequests).execute()).failures;
  /** The same file about families of its own, so that the sentences do not stand in each other's way. */
  const fresh = (text: string): string =>
    text.replaceAll('MB-2025-', `MB-${2000 + run}-`).replaceAll(/"(m\d\d)"/g, `"r${run}$1"`);

  it('goes on with what was added at the end of a file', async () => {
    run++;
    expect(await replayText(bureau, fresh(textOf(FILE.slice(0, 9))))).toMatchObject({ applied: 9, bad: [] });
    const more = await replayText(bureau, fresh(textOf(FILE)));
    expect(more).toEqual({ applied: FILE.length - 9, unchanged: 9, bad: [] });
    expect(await verified()).toEqual([]);
  });

  it.each(BAD_FILES)(
    'names the line when a file %s; writes nothing, or the rest when told so',
    async (_, text, line, why) => {
      run++;
      const before = await requestState(database);
      const refused = await replayText(bureau, fresh(text));
      expect(refused).toMatchObject({
        applied: 0,
        bad: [{ line, why: expect.stringMatching(why) as unknown }],
      });
      expect(refused.bad).toHaveLength(1);
      expect(await requestState(database)).toEqual(before);

      const rest = await replayText(bureau, fresh(text), true);
      expect(rest).toEqual({ applied: FILE.length - 1, unchanged: 0, bad: refused.bad });
      const after = await requestState(database);
      const again = await replayText(bureau, fresh(text), true);
      expect(again).toMatchObject({ applied: 0, unchanged: FILE.length - 1, bad: [{ line }] });
      expect(again.bad).toHaveLength(1);
      expect(await requestState(database)).toEqual(after);
      expect(await verified()).toEqual([]);
    },
  );

  it.each([
    ['says something else', { parent: 'B' }],
    ['happened at another moment', { at: '2025-01-28T11:01:00+01:00' }],
    ['was told by somebody else', { actor: 'anna' }],
  ])('names an event that %s than the recorded one, and leaves the record as it is', async (_, change) => {
    run++;
    await replayText(bureau, fresh(textOf(FILE)));
    const before = await requestState(database);
    for (const goOn of [false, true]) {
      const { applied, bad } = await replayText(bureau, fresh(victimWith(change)), goOn);
      expect(applied).toBe(0);
      expect(bad).toMatchObject([{ line: VICTIM, why: expect.stringContaining('another event') as unknown }]);
    }
    expect(await requestState(database)).toEqual(before);
  });

  it('names every event of a request whose registration is bad, and drives the others', async () => {
    run++;
    const text = fresh(fileWith(1, '{'));
    const { applied, bad } = await replayText(bureau, text, true);
    const ofOther = FILE.filter((line) => line.includes('MB-2025-003')).length;
    expect(applied).toBe(ofOther);
    expect(bad).toHaveLength(FILE.length - ofOther);
    expect(bad[1]).toMatchObject({
      request: `MB-${2000 + run}-002`,
      why: expect.stringContaining('missing or bad') as unknown,
    });
    expect(await verified()).toEqual([]);
  });

  it('takes a file of another system: CRLF, a byte order mark, blank lines, no line end at the end', async () => {
    run++;
    const text = `\uFEFF${fresh(FILE.join('\r\n\r\n'))}`;
    expect(await replayText(bureau, text)).toEqual({ applied: FILE.length, unchanged: 0, bad: [] });
  });

  it('refuses to book a mediator who already sits with another family', async () => {
    run++;
    const lines = linesOf2025()
      .slice(0, 23)
      .filter((line) => line.includes('MB-2025-002'));
    expect(await replayText(bureau, fresh(textOf(lines)))).toMatchObject({ applied: lines.length });
    const twin = fresh(textOf(lines)).replaceAll(`MB-${2000 + run}-002`, `MB-${2000 + run}-102`);
    const { applied, bad } = await replayText(bureau, twin);
    expect(applied).toBe(0);
    expect(bad).toMatchObject([
      { line: lines.length, why: expect.stringContaining('already booked') as unknown },
    ]);
  });

  it('makes the whole of 2025 out of its file, and nothing more when it is run again', async () => {
    bureau = await open(place());
    database = bureau.get(Database);
    const lines = linesOf2025().length;
    expect(await replayFile(bureau, YEAR_2025)).toEqual({ applied: lines, unchanged: 0, bad: [] });
    const [counts, state] = [await rowCounts(database), await requestState(database)];
    expect(counts).toMatchObject({ mediation_request: 45, request_event: lines, audit_entry: lines });
    expect(await replayFile(bureau, YEAR_2025)).toEqual({ applied: 0, unchanged: lines, bad: [] });
    expect(await replayFile(bureau, YEAR_2025, true)).toEqual({ applied: 0, unchanged: lines, bad: [] });
    expect(await rowCounts(database)).toEqual(counts);
    expect(await requestState(database)).toEqual(state);
    expect(await verified()).toEqual([]);
  }, 60_000);
}
