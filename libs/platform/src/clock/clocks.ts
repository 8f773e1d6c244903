import { Clock } from '#application/ports';

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Showed `opensAt` at the real instant `openedAt`, and has run at the normal rate since. */
export class OffsetClock extends Clock {
  constructor(
    private readonly opensAt: Date,
    private readonly openedAt: Date,
    private readonly real: Clock = new SystemClock(),
  ) {
    super();
  }

  now(): Date {
    return new Date(this.opensAt.getTime() + this.real.now().getTime() - this.openedAt.getTime());
  }
}

/** Stands still until it is set: for specs, and for loading history as of its own days. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}

/** The clock that a process runs on: the real one, or one that showed `AS_OF` at `CLOCK_OPENED_AT`. */
export function clockFrom(config: {
  AS_OF?: Date | undefined;
  CLOCK_OPENED_AT?: Date | undefined;
}): Clock {
  return config.AS_OF
    ? new OffsetClock(config.AS_OF, config.CLOCK_OPENED_AT ?? new Date())
    : new SystemClock();
}
