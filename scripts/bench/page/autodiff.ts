import { serveContender } from './serve-contender.ts';

serveContender({
  'autodiff-webgl': async () => (await import('./autodiff-webgl.ts')).openContender(),
  'autodiff-cpu': async () => (await import('./autodiff-cpu.ts')).openContender(),
});
