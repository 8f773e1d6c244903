import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** Reads a JSON file and checks its shape; a fault names the file and the place. */
export function readJson<T>(path: string, shape: z.ZodType<T>): T {
  const read = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  const first = read.error.issues[0];
  throw new Error(`${path}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`);
}
