import { describe, expect, test } from '@jest/globals';
import {
  allowanceText,
  boundText,
  changeIntervalText,
  changeText,
  counted,
  countText,
  decimalsToTellApart,
  pText,
  sizeText,
  valueText,
  type Unit,
} from '../../src/gate/index.js';

describe('figures as a reader sees them', () => {
  test.each<[number | null, Unit, string]>([
    [0.39045, 'fraction', '39.0%'],
    [0, 'fraction', '0.0%'],
    [1, 'fraction', '100.0%'],
    [0.9996, 'fraction', '99.96%'],
    [0.0004, 'fraction', '0.04%'],
    [-0.25, 'fraction', '−25.0%'],
    [34.249, 'percent', '34.2'],
    [7.416, 'points10', '7.42'],
    [1234567.891, 'number', '1,234,568'],
    [0.012345, 'number', '0.01235'],
    [-0, 'number', '0'],
    [1e21, 'number', '1.00e+21'],
    [null, 'fraction', '–'],
  ])('value %s as %s: %s', (value, unit, text) => {
    expect(valueText(value, unit)).toBe(text);
  });

  test.each<[number, Unit, string]>([
    [-0.0432, 'fraction', '−4.3 pp'],
    [0.17, 'fraction', '+17.0 pp'],
    [0, 'fraction', '0 pp'],
    [-0, 'percent', '0 points'],
    [-0.0004, 'fraction', '−0.04 pp'],
    [-1e-12, 'fraction', '−1.00e-10 pp'],
    [1.25, 'percent', '+1.3 points'],
    [-0.21, 'points10', '−0.21 points'],
    [-1500, 'number', '−1,500'],
  ])('change %s as %s: %s', (change, unit, text) => {
    expect(changeText(change, unit)).toBe(text);
  });

  test('the rest', () => {
    expect(changeIntervalText([-0.072, -0.014], 'fraction')).toBe('−7.2 to −1.4');
    expect(changeIntervalText([-0.009, 0.003], 'fraction')).toBe('−0.9 to +0.3');
    expect(sizeText(-0.0432, 'fraction')).toBe('4.3 pp');
    expect(allowanceText(0.02, 'fraction')).toBe('2 pp');
    expect(allowanceText(0.015, 'fraction')).toBe('1.5 pp');
    expect(allowanceText(0, 'percent')).toBe('0');
    expect(boundText(0.35, 'fraction')).toBe('35%');
    expect(boundText(0, 'fraction')).toBe('0');
    expect(boundText(0.07, 'fraction')).toBe('7%');
    expect([pText(0.0031506569), pText(0.00099), pText(1), pText(1e-20)]).toEqual([
      '0.003',
      '<0.001',
      '1.000',
      '<0.001',
    ]);
    expect([countText(1319), countText(12), countText(1_000_000)]).toEqual(['1,319', '12', '1,000,000']);
    expect([counted(1, 'example'), counted(0, 'example')]).toEqual(['1 example', '0 examples']);
  });

  test('two sizes that differ read differently, two that do not stay short', () => {
    expect(decimalsToTellApart(0.0432, 0.02, 'fraction')).toBe(0);
    expect(decimalsToTellApart(0.02004, 0.02, 'fraction')).toBe(2);
    expect(decimalsToTellApart(0.02, 0.02, 'fraction')).toBe(0);
  });
});
