import type { WriteBatch } from './write-batch';
import { refuseOverlap, refuseRepeatedKeys } from './write-batch.overlap';
import { type BatchShape, shapeKey, shapeOf } from './write-batch.shape';

/** Builds the SQL of each shape of batch once. The program has a few dozen shapes; they live as long as it does. */
export class PlanCache<Plan> {
  private readonly plans = new Map<string, { readonly plan: Plan; readonly shape: BatchShape }>();

  constructor(private readonly build: (shape: BatchShape) => Plan) {}

  /** The plan for the batch. Throws InvalidBatch when the batch would not mean the same on both databases. */
  planFor(batch: WriteBatch): Plan {
    const key = shapeKey(batch);
    let known = this.plans.get(key);
    if (!known) {
      const shape = shapeOf(batch);
      known = { plan: this.build(shape), shape };
      this.plans.set(key, known);
    }
    if (known.shape.revisitsTable) refuseOverlap(batch);
    for (const write of batch.writes) refuseRepeatedKeys(write);
    return known.plan;
  }
}
