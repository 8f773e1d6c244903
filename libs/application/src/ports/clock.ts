/** The only source of time outside tests: the real clock, `AS_OF`, or the demonstration clock. */
export abstract class Clock {
  abstract now(): Date;
}
