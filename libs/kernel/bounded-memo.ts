/** Remembers answers of a pure question, never more than `limit` of them; asking again gives the same answer. */
export class BoundedMemo<Key, Answer> {
  private readonly answers = new Map<Key, Answer>();

  constructor(
    private readonly answer: (key: Key) => Answer,
    private readonly limit: number,
  ) {}

  of(key: Key): Answer {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const fresh = this.answer(key);
    // Forgetting all at once is cheaper than ordering by age, and a full memo is rare.
    if (this.answers.size >= this.limit) this.answers.clear();
    this.answers.set(key, fresh);
    return fresh;
  }
}
