import { expect, it } from 'vitest';
import { OratsClient } from '../../../server/adapters/orats/orats-client.ts';
import { OratsSnapshots } from '../../../server/adapters/orats/orats-snapshots.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { OratsEmulator } from '../../venues/orats-emulator.ts';

it('a share class is requested from ORATS as its roots write it, and returned as it was requested', async () => {
  const orats = await OratsEmulator.start(ELEVEN);
  try {
    orats.setUnderlying('BRKB', { bid: 500, ask: 500.1, stockPrice: 500.05 });
    const sides = { call: { bid: 1, ask: 1.1 }, put: { bid: 1, ask: 1.1 } };
    orats.setStrike({ ticker: 'BRKB', strike: 500, expiry: '2026-03-27', ...sides });
    const clock = new HandClock();
    const { url: baseUrl, token } = orats;
    const client = new OratsClient({ baseUrl, token, clock, log: new MemoryLog() });
    const call = 'BRKB260327C00500000';
    const quotes = await new OratsSnapshots(client, { clock }).quotes(['BRK/B', call]);
    expect([...quotes.keys()].sort()).toEqual(['BRK/B', call]);
    expect(quotes.get('BRK/B')!.symbol).toBe('BRK/B');
  } finally {
    await orats.close();
  }
});
