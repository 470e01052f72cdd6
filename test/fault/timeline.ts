/** A span of real time, in epoch milliseconds; `until` is Infinity while it goes on. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

interface Life {
  readonly name: string;
  readonly from: number;
  until: number;
}

/** Who was at work when, and when nobody could have done anything. */
export class Timeline {
  private readonly lives: Life[] = [];
  private readonly outages: { readonly from: number; until: number }[] = [];
  private isInOrder = true;

  /** A process that does jobs is ready for them. */
  atWork(name: string, from: number): void {
    this.lives.push({ name, from, until: Infinity });
  }

  goneFromWork(name: string, at: number): void {
    for (const life of this.lives) if (life.name === name && life.until === Infinity) life.until = at;
  }

  /** From now on nothing can be written: no process can be blamed for what it does not do. */
  outageBegins(at: number): void {
    this.outages.push({ from: at, until: Infinity });
    this.isInOrder = false;
  }

  outageEnds(at: number): void {
    const latest = this.outages.findLast(({ until }) => until === Infinity);
    if (latest) latest.until = at;
  }

  /** The machine itself stood still, or was busy with something else. */
  stoodStill(from: number, until: number): void {
    this.outages.push({ from, until });
    this.isInOrder = false;
  }

  /**
   * When the first `millis` in a row had passed, from `moment` on, in which one and the same process was at work and
   * could write; Infinity when there never were.
   */
  calmOf(millis: number, moment: number): number {
    let first = Infinity;
    for (const { from, until } of this.lives) {
      if (until <= moment || from >= first) continue;
      const end = this.calmWithin(Math.max(from, moment), until, millis);
      first = Math.min(first, end);
    }
    return first;
  }

  private inOrder(): readonly Span[] {
    if (!this.isInOrder) this.outages.sort((one, other) => one.from - other.from);
    this.isInOrder = true;
    return this.outages;
  }

  private calmWithin(from: number, until: number, millis: number): number {
    let start = from;
    for (const outage of this.inOrder()) {
      if (outage.until <= start || outage.from >= until) continue;
      if (outage.from - start >= millis) break;
      start = Math.max(start, outage.until);
    }
    return start + millis <= until ? start + millis : Infinity;
  }
}
