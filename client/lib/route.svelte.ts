export type Screen =
  | 'portfolio'
  | 'trade'
  | 'trades'
  | 'history'
  | 'analytics'
  | 'strategies'
  | 'prices'
  | 'safety'
  | 'settings'
  | 'alerts'
  | 'signin';

const SCREENS: readonly Screen[] = [
  'portfolio',
  'trade',
  'trades',
  'history',
  'analytics',
  'strategies',
  'prices',
  'safety',
  'settings',
  'alerts',
  'signin',
];

export interface Place {
  screen: Screen;
  /** The path after the screen: an id or a symbol. */
  detail: string | null;
  query: URLSearchParams;
}

export function placeOf(url: URL): Place {
  const [first = '', detail] = url.pathname.split('/').filter(Boolean);
  const screen = SCREENS.find((known) => known === first) ?? 'portfolio';
  return {
    screen,
    detail: detail ? decodeURIComponent(detail) : null,
    query: url.searchParams,
  };
}

/** The current place, stored in the address so that reload, back and a shared link restore it. */
class Route {
  place: Place = $state.raw(placeOf(new URL(location.href)));

  constructor() {
    addEventListener('popstate', () => this.#read());
  }

  go(path: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    this.#read();
    if (!replace) scrollTo(0, 0);
  }

  back(): void {
    if (history.length > 1) history.back();
    else this.go('/portfolio');
  }

  #read(): void {
    this.place = placeOf(new URL(location.href));
  }
}

export const route = new Route();

/** Makes plain `<a href="/…">` navigate within the page; a modified click still opens a tab. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a[href]');
  const href = link?.getAttribute('href');
  if (!href?.startsWith('/') || href.startsWith('/playground') || link?.hasAttribute('download')) {
    return;
  }
  event.preventDefault();
  route.go(href);
}
