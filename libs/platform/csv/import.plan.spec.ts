import { badRowInWords } from './bad-row';
import { planImport } from './import.plan';

interface Pet {
  readonly name: string;
  readonly kind: string;
}

const comparison = { keyColumn: 'name', cellsOf: (pet: Pet) => ({ name: pet.name, kind: pet.kind }) };
const row = (line: number, name: string, kind: string) => ({ line, key: name, record: { name, kind } });
const stored = new Map([['Tom', { name: 'Tom', kind: 'cat' }]]);

it('adds what is new and leaves alone what is the same', () => {
  const plan = planImport([row(2, 'Tom', 'cat'), row(3, 'Bo', 'dog')], stored, comparison, false);
  expect(plan).toEqual({
    added: [{ name: 'Bo', kind: 'dog' }],
    unchanged: [{ name: 'Tom', kind: 'cat' }],
    updated: [],
    bad: [],
  });
});

it('calls a stored key with other content bad, by column, unless it may update', () => {
  const changed = [row(2, 'Tom', 'dog')];
  expect(planImport(changed, stored, comparison, false).bad.map(badRowInWords)).toEqual([
    "line 2, kind: found 'dog', expected 'cat' as stored, or --update to replace it",
  ]);
  expect(planImport(changed, stored, comparison, true)).toMatchObject({
    bad: [],
    updated: [{ name: 'Tom', kind: 'dog' }],
  });
});

it('calls a key that the file names twice bad, also when it may update', () => {
  const doubled = [row(2, 'Bo', 'dog'), row(5, 'Bo', 'dog')];
  expect(planImport(doubled, stored, comparison, true).bad.map(badRowInWords)).toEqual([
    "line 5, name: found 'Bo', expected every key once; line 2 has it already",
  ]);
});
