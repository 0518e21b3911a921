import { readdirSync } from 'node:fs';

const rooms = new URL('../islands/', import.meta.url);

/** Whether a part of a room is the figure itself, which bears the room's name in capitals: `ErmVsMixup` in `erm-vs-mixup`. */
const isFigureOf = (room: string, name: string): boolean => name.toLowerCase() === room.replaceAll('-', '');

/**
 * The figure components authors may use by name, and the anchor each has unless the author gives another `id`: the name of the
 * figure's room in `src/islands/`. A figure is known by being there; the rooms are read anew each time, so that `astro dev` knows one
 * that has just been begun.
 */
export const figureNames = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(rooms, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
      .flatMap(({ name: room }) =>
        readdirSync(new URL(`${room}/`, rooms))
          .filter((file) => file.endsWith('.astro'))
          .map((file): [string, string] => [file.replace(/\.astro$/, ''), room]),
      )
      .filter(([name, room]) => isFigureOf(room, name))
      .sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
