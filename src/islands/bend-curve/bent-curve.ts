import {
  dayHours,
  meanTemperature,
  readTemperatures,
  temperatureRisk,
  type Readings,
} from '../../core/data/temperature.ts';
import { naturalSpline, smoothingSpline, splineAt, type CubicSpline } from '../../core/geometry/smoothing-spline.ts';
import { type bendCurveParameters, temperaturePlane, type CurveShape } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';

export type Settings = ValuesOf<typeof bendCurveParameters>;

/** Where the reader takes hold of the curve. */
interface CurveHandle {
  readonly hour: number;
  /** Height of the curve, in °C. */
  readonly height: number;
  /** The temperature read at this hour; nothing between readings. */
  readonly reading?: number;
}

/** A curve, the readings it is judged by, and its two risks in °C². */
export interface BentCurve {
  readonly readings: Readings;
  readonly handles: readonly CurveHandle[];
  readonly spline: CubicSpline;
  readonly empiricalRisk: number;
  readonly risk: number;
}

/** Few enough for handles that a finger can tell apart on a phone. */
const readingCount = 6;

/** Handles nearer to an end of the day than this would lie under one finger with the end's own. */
const leastHours = 1;

/** Stiffness of the preset "smooth", in hours³, chosen by hand and the same for every seed. */
const stiffness = 3;

/** How far the preset "wild" leaves the smooth way through the readings, up and down in turn, in °C. */
const swing = 7;

/** The curve of some settings. */
export function bentCurve(settings: Settings): BentCurve {
  const readings = readTemperatures(readingCount, settings.seed);
  const handles = movedHandles(settings, readings);
  const spline = naturalSpline(
    handles.map(({ hour }) => hour),
    handles.map(({ height }) => height),
  );
  const curve = (hour: number): number => splineAt(spline, hour);
  const errors = readings.hours.map((hour, i) => (curve(hour) - (readings.temperatures[i] as number)) ** 2);
  return {
    readings,
    handles,
    spline,
    empiricalRisk: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    risk: temperatureRisk(curve, [...new Set([0, ...spline.knots, dayHours])]),
  };
}

/** The settings after a handle was moved to another height, brought inside the plot and rounded to thousandths. */
export function withHeight(settings: Settings, index: number, hour: number, height: number): Settings {
  const y = Math.round(1000 * clampHeight(height)) / 1000;
  const others = settings.moved.filter((edit) => edit.index !== index);
  const moved = [...others, { index, x: Math.round(1000 * hour) / 1000, y, label: 0 as const }];
  return { ...settings, moved: moved.sort((a, b) => a.index - b.index) };
}

function movedHandles({ shape, moved }: Settings, readings: Readings): CurveHandle[] {
  return handlePlaces(readings).map((place, index) => {
    const edit = moved.find((one) => one.index === index);
    const height = edit && 'y' in edit ? edit.y : startingHeight(shape, readings, place.hour, index);
    return { ...place, height: clampHeight(height) };
  });
}

/** A handle at each reading, halfway between neighbors, and at the ends of the day. */
function handlePlaces({ hours, temperatures }: Readings): Omit<CurveHandle, 'height'>[] {
  const inner = hours.flatMap((hour, i) => {
    const next = hours[i + 1];
    const here = { hour, reading: temperatures[i] as number };
    return next === undefined ? [here] : [here, { hour: (hour + next) / 2 }];
  });
  const [first, last] = [hours[0] as number, hours.at(-1) as number];
  return [
    ...(first >= leastHours ? [{ hour: 0 }] : []),
    ...inner,
    ...(dayHours - last >= leastHours ? [{ hour: dayHours }] : []),
  ];
}

function startingHeight(shape: CurveShape, { hours, temperatures }: Readings, hour: number, index: number): number {
  if (shape === 'truth') return meanTemperature(hour);
  const bending = { line: Infinity, smooth: stiffness, through: 0, wild: 0 }[shape];
  const height = splineAt(smoothingSpline(hours, temperatures, bending), hour);
  if (shape !== 'wild' || hours.includes(hour)) return height;
  return height + (index % 4 < 2 ? swing : -swing);
}

function clampHeight(height: number): number {
  return Math.min(temperaturePlane.y[1], Math.max(temperaturePlane.y[0], height));
}
