import { StoredProviderProbe } from '../adapters/routing/stored-provider-probe.ts';
import type { FillCalibrations } from '../ports/fill-calibrations.ts';
import { CheckProvider } from '../usecases/accounts/check-provider.ts';
import { UpdateSettings } from '../usecases/accounts/update-settings.ts';
import { disarmForCredentials } from '../usecases/book/disarm-for-credentials.ts';
import type { Core } from './core.ts';
import type { composePaper } from './paper.ts';
import type { Prices } from './prices.ts';
import type { Real } from './real.ts';
import type { Strategies } from './strategies.ts';

interface Parts {
  readonly paper: Pick<ReturnType<typeof composePaper>, 'probes' | 'usages'>;
  readonly real: Pick<Real, 'book' | 'live'>;
  readonly prices: Pick<Prices, 'probes' | 'usages'>;
  readonly strategies: Pick<Strategies, 'api'>;
  readonly calibrations: FillCalibrations;
}

/** Settings, and what their credentials reach at the providers of both books. */
export function settingsApi(
  { shared: { settings, clock }, vault }: Core,
  { paper, real: { book, live }, prices, strategies, calibrations }: Parts,
) {
  const probes = { ...paper.probes, ...prices.probes, ...live?.probes };
  const usages = [paper.usages, prices.usages, ...(live?.usages ?? [])];
  return {
    settings,
    calibrations,
    updateSettings: new UpdateSettings(
      settings,
      vault,
      (username) =>
        strategies.api.control.disarming(
          username,
          () => disarmForCredentials(book, username, clock),
          'desk',
        ),
      calibrations,
    ),
    checkProvider: new CheckProvider(new StoredProviderProbe(probes, clock)),
    usages: {
      of: async (username: string) =>
        (await Promise.all(usages.map((each) => each.of(username)))).flat(),
    },
  };
}
