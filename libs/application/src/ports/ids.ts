/** The only source of ids outside tests. Ids sort by the time they were made (UUID version 7). */
export abstract class Ids {
  abstract newId(): string;
}
