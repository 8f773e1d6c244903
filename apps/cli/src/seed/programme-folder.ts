import { join } from 'node:path';

/** Where the programme that this service carries is. */
export const programmeFolder = (root: string): string => join(root, 'programmes', 'send-ap');
