import { badRowInWords } from './bad-row';
import { day, listOf, oneOf, wholeNumber, words, yesOrNo } from './cell.parsers';
import { readTable } from './table.reader';

const COLUMNS = { name: words(), stage: oneOf(['full', 'left']), most: wholeNumber(0, 9) };
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const faultsOf = async (source: Parameters<typeof readTable>[0]): Promise<string[]> => {
  const read = await readTable(source, COLUMNS);
  return read.ok ? [] : read.error.map(badRowInWords);
};
const rowsOf = async (source: Parameters<typeof readTable>[0]) => {
  const read = await readTable(source, COLUMNS);
  if (!read.ok) throw new Error(read.error.map(badRowInWords).join('\n'));
  return read.value;
};

describe('reading a file of rows', () => {
  it('gives every row with the line it begins on', async () => {
    expect(await rowsOf('name,stage,most\nAnna,full,3\n\n"Bo ""B"", Jr",left,0\n')).toEqual([
      { line: 2, values: { name: 'Anna', stage: 'full', most: 3 } },
      { line: 4, values: { name: 'Bo "B", Jr', stage: 'left', most: 0 } },
    ]);
  });

  it('takes columns in any order, a byte order mark, every kind of line end, and no line end at all', async () => {
    const rows = await rowsOf(
      bytes([0xef, 0xbb, 0xbf], 'most,name,stage\r\n3,Anna,full\n4,Bo,left\r5,Cé,full'),
    );
    expect(rows.map(({ line, values }) => [line, values.name, values.most])).toEqual([
      [2, 'Anna', 3],
      [3, 'Bo', 4],
      [4, 'Cé', 5],
    ]);
  });

  it('reads a letter that two pieces of a stream share', async () => {
    async function* pieces() {
      yield bytes('name,stage,most\nC', [0xc3]);
      yield bytes([0xa9], ',full,3\r');
      yield '\nBo,left,1';
    }
    expect((await rowsOf(pieces())).map(({ values }) => values.name)).toEqual(['Cé', 'Bo']);
  });

  it('counts lines rightly after cells that hold line breaks', async () => {
    const text = 'name,stage,most\r\n"An\r\nna",full,3\r\nBo,ful,3\r\n';
    expect(await faultsOf(text)).toEqual([
      "line 2, name: found 'An\\u000d\\u000ana', expected 1 to 200 characters on one line, no spaces around them",
      "line 4, stage: found 'ful', expected one of full, left",
    ]);
  });

  it('names every bad cell of every bad row, not only the first', async () => {
    expect(await faultsOf('name,stage,most\n,ful,3\nBo,left,10\nCy,full,1\n Di,full,1,1\nEd,full\n')).toEqual(
      [
        "line 2, name: found '', expected 1 to 200 characters on one line, no spaces around them",
        "line 2, stage: found 'ful', expected one of full, left",
        "line 3, most: found '10', expected a whole number from 0 to 9",
        "line 5: found '4 cells', expected 3 cells, as in the header",
        "line 6: found '2 cells', expected 3 cells, as in the header",
      ],
    );
  });

  it('cuts what it shows at sixty characters', async () => {
    const [fault] = await faultsOf(`name,stage,most\nBo,${'x'.repeat(100)},1\n`);
    expect(fault).toContain(`'${'x'.repeat(59)}…'`);
  });

  it('names unknown, missing and doubled columns, and still the bad rows under them', async () => {
    expect(await faultsOf('name,name,stages,stage\nBo,Bo,full,ful\n')).toEqual([
      "line 1, name: found 'name', expected every column once",
      "line 1, stages: found 'stages', expected no other columns than name, stage, most",
      "line 1, most: found 'no such column', expected a column most",
      "line 2, stage: found 'ful', expected one of full, left",
    ]);
  });

  it('says so when the columns stand between semicolons', async () => {
    expect(await faultsOf('name;stage;most\nBo;full;1\n')).toEqual([
      "line 1: found 'name;stage;most', expected commas between the columns",
    ]);
  });

  it.each(['', '\uFEFF', '\n\n', bytes()])('refuses an empty file', async (empty) => {
    expect(await faultsOf(empty)).toEqual([
      "line 1: found 'an empty file', expected a header line: name,stage,most",
    ]);
  });

  it('refuses half a file', async () => {
    expect(await faultsOf('name,stage,most\nAn,ful,1\nBo,"full,1\nCy,full,1\n')).toEqual([
      "line 2, stage: found 'ful', expected one of full, left",
      "line 3: found 'the end of the file', expected the quote that closes a cell of this row",
    ]);
  });

  it('names a row with a quote in the wrong place and goes on with the next', async () => {
    expect(await faultsOf('name,stage,most\nB"o",full,1\n"B"o,full,1\n"""B""",full,1\nCy,ful,1\n')).toEqual([
      `line 2: found 'B"o",full,1', expected quotes around the whole cell, and doubled inside it`,
      `line 3: found '"B"o,full,1', expected quotes around the whole cell, and doubled inside it`,
      "line 5, stage: found 'ful', expected one of full, left",
    ]);
  });

  it('names the cells that are no UTF-8, or hold U+0000', async () => {
    const file = bytes('name,stage,most\nJ', [0xf6], 'rg,full,1\nBo,full,1\nC', [0], 'y,full,1\n');
    expect(await faultsOf(file)).toEqual([
      "line 2, name: found 'J\uFFFDrg', expected text in UTF-8, without U+0000",
      "line 4, name: found 'C\\u0000y', expected text in UTF-8, without U+0000",
    ]);
    expect(await faultsOf('name,stage,most\n\uD800,full,1')).toHaveLength(1);
  });

  it('refuses a file in UTF-16 instead of guessing', async () => {
    const file = bytes([0xff, 0xfe], [...Buffer.from('name,stage,most\nBo,full,1\n', 'utf16le')]);
    expect((await faultsOf(file)).length).toBeGreaterThan(0);
  });

  it('gives up at a line of 100 MB, with what was found before', async () => {
    async function* huge() {
      yield 'name,stage,most\nAn,ful,1\nBo,';
      for (let i = 0; i < 100; i += 1) yield 'x'.repeat(1_000_000);
    }
    expect(await faultsOf(huge())).toEqual([
      "line 2, stage: found 'ful', expected one of full, left",
      "line 3: found 'more than 1000000 characters', expected a shorter row (is a quote not closed?); nothing after it was read",
    ]);
  });

  it('reads a long cell in quotes', async () => {
    const name = `${'""'.repeat(200_000)}`;
    const read = await readTable(`name\n"${name}"\n`, { name: words(500_000) });
    expect(read).toMatchObject({ ok: true });
  });

  it('passes on that the file itself could not be read', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'name,stage,most\n';
      throw new Error('EIO: the disk is gone');
    }
    await expect(readTable(broken(), COLUMNS)).rejects.toThrow('the disk is gone');
  });
});

describe('cells', () => {
  it('are days that exist, yes or no, and lists without doubles', () => {
    expect(day('2025-02-30').ok).toBe(false);
    expect(yesOrNo('ja')).toEqual({ ok: false, error: 'yes or no' });
    const languages = listOf(oneOf(['nl', 'en']));
    expect(languages('nl;en')).toEqual({ ok: true, value: ['nl', 'en'] });
    expect(languages('nl;nl')).toEqual({ ok: false, error: "every value once, not 'nl' twice" });
    expect(languages('')).toMatchObject({ ok: false });
    expect(languages('nl;xx')).toEqual({ ok: false, error: "one of nl, en; several with ';' between them" });
  });
});
