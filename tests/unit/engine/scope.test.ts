import { afterEach, expect, it, vi } from 'vitest';
import { createScope } from '../../../src/engine/scope.ts';

afterEach(() => vi.restoreAllMocks());

it('ends what came last first, once', () => {
  const scope = createScope();
  const ended: string[] = [];
  scope.defer(() => ended.push('first'));
  const thing = { dispose: () => void ended.push('second') };
  expect(scope.own(thing)).toBe(thing);
  scope.defer(() => ended.push('third'));
  scope.dispose();
  scope.dispose();
  expect(ended).toEqual(['third', 'second', 'first']);
});

it('ends all the others when one cannot be ended, and puts its error on the console', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const scope = createScope();
  const ended: string[] = [];
  const broken = new Error('the context is gone');
  scope.defer(() => ended.push('first'));
  scope.defer(() => {
    throw broken;
  });
  scope.defer(() => ended.push('last'));
  scope.dispose();
  expect(ended).toEqual(['last', 'first']);
  expect(logged.mock.calls).toEqual([[broken]]);
});
