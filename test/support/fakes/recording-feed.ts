import type { EventFeed, Wake } from '../../../server/ports/event-feed.ts';

/** Keeps what was published, for a test to ask. */
export class RecordingFeed implements EventFeed {
  readonly wakes: Wake[] = [];

  publish(wake: Wake): void {
    this.wakes.push(wake);
  }

  subscribe(): () => void {
    return () => undefined;
  }
}
