import type { EventFeed, Wake } from '../../../server/ports/event-feed.ts';

/** Records what is published, for a test to check. */
export class RecordingFeed implements EventFeed {
  readonly wakes: Wake[] = [];

  publish(wake: Wake): void {
    this.wakes.push(wake);
  }

  subscribe(): () => void {
    return () => undefined;
  }
}
