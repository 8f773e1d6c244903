import { ForbiddenException } from '@nestjs/common';

/** A form that does not bring the token of this session: perhaps made for an earlier one. */
export class OldForm extends ForbiddenException {}
