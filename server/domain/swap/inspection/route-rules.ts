import type { RiskCheck } from '../../refusal.ts';
import { check } from './check.ts';
import { leastOf, type Route } from './jupiter-route.ts';
import { those, type NamedMessage } from './message-rules.ts';

/** The rules on the numbers given to Jupiter’s program, by which it fails the swap, whatever Jupiter says. */
export function routeRules(read: NamedMessage): readonly RiskCheck[] {
  const routes = those(read.named, 'SWAP').map(({ route }) => route);
  const [route] = routes;
  const one = check('SWAP_ROUTE', {
    ...{ passed: routes.length === 1, limit: '1', actual: String(routes.length) },
    good: 'It swaps once, in a form that can be read.',
    bad: 'It does not swap exactly once in a form that can be read.',
  });
  return route ? [one, ...rulesOf(route, read)] : [one];
}

/** The least raw units out, according to the transaction itself; null where it has no single route. */
export function leastByRoute({ named }: Pick<NamedMessage, 'named'>): bigint | null {
  const [swap, ...others] = those(named, 'SWAP');
  return swap && others.length === 0 ? leastOf(swap.route) : null;
}

function rulesOf(route: Route, { terms, own }: NamedMessage): readonly RiskCheck[] {
  const least = leastOf(route);
  const wallet =
    route.authority === terms.wallet &&
    route.source === own.input &&
    route.destination === own.output &&
    (route.otherDestination === null || route.otherDestination === own.output);
  return [
    check('SWAP_WALLET', {
      ...{ passed: wallet, limit: terms.wallet, actual: route.authority },
      good: 'The swap takes from the wallet and pays to it.',
      bad: 'The swap takes from another account, or pays to one.',
    }),
    check('SWAP_MINTS', {
      passed: route.inputMint === terms.inputMint && route.outputMint === terms.outputMint,
      limit: `${terms.inputMint} for ${terms.outputMint}`,
      actual: `${route.inputMint} for ${route.outputMint}`,
      good: 'The swap is of the agreed mints.',
      bad: 'The swap is of other mints.',
    }),
    check('SWAP_AMOUNT', {
      ...{ passed: route.inAmount === terms.inAmount },
      ...{ limit: terms.inAmount, actual: route.inAmount },
      good: 'The swap takes the agreed amount.',
      bad: 'The swap takes another amount.',
    }),
    check('SWAP_FLOOR', {
      ...{ passed: terms.floor > 0n && least >= terms.floor, limit: terms.floor, actual: least },
      good: 'The swap fails where it would bring less than agreed.',
      bad: 'The swap may bring less than the least that is agreed.',
    }),
    check('SWAP_SLIPPAGE', {
      ...{ passed: route.slippageBps <= terms.slippageBps },
      ...{ limit: `${terms.slippageBps} bps`, actual: `${route.slippageBps} bps` },
      good: 'The swap has the slippage that was asked for.',
      bad: 'The swap has more slippage than was asked for.',
    }),
  ];
}
