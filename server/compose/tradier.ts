import { OratsClient } from '../adapters/orats/orats-client.ts';
import { OratsFigures } from '../adapters/orats/orats-figures.ts';
import { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import type { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import { TradierAccountStream } from '../adapters/tradier/tradier-account-stream.ts';
import { TradierClients } from '../adapters/tradier/tradier-clients.ts';
import { TradierHints } from '../adapters/tradier/tradier-hints.ts';
import { TradierMarketData } from '../adapters/tradier/tradier-market-data.ts';
import { accountStreamUrl } from '../adapters/tradier/tradier-stream-schema.ts';
import { VenueDates } from '../adapters/wire/venue-dates.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { VENUES } from '../domain/venue.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import type { ProviderPulse } from '../ports/provider-pulse.ts';
import { cached } from './cached.ts';
import { composeUsages } from './provider-usage.ts';
import type { Shared } from './shared.ts';
import { tradierBrokers } from './tradier-brokers.ts';
import { tradierProbe } from './tradier-probes.ts';
import type { TradierSide } from './tradier-side.ts';

/** Brokers, prices, hints and checks at one of Tradier's environments; nothing of it is shared with the other. */
export function composeTradier(side: TradierSide, shared: Shared) {
  const { venue, url, credentials, lessons, usage, marks } = side;
  const { clock, log } = shared;
  const health = {
    tradier: new ProviderHealth(side.name, clock),
    orats: new ProviderHealth(marks.name, clock),
  };
  const delayed = VENUES[venue].delayMs > 0;
  const dates = new VenueDates(clock);
  const clients = new TradierClients({ clock, log, dates, pulse: health.tradier });
  const clientOf = (token: string) => clients.of(url, token);
  const market = cached((token) => new TradierMarketData(clientOf(token), { delayed, clock }));
  const orats = cached(oratsBy(marks.orats, shared, { usage, pulse: health.orats }));
  const brokers = tradierBrokers({ venue, clientOf, credentials, lessons }, shared);
  const sources = async (username: string): Promise<VenueSources | null> => {
    const access = await credentials.access(username);
    if (!access) return null;
    const token = await credentials.orats(username);
    return {
      market: market(access.token),
      snapshots: token ? orats(token).snapshots : null,
      figures: token ? orats(token).figures : null,
    };
  };
  const listeningOf = async (username: string) => {
    const { token, account } = (await credentials.access(username)) ?? {};
    if (!token || !account) return null;
    const stream = { client: clientOf(token), url: accountStreamUrl(url), account, log };
    return {
      key: `${token} ${account}`,
      open: (onHint: () => void) => new TradierAccountStream({ ...stream, onHint }),
    };
  };
  const parts = { credentials, clientOf, delayed };
  return {
    brokers,
    sources,
    clientOf,
    venueClock: dates,
    hintsTo: (onHint: (username: string) => void) => new TradierHints(listeningOf, onHint),
    probe: tradierProbe({ ...parts, broker: (username) => brokers.forEntries(username) }),
    snapshotsOf: (token: string) => orats(token).snapshots,
    usages: composeUsages(side, { ledger: usage, clients, clock }),
    providers: Object.values(health),
  };
}

interface OratsParts {
  readonly usage: SqlProviderUsage;
  readonly pulse: ProviderPulse;
}

/** The sources of one ORATS token, with its requests counted. */
function oratsBy(
  { url }: SharedConfig['orats'],
  { clock, log }: Shared,
  { usage, pulse }: OratsParts,
) {
  return (token: string) => {
    const onRequest = (month: string) => {
      usage.count('ORATS', token, month).catch((error: unknown) => {
        log.warn('A request to ORATS was not counted', { error });
      });
    };
    const observers = { onRequest, pulse };
    const client = new OratsClient({ baseUrl: url, token, clock, log, ...observers });
    return {
      snapshots: new OratsSnapshots(client, { clock }),
      figures: new OratsFigures(client, clock),
    };
  };
}
