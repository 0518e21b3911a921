import { serveContender } from './serve-contender.ts';

serveContender({
  'layers-webgl': async () => (await import('./layers-webgl.ts')).openContender(),
  'layers-cpu': async () => (await import('./layers-cpu.ts')).openContender(),
});
