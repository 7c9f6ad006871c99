import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  compareVersions,
  describeVersion,
  describeVersionRange,
  readVersion,
  readVersionRange,
  satisfies,
  type Version,
  type VersionRange,
} from '../../../../server/src/core/model/values/version.ts';
import { checkReadings, checkRefusals } from './readings.ts';

function version(text: string): Version {
  const parsed = readVersion(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

function range(text: string): VersionRange {
  const parsed = readVersionRange(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

describe('versions', () => {
  checkReadings(readVersion, describeVersion, {
    '1.2.0': '1.2.0',
    '0.0.0': '0.0.0',
    '1.10.0': '1.10.0',
    '1.0.0-rc.1': '1.0.0-rc.1',
    '1.0.0-alpha-x.7.z+build.5': '1.0.0-alpha-x.7.z',
    '1.0.0+20130313144700': '1.0.0',
  });
  checkRefusals(readVersion, {
    '': {},
    'one point two': {},
    '1.2': { suggestion: '1.2.0' },
    '1': { suggestion: '1.0.0' },
    'v1.2.3': { suggestion: '1.2.3' },
    '01.2.3': { suggestion: '1.2.3' },
    '1.2.3-01': {},
    '1.2.3-': {},
    '1.2.3.4': {},
  });
  test('come in the order of the specification', () => {
    const order =
      '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1 1.2.0 1.10.0 2.0.0';
    const versions = order.split(' ').map(version);
    for (const [at, left] of versions.entries()) {
      for (const [other, right] of versions.entries()) {
        assert.equal(Math.sign(compareVersions(left, right)), Math.sign(at - other));
      }
    }
  });
});

/** Range: versions that lie in it, and versions that do not. */
const ranges: Readonly<Record<string, readonly [string, string]>> = {
  '^1': ['1.0.0 1.9.9', '0.9.9 2.0.0 2.0.0-rc.1 1.5.0-beta'],
  '^1.2.3': ['1.2.3 1.9.0', '1.2.2 2.0.0'],
  '^0.2.3': ['0.2.3 0.2.9', '0.3.0 0.2.2 1.0.0'],
  '^0.0.3': ['0.0.3', '0.0.4 0.0.2'],
  '^0': ['0.0.0 0.9.0', '1.0.0'],
  '^1.2.3-beta.2': ['1.2.3-beta.2 1.2.3-beta.4 1.2.3 1.9.0', '1.2.3-beta.1 1.2.4-beta.2 2.0.0'],
  '~1.2': ['1.2.0 1.2.9', '1.3.0 1.1.9'],
  '~1': ['1.0.0 1.9.9', '2.0.0'],
  '~1.2.3': ['1.2.3 1.2.9', '1.2.2 1.3.0'],
  '>=1 <2': ['1.0.0 1.9.9', '0.9.9 2.0.0'],
  '>= 1.2  < 3': ['1.2.0 2.9.9', '1.1.9 3.0.0'],
  '>1.2': ['1.3.0 2.0.0', '1.2.9 1.2.0'],
  '<=1.2': ['1.2.9 1.0.0', '1.3.0'],
  '<1.2': ['1.1.9', '1.2.0'],
  '1.x': ['1.0.0 1.9.9', '2.0.0'],
  '1.2.*': ['1.2.9', '1.3.0'],
  '1': ['1.5.0', '2.0.0'],
  '=1.2.3': ['1.2.3', '1.2.4'],
  '1.2.3 - 1.4': ['1.2.3 1.4.9', '1.5.0 1.2.2'],
  '^1 || ^3': ['1.1.0 3.1.0', '2.0.0 4.0.0'],
  '*': ['0.0.1 99.0.0', '1.0.0-rc.1'],
  '>*': ['', '0.0.0 1.0.0 99.0.0'],
};

describe('ranges', () => {
  for (const [text, [within, without]] of Object.entries(ranges)) {
    test(text, () => {
      for (const each of within.split(' ').filter(Boolean))
        assert.ok(satisfies(version(each), range(text)), `${each} lies in it`);
      for (const each of without.split(' '))
        assert.ok(!satisfies(version(each), range(text)), `${each} does not`);
    });
  }
  checkReadings(readVersionRange, describeVersionRange, {
    '^1': 'from 1.0.0, below 2.0.0',
    '1.2.3': 'exactly 1.2.3',
    '*': 'any version',
    '<1 || >=2.1.0': 'below 1.0.0, or from 2.1.0',
  });
  checkRefusals(readVersionRange, {
    '': {},
    latest: {},
    '^1.2.3.4': {},
    '>=1 ||': {},
    '^^1': {},
    '>= <2': {},
  });
});
