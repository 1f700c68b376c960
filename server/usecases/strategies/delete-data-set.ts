import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { tell, type StrategyDeps } from './strategy-deps.ts';

export class DeleteDataSet {
  constructor(private readonly deps: Pick<StrategyDeps, 'dataSets' | 'paper' | 'clock'>) {}

  /** @throws {Refusal} NOT_FOUND */
  async execute(actor: Actor, id: string): Promise<void> {
    if (!(await this.deps.dataSets.remove(actor.username, id)))
      throw new Refusal('NOT_FOUND', `You have no data set ${id}`);
    await tell(this.deps, actor, {
      ...{ type: 'DATA_SET_DELETED', message: 'A data set was deleted.', detail: { id } },
    });
  }
}
