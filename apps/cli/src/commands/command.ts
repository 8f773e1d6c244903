import type { AppConfig } from '#platform/config';

export type CommandInput = {
  readonly config: AppConfig;
  readonly root: string;
  /** Words after the command's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
};

/** One thing a person can run: `npm run cli -- <name>`. Answers the exit status. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly run: (input: CommandInput) => Promise<number>;
};
