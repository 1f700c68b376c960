import type { Attachment } from 'svelte/attachments';

/** Publishes the height of a bar at the foot of the window as `--foot-bar`, so that notices appear above it. */
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
