export interface Shortcut {
  /** `n`, `g p`, `shift+k`, `ctrl+enter`, `?` */
  keys: string;
  label: string;
  group: 'Go to' | 'Do' | 'Desk';
  run: () => void;
  /** Fires in text fields too; only for keys that type no text. */
  inFields?: boolean;
}

const shortcuts = new Set<Shortcut>();
let leader: string | null = null;
let leaderTimer: ReturnType<typeof setTimeout> | undefined;

/** Adds shortcuts while a screen is shown; returns a function that removes them. The latest one wins. */
export function useShortcuts(added: readonly Shortcut[]): () => void {
  for (const shortcut of added) shortcuts.add(shortcut);
  return () => {
    for (const shortcut of added) shortcuts.delete(shortcut);
  };
}

export function activeShortcuts(): Shortcut[] {
  const byKeys = new Map([...shortcuts].map((s) => [s.keys, s]));
  return [...byKeys.values()];
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const shift = event.shiftKey && /^[a-z]$|^enter$/.test(key) ? 'shift+' : '';
  return control + shift + key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The page's one listener. Only `inFields` keys fire in a text field or while a dialog is open. */
export function onKeydown(event: KeyboardEvent): void {
  if (event.altKey || event.isComposing) return;
  const name = nameOf(event);
  const sequence = leader ? `${leader} ${name}` : name;
  const quiet = isTyping(event.target) || document.querySelector('[role="dialog"]') !== null;
  const found = activeShortcuts().find((s) => s.keys === sequence && (!quiet || s.inFields));
  clearTimeout(leaderTimer);
  leader = null;
  if (found) {
    event.preventDefault();
    found.run();
  } else if (name === 'g' && !quiet) {
    leader = 'g';
    leaderTimer = setTimeout(() => (leader = null), 1200);
  }
}
