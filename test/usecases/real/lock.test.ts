import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(['PAPER', 'REAL'] as const)('a desk of %s composed without the lock', (mode) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(undefined, { mode });
  });
  afterEach(() => t.close());

  function composed(parts: Partial<BookDeps>): void {
    t.restart((deps) => {
      new BookDesk({ ...deps, ...parts }, { version: 'test', testClock: false });
      return deps;
    });
  }

  it('is none where it may trade real money', () => {
    const compose = () => composed({ mayTrade: true, realMoney: undefined });
    if (mode === 'REAL') expect(compose).toThrow('arming');
    else expect(compose).not.toThrow();
  });

  it('is one where it may not trade', () => {
    expect(() => composed({ mayTrade: false, realMoney: undefined })).not.toThrow();
  });
});
