import { modeOfId, type TradingMode } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { DeskOfBook } from '../../ports/desk-of-book.ts';

/** The desk of each book; REAL is null when this server has no real book. */
export type Systems = { readonly [M in TradingMode]: DeskOfBook<M> | null };

/** The desk's books by mode; REAL is null when this server does not have it. */
export class Books {
  constructor(private readonly systems: Systems) {}

  /** @throws {Refusal} REAL_MODE_DISABLED */
  of(mode: TradingMode): DeskOfBook {
    const system = this.systems[mode];
    if (system) return system;
    throw new Refusal('REAL_MODE_DISABLED', `This server does not keep a ${mode} book`);
  }

  /** Those that this server keeps. */
  kept(): readonly DeskOfBook[] {
    return [this.systems.PAPER, this.systems.REAL].filter((each) => each !== null);
  }

  /** The book that an id belongs to. @throws {Refusal} NOT_FOUND when it is not an id of ours. */
  owning(id: string): DeskOfBook {
    const mode = modeOfId(id);
    if (mode) return this.of(mode);
    throw new Refusal('NOT_FOUND', 'There is no such object');
  }

  /** Like `owning`, but null when no book can have the id. */
  perhapsOwning(id: string): DeskOfBook | null {
    const mode = modeOfId(id);
    return mode && this.systems[mode];
  }
}
