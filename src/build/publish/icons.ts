import type { AstroIntegration } from 'astro';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Icons for home screens: how wide, and how much of it the sign fills; systems cut the edge of some to a shape of theirs. */
const sizes = {
  'touch.png': [180, 0.72],
  '192.png': [192, 0.8],
  '512.png': [512, 0.8],
  'maskable.png': [512, 0.56],
} as const;

/** Makes the icons of home screens of the one sign of the site, which browsers show as it is. */
export function icons(): AstroIntegration {
  return {
    name: 'icons',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const sign = readFileSync(new URL('favicon.svg', dir));
        mkdirSync(new URL('icons/', dir), { recursive: true });
        for (const [name, [size, share]] of Object.entries(sizes)) {
          const inside = Math.round(size * share);
          const drawn = await sharp(sign, { density: 96 * (inside / 32) })
            .resize(inside)
            .png()
            .toBuffer();
          const ground = { create: { width: size, height: size, channels: 3, background: '#fdfcf9' } } as const;
          const icon = await sharp(ground)
            .composite([{ input: drawn }])
            .png()
            .toBuffer();
          writeFileSync(fileURLToPath(new URL(`icons/${name}`, dir)), icon);
        }
      },
    },
  };
}
