/** The environment of this process; the only place that looks at it. */
export const readEnvironment = (): Readonly<Record<string, string | undefined>> => process.env;
