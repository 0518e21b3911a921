import { serveContender } from './serve-contender.ts';

serveContender({ 'jax-webgpu': async () => (await import('./jax-webgpu.ts')).openContender() });
