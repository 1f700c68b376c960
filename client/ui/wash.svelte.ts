import type { Attachment } from 'svelte/attachments';

const AT_MOST_EVERY = 1000;

/**
 * Colours a cell for a moment when its number rises or falls, at most once a second. With reduced motion,
 * the stylesheet shows a small arrow instead.
 */
export function wash(value: () => string | null | undefined): Attachment<HTMLElement> {
  return (cell) => {
    let before: number | null = null;
    let washedAt = 0;
    $effect(() => {
      const text = value();
      const now = text === null || text === undefined ? null : Number(text);
      const rose = before !== null && now !== null ? Math.sign(now - before) : 0;
      before = now;
      if (rose === 0 || Date.now() - washedAt < AT_MOST_EVERY) return;
      washedAt = Date.now();
      cell.classList.remove('rose', 'fell');
      void cell.offsetWidth;
      cell.classList.add(rose > 0 ? 'rose' : 'fell');
    });
  };
}
