import type { Attachment } from 'svelte/attachments';

/** A bar that stays at the foot of the window keeps its room: notices stand above it, as `--foot-bar` tells. */
export const footBar: Attachment<HTMLElement> = (bar) => {
  const { style } = document.documentElement;
  const seen = new ResizeObserver(() => {
    const stays = getComputedStyle(bar).position !== 'static';
    style.setProperty('--foot-bar', stays ? `${bar.offsetHeight}px` : '0px');
  });
  seen.observe(bar);
  return () => {
    seen.disconnect();
    style.removeProperty('--foot-bar');
  };
};
