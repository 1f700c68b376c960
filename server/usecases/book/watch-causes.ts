import type { Username } from '../../domain/ids.ts';
import { CLOCK_OFF_MS, isJudgedBy, signsIn } from '../../domain/risk/trip-signs.ts';
import { changesNothing, judgeCauses } from '../../domain/risk/trip.ts';
import type { TripRecord } from '../../ports/trip-evidence.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { eachOfUsers } from '../steps/each-account.ts';
import { judgedKinds, lookAtCauses, tripContext } from '../steps/trip-switch.ts';

/**
 * Trips the switch of each user whose book shows a new cause, and notes which ended. One read finds them all;
 * other users cost nothing.
 */
export class WatchCauses {
  constructor(
    private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'venueClock' | 'server' | 'settings'>,
  ) {}

  /** @throws {SomeUsersFailed} after every user has been looked at. */
  async execute(): Promise<void> {
    const { book, settings } = this.deps;
    if (judgedKinds(book.mode).length === 0) return;
    const records = [...(await this.#records())].map(([username, record]) => ({
      username,
      record,
    }));
    await eachOfUsers(
      records,
      'Some switches could not be judged',
      async ({ username, record }) => {
        const own = await settings.of(username);
        if (this.#changes(record, tripContext(this.deps, own)))
          await book.change(username, (change) => lookAtCauses(this.deps, change, own));
      },
    );
  }

  /** A clock that is off concerns every user with something at a venue. */
  async #records(): Promise<ReadonlyMap<Username, TripRecord>> {
    const { book } = this.deps;
    const context = tripContext(this.deps, null);
    const found = await book.tripRecords(context);
    if (Math.abs(context.clockOffMs ?? 0) < CLOCK_OFF_MS) return found;
    const all = new Map(found);
    for (const username of await book.activeUsers())
      if (!all.has(username)) all.set(username, await book.read(username).tripRecord(context));
    return all;
  }

  /** Decides before a transaction begins: a known cause that lasts needs none. */
  #changes({ evidence, causes }: TripRecord, context: ReturnType<typeof tripContext>): boolean {
    const kinds = judgedKinds(this.deps.book.mode);
    const known = causes.filter(
      (cause) => kinds.includes(cause.kind) && isJudgedBy(cause, context),
    );
    const signs = signsIn(evidence, context);
    return !changesNothing(judgeCauses({ known, signs, killSwitch: 'HALT_ALL', at: context.now }));
  }
}
