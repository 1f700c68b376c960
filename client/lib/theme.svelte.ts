export type Theme = 'system' | 'light' | 'dark';

const KEY = 'twinbook.theme';

/** The chosen theme, stored on this device; `system` follows the device. */
class ThemeChoice {
  chosen = $state<Theme>('system');

  constructor() {
    const kept = localStorage.getItem(KEY);
    if (kept === 'light' || kept === 'dark') this.choose(kept);
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    if (theme === 'system') {
      localStorage.removeItem(KEY);
      delete document.documentElement.dataset['theme'];
    } else {
      localStorage.setItem(KEY, theme);
      document.documentElement.dataset['theme'] = theme;
    }
  }
}

export const theme = new ThemeChoice();
