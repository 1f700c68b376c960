import { faultFile } from '../adapters/system/fault-file.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { PassFaultPoint } from '../ports/fault-points.ts';

type Switches = Pick<SharedConfig, 'testFaults' | 'testClock' | 'realTrading' | 'dataDir'>;

/** Only a desk on a test clock, without real trading, can be made to end at a fault point. */
export function composeFaults(config: Switches): PassFaultPoint | undefined {
  return isTest(config) ? faultFile(config.dataDir) : undefined;
}

/**
 * Whether the desk reconciles what it sent. Always true, except in the test that shows why reconciliation is
 * needed.
 */
export function reconciles(config: Switches): boolean {
  return !isTest(config) || config.testFaults !== 'no-reconciliation';
}

function isTest({ testFaults, testClock, realTrading }: Switches): boolean {
  return testFaults !== null && testClock !== null && !realTrading;
}
