import { preview } from 'vite';

// Serves a built site for tests, as a static host would: `node scripts/serve-build.mjs <folder> <base> <port>`.
const [folder = 'dist', base = '/', port = '4410'] = process.argv.slice(2);
await preview({
  configFile: false,
  appType: 'mpa',
  base,
  build: { outDir: folder },
  preview: { host: '127.0.0.1', port: Number(port), strictPort: true },
});
