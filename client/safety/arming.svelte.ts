import type { Desk } from '../desk/desk.svelte.ts';
import { ArmRealTradingDocument, DisarmRealTradingDocument } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';

/** The longest time for which REAL is armed, in seconds. */
export const LONGEST_ARMING = 8 * 3600;

/** Arming the REAL book by its phrase, and ending it. */
export class Arming {
  phrase = $state('');
  storing = $state(false);
  failed = $state.raw<DeskError | null>(null);

  constructor(private readonly desk: Desk) {}

  async arm(): Promise<void> {
    const { phrase } = this;
    const error = await this.#change(() =>
      this.desk.client.mutation(ArmRealTradingDocument, { phrase }).toPromise(),
    );
    if (!error) this.phrase = '';
  }

  async disarm(): Promise<void> {
    await this.#change(() => this.desk.client.mutation(DisarmRealTradingDocument, {}).toPromise());
  }

  async #change(
    change: () => Promise<{ error?: Parameters<typeof deskError>[0] | undefined }>,
  ): Promise<DeskError | null> {
    this.storing = true;
    const { error } = await change();
    this.storing = false;
    this.failed = error ? deskError(error) : null;
    this.desk.status.refresh();
    return this.failed;
  }
}
