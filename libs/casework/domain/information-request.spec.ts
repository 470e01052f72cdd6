import { plainDateOf } from '@bureau/kernel';
import { numbered } from './information-request';

const question = (asker: string) => ({
  receivedOn: plainDateOf('2025-03-05'),
  asker,
  channel: 'phone' as const,
});
const ids = (...askers: string[]) => numbered(askers.map(question)).map(({ id }) => id);

describe('questions without a number of their own', () => {
  it('are two questions when two rows are equal', () => {
    expect(ids('lawyer', 'parent', 'lawyer')).toEqual([
      '2025-03-05|lawyer|phone|1',
      '2025-03-05|parent|phone|1',
      '2025-03-05|lawyer|phone|2',
    ]);
  });

  it('keep their ids when the register grows or is sorted anew', () => {
    const before = ids('lawyer', 'parent', 'lawyer');
    expect(ids('parent', 'lawyer', 'lawyer', 'lawyer')).toEqual(expect.arrayContaining(before));
  });
});
