import { Injectable } from '@nestjs/common';
import { MediatorPool, pairRefusals, replacementRefusals } from '@bureau/mediators';
import { PoolRules, type Replacement } from '../../application/pool-facts';
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

  async replaced({ leaving, coming, staying }: Replacement): Promise<readonly RequirementCode[]> {
    if (await this.pool.isEmpty()) return [];
    const known = await this.pool.find([leaving, coming, ...staying]);
    const of = (mediator: string) => known.get(mediator) ?? null;
    const codes = [
      ...replacementRefusals(of(leaving), of(coming)),
      ...pairRefusals([...staying, coming].map(of)),
    ];
    return [...new Set(codes)];
  }
}
