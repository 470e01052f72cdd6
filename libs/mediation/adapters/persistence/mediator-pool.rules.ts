import { Injectable } from '@nestjs/common';
import { MediatorPool, pairRefusals, replacementRefusals } from '@bureau/mediators';
import { PoolRules } from '../../application/pool-facts';
import type { RequirementCode } from '../../domain/request/requirements.catalogue';

/** The pool's own rules, asked of the pool. A bureau that has not filled its pool yet is not held to it. */
@Injectable()
export class MediatorPoolRules extends PoolRules {
  constructor(private readonly pool: MediatorPool) {
    super();
  }

  async pairProposed(mediators: readonly string[]): Promise<readonly RequirementCode[]> {
    if (await this.pool.isEmpty()) return [];
    const known = await this.pool.find(mediators);
    return pairRefusals(mediators.map((mediator) => known.get(mediator) ?? null));
  }

  async replaced(leaving: string, coming: string): Promise<readonly RequirementCode[]> {
    if (await this.pool.isEmpty()) return [];
    const known = await this.pool.find([leaving, coming]);
    return replacementRefusals(known.get(leaving) ?? null, known.get(coming) ?? null);
  }
}
