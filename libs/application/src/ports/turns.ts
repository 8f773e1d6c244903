/** Lets whatever else waits in this process come first: between two parts of long work. */
export abstract class Turns {
  abstract give(): Promise<void>;
}
