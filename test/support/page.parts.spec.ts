import { markdownTable, withPart } from './page.parts';

describe('the part of a page that a run writes', () => {
  const page = 'before\n<!-- queue -->\nold\n<!-- end: queue -->\nafter';

  it('takes the place of what stood there, and leaves the rest alone', () => {
    const once = withPart(page, 'queue', 'new');
    expect(once).toBe('before\n<!-- queue -->\n\nnew\n\n<!-- end: queue -->\nafter');
    expect(withPart(once, 'queue', 'new')).toBe(once);
  });

  it('has to be there', () => {
    expect(() => withPart(page, 'storm', 'new')).toThrow(
      'no place between <!-- storm --> and <!-- end: storm -->',
    );
  });

  it('may be a table', () => {
    expect(
      markdownTable([
        ['fault', 'times'],
        ['kill', 3],
      ]),
    ).toBe('| fault | times |\n| --- | --- |\n| kill | 3 |');
  });
});
