import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import DemoFrame from '../../../../../src/islands/kit/demo/DemoFrame.svelte';

/** The HTML of a frame, with what it fails by handed to its boundaries, as in a browser. */
function html(props: Record<string, unknown>): string {
  return render(DemoFrame as unknown as Component<Record<string, unknown>>, {
    props: { id: 'a-figure', state: 'done', engine: 'cpu', step: 3, ...props },
    transformError: (error) => error,
  }).body;
}

const parts = (text: () => string) => createRawSnippet(() => ({ render: () => `<p>${text()}</p>` }));
const failingBy = (error: Error) => (): never => {
  throw error;
};

test('a figure that is drawn says nothing of failure', () => {
  const page = html({ notices: ['alpha is 1'], children: parts(() => 'the plot') });
  expect(page).toContain('the plot');
  expect(page).toContain('alpha is 1');
  expect(page).not.toContain('role="alert"');
});

test('a part that fails is told in its place, once, and leaves notices and footer', () => {
  const broken = new TypeError('nothing is not iterable');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const page = html({ notices: ['alpha is 1'], children: parts(failingBy(broken)) });
  expect(page).toMatch(/data-state="done"[^]*role="alert"[^]*Something went wrong while this figure was drawn/);
  expect(page).toContain('Draw it again');
  expect(page).toContain('alpha is 1');
  expect(page).not.toContain(broken.message);
  expect(told).toHaveBeenCalledOnce();
});

test('what fails in the frame itself is told by a frame that holds nothing else, under the figure’s name', () => {
  const broken = new TypeError('nothing is not iterable');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const page = html({ notices: new Proxy([], { get: failingBy(broken) }), children: parts(() => 'the plot') });
  expect(page).toMatch(/<div class="demo[^"]*" data-demo="a-figure" data-state="failed">/);
  expect(page.match(/data-demo=/g)).toHaveLength(1);
  expect(page.match(/role="alert"/g)).toHaveLength(1);
  expect(page).toContain('Draw it again');
  expect(page).not.toContain(broken.message);
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls.flat()).toContain(broken);
});
