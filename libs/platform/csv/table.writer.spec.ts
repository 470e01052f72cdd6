import fc from 'fast-check';
import { words } from './cell.parsers';
import { readTable } from './table.reader';
import { csvText } from './table.writer';

it('quotes what needs quotes, and leaves an empty cell for what is not known', () => {
  expect(
    csvText(
      ['a', 'b'],
      [
        ['x,y', 'say "no"'],
        [-1305, null],
        ['-12.5', ''],
      ],
    ),
  ).toBe('a,b\r\n"x,y","say ""no"""\r\n-1305,\r\n-12.5,\r\n');
});

it.each(['=1+1', '+31 6', '-2+3', '@SUM(A1)', '\t=1', '＝1'])(
  'disarms %j, which a spreadsheet would calculate',
  (text) => {
    expect(csvText(['a'], [[text]])).toBe(`a\r\n'${text}\r\n`);
  },
);

it('writes what reading gives back', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => words(1000)(text).ok && !/^[=+\-@＝＋－＠]|\uFFFD/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (rows) => {
      const read = await readTable(csvText(['a', 'b'], rows), { a: words(1000), b: words(1000) });
      expect(read.ok && read.value.map(({ values }) => [values.a, values.b])).toEqual(rows);
    }),
    { numRuns: 50 },
  );
});
