import { BoundedMemo } from './bounded-memo';

describe('a bounded memo', () => {
  it('asks once and remembers', () => {
    const asked = jest.fn((n: number) => n * 2);
    const memo = new BoundedMemo(asked, 10);
    expect([memo.of(4), memo.of(4)]).toEqual([8, 8]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('forgets rather than grows, and still answers the same', () => {
    const asked = jest.fn((n: number) => n * 2);
    const memo = new BoundedMemo(asked, 2);
    expect([1, 2, 3, 1].map((n) => memo.of(n))).toEqual([2, 4, 6, 2]);
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it('does not remember a question that could not be answered', () => {
    const memo = new BoundedMemo<number, number>((n) => {
      throw new RangeError(`no ${n}`);
    }, 2);
    expect(() => memo.of(1)).toThrow('no 1');
    expect(() => memo.of(1)).toThrow('no 1');
  });
});
