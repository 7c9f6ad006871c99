import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  artefactParts,
  describeArtefact,
  matchesArtefact,
  readArtefact,
} from '../../../../server/src/core/model/values/artefact.ts';
import {
  describeIdentifier,
  readIdentifier,
  slug,
} from '../../../../server/src/core/model/values/identifier.ts';
import {
  describeCount,
  describeNumberRange,
  readCount,
  readNumberRange,
} from '../../../../server/src/core/model/values/number.ts';
import { checkReadings, checkRefusals } from './readings.ts';

describe('ids', () => {
  checkReadings(readIdentifier, describeIdentifier, {
    assess: 'assess',
    'tell-people-2': 'tell-people-2',
    '2fa': '2fa',
  });
  checkRefusals(readIdentifier, {
    '': { says: 'missing' },
    'Restore Service': { suggestion: 'restore-service' },
    restoreTheService: { suggestion: 'restore-the-service' },
    'Restore SRE2Go': { suggestion: 'restore-sre2-go' },
    restore_service: { suggestion: 'restore-service' },
    'a--b': { suggestion: 'a-b' },
    '-a': { suggestion: 'a' },
    审批: {},
    end: { suggestion: 'end-here', says: 'meaning of its own' },
    End: {},
  });
});

describe('slugs', () => {
  const slugs: Readonly<Record<string, string>> = {
    'Are people at high risk?': 'are-people-at-high-risk',
    'What’s next?': 'whats-next',
    'Größe prüfen': 'grosse-prufen',
    'Søren & Æsop': 'soren-aesop',
    SEV1: 'sev1',
    '  --  ': '',
    审批: '',
    'C++ / C#': 'c-c',
  };
  for (const [text, expected] of Object.entries(slugs)) test(text, () => assert.equal(slug(text), expected));
});

describe('artefacts', () => {
  checkReadings(readArtefact, describeArtefact, {
    'forensic-report': 'forensic-report',
    'post-mortem@1': 'post-mortem, version 1',
  });
  checkRefusals(readArtefact, {
    '': {},
    'Breach Scope': { suggestion: 'breach-scope' },
    'post-mortem@1.2': { suggestion: 'post-mortem@1', says: 'major' },
    'post-mortem@v1': { suggestion: 'post-mortem@1' },
    'post-mortem@': {},
    'post-mortem@latest': {},
  });
  test('match by name, and by version where both have one', () => {
    const matches = (made: string, wanted: string): boolean =>
      matchesArtefact(artefactParts(made), artefactParts(wanted));
    assert.ok(matches('a', 'a') && matches('a@1', 'a') && matches('a', 'a@1') && matches('a@1', 'a@1'));
    assert.ok(!matches('a@1', 'a@2') && !matches('a', 'b') && !matches('a@x', 'a'));
  });
});

describe('numbers', () => {
  checkReadings(readCount, describeCount, { '0': '0', '2': '2', '007': '7' });
  checkRefusals(readCount, {
    '': {},
    two: {},
    '1.5': {},
    '2.0': { suggestion: '2' },
    '-1': {},
    '1e3': {},
    '0x10': {},
    '1_000': {},
  });
  checkReadings(readNumberRange, describeNumberRange, {
    '1-5': 'from 1 to 5',
    '0..100': 'from 0 to 100',
    '1 – 5': 'from 1 to 5',
    '-5..5': 'from -5 to 5',
    '0.5-4.5': 'from 0.5 to 4.5',
    '3': '3',
  });
  checkRefusals(readNumberRange, {
    '': {},
    'low-high': {},
    '5-1': { code: 'reversed-range', suggestion: '1-5' },
    '5..-5': { code: 'reversed-range', suggestion: '-5..5' },
  });
});
