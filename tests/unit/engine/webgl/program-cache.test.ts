import { describe, expect, it } from 'vitest';
import { createProgramCache } from '../../../../src/engine/webgl/program-cache.ts';
import type { ShaderProgram, StartedProgram } from '../../../../src/engine/webgl/programs.ts';
import type { FragmentShader } from '../../../../src/engine/webgl/shaders/fragment-shader.ts';

const shader = (source: string): FragmentShader => ({ source, slots: [] });

/** A compiler whose programs get ready when they are let go, and what happened to them in order. */
function compiler() {
  const events: string[] = [];
  const ready = new Set<string>();
  const start = ({ source }: FragmentShader): StartedProgram => {
    events.push(`start ${source}`);
    return {
      isReady: () => ready.has(source),
      finish(): ShaderProgram {
        events.push(`finish ${source}`);
        if (source === 'broken') throw new Error('A program did not compile.');
        return { slots: [], use: () => undefined };
      },
      delete: () => events.push(`delete ${source}`),
    };
  };
  return { events, start, letGo: (...sources: string[]) => sources.forEach((source) => ready.add(source)) };
}

describe('programs of the webgl engine', () => {
  it('are all started before any is asked for its outcome, and finished as they get ready', async () => {
    const { events, start, letGo } = compiler();
    const cache = createProgramCache(start, () => undefined);
    cache.announce(3);
    const programs = ['a', 'b', 'c'].map((source) => cache.acquire(shader(source)).ready);
    expect(events).toEqual(['start a', 'start b', 'start c']);
    letGo('b');
    await programs[1];
    expect(events.slice(3)).toEqual(['finish b']);
    expect(cache.count()).toEqual({ asked: 3, ready: 1 });
    letGo('a', 'c');
    await Promise.all(programs);
    expect(cache.count()).toEqual({ asked: 3, ready: 3 });
  });

  it('of one source are compiled once, also while they are under way', async () => {
    const { events, start, letGo } = compiler();
    const cache = createProgramCache(start, () => undefined);
    const [first, second] = [cache.acquire(shader('a')), cache.acquire(shader('a'))];
    letGo('a');
    expect(await first.ready).toBe(await second.ready);
    first.release();
    second.release();
    await cache.acquire(shader('a')).ready;
    expect(events).toEqual(['start a', 'finish a']);
  });

  it('that do not compile are not kept', async () => {
    const { events, start, letGo } = compiler();
    const cache = createProgramCache(start, () => undefined);
    letGo('broken');
    await expect(cache.acquire(shader('broken')).ready).rejects.toThrow('did not compile');
    await expect(cache.acquire(shader('broken')).ready).rejects.toThrow('did not compile');
    expect(events).toEqual([
      'start broken',
      'finish broken',
      'delete broken',
      'start broken',
      'finish broken',
      'delete broken',
    ]);
  });

  it('are given up where the device goes away while they compile', async () => {
    const { events, start } = compiler();
    let gone = false;
    const cache = createProgramCache(start, () => {
      if (gone) throw new Error('gone');
    });
    const { ready } = cache.acquire(shader('a'));
    gone = true;
    cache.clear();
    await expect(ready).rejects.toThrow('gone');
    expect(events).toEqual(['start a', 'delete a']);
  });
});
