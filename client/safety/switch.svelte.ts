import type { Desk } from '../desk/desk.svelte.ts';
import type { KillSwitchLevel } from '../gql/graphql.ts';
import { SetKillSwitchDocument } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';

/** The user's own switch of one book, while it is being set. */
export class Switch {
  storing = $state(false);
  failed = $state<DeskError | null>(null);

  constructor(private readonly desk: Desk) {}

  async set(level: KillSwitchLevel): Promise<void> {
    this.storing = true;
    const { error } = await this.desk.client
      .mutation(SetKillSwitchDocument, { mode: this.desk.mode, level })
      .toPromise();
    this.storing = false;
    this.failed = error ? deskError(error) : null;
  }
}
