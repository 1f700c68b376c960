import type { Screen } from '../lib/route.svelte.ts';

export interface NavEntry {
  screen: Screen;
  name: string;
  path: string;
  /** The key after `G`. */
  key: string;
  /** True if a wide screen opens this entry only by its lamp. */
  lampOnly?: boolean;
  /** True if a narrow screen lists this entry under its last tab, More. */
  more?: boolean;
}

export const SCREENS: readonly NavEntry[] = [
  { screen: 'portfolio', name: 'Portfolio', path: '/portfolio', key: 'p' },
  { screen: 'trade', name: 'Trade', path: '/trade', key: 't' },
  { screen: 'history', name: 'History', path: '/history', key: 'h' },
  { screen: 'analytics', name: 'Analytics', path: '/analytics', key: 'a' },
  { screen: 'strategies', name: 'Strategies', path: '/strategies', key: 'b', more: true },
  { screen: 'prices', name: 'Prices', path: '/prices', key: 'r', more: true },
  { screen: 'safety', name: 'Safety', path: '/safety', key: 's', more: true },
  { screen: 'settings', name: 'Settings', path: '/settings', key: 'e', more: true },
  { screen: 'alerts', name: 'Alerts', path: '/alerts', key: 'l', lampOnly: true, more: true },
];
