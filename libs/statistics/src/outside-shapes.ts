// What comes from outside may not be of the shape that its type says. These do not narrow: the type stays the declared one.

export const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): boolean => Array.isArray(value);

export const isListOfRecords = (value: unknown): boolean =>
  Array.isArray(value) && value.every(isRecord);
