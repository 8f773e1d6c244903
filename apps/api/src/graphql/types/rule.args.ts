import { ArgsType, Field, Int } from '@nestjs/graphql';

@ArgsType()
export class SwitchAlertRuleArgs {
  @Field({ description: 'The rule.' }) code!: string;
  @Field(() => Int, { description: 'Its newest version as you know it.' }) version!: number;
  @Field({ description: 'Whether it is switched on or off.' }) on!: boolean;
  @Field({ description: 'Why, for those who read its versions.' }) reason!: string;
}
