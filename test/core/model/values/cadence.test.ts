import { describe } from 'node:test';
import { describeCadence, readCadence } from '../../../../server/src/core/model/values/cadence.ts';
import { checkReadings, checkRefusals } from './readings.ts';

describe('cadences', () => {
  checkReadings(readCadence, describeCadence, {
    daily: 'every day',
    weekly: 'every week (7 days)',
    Fortnightly: 'every 2 weeks (14 days)',
    quarterly: 'every quarter (90 days)',
    '6 months': 'every 6 months (180 days)',
    'every 2-3 weeks': 'every 2 to 3 weeks (14 to 21 days)',
    'after each run': 'after each run',
  });
  checkRefusals(readCadence, {
    'when it rains': { says: 'is not a cadence such as weekly' },
    '': { says: 'is not a cadence' },
  });
});
