import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from './inputs.js';

/** The files that the demonstration is made from, of a programme's folder. */
export function readTexts(folder: string): Texts {
  const text = (...parts: string[]): string => readFileSync(join(folder, ...parts), 'utf8');
  return {
    calibration: text('demonstration', 'calibration.csv'),
    levels: text('demonstration', 'levels.csv'),
    story: text('demonstration', 'story.json'),
    participation: text('demonstration', 'participation.json'),
    partnerships: text('partnerships.json'),
    holidays: text('bank-holidays.json'),
    programme: text('programme.json'),
    monthlyReturn: text('return.json'),
    boxes: text('metrics', 'boxes.json'),
  };
}
