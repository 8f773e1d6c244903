import type { Refusal, Result } from '#domain';
import type { Reader } from '#domain/access';
import type { Entry } from '#domain/follow-up';
import type { AlertRule } from '#domain/judgement';
import type { AlertingStatus } from '#application/alerting';
import type {
  NotSaved,
  NotSwitched,
  RuleStanding,
  RuleStory,
  SavedRule,
  SaveRuleRequest,
  SwitchRuleRequest,
} from '#application/alert-rules';
import type {
  AlertQuality,
  AlertQuestion,
  FiguresBehind,
  FollowUpRequest,
  Gets,
  MadeSubscription,
  RecipientChoice,
  Silences,
} from '#application/alerts';
import type {
  AlertRecord,
  AlertWithStory,
  AsKnown,
  BackTest,
  Correction,
  DeadMessage,
  InboxMessage,
  OutsideChannel,
  PageOf,
  RuleVersion,
  Subscription,
} from '#application/ports';

/** A use case that does one thing. */
export type Runs<Args extends readonly unknown[], Answer> = {
  run(...args: Args): Promise<Answer>;
};

/** What the pages ask of alerts: their rules, what is done about them, and who is told. */
export abstract class AlertsDoor {
  abstract readonly backTests: {
    start(request: {
      reader: Reader;
      code: string;
      version: number;
      asKnown: AsKnown;
    }): Promise<Result<BackTest, Refusal>>;
    cancel(reader: Reader, id: string): Promise<Result<BackTest, Refusal>>;
    ofRule(
      reader: Reader,
      of: { code: string; version: number },
    ): Promise<{ readonly rule: AlertRule; readonly latest: BackTest | null } | null>;
  };
  abstract readonly readAlerts: {
    list(reader: Reader, question: AlertQuestion): Promise<PageOf<AlertRecord>>;
    one(reader: Reader, id: string): Promise<AlertWithStory | null>;
    entries(
      reader: Reader,
      alertIds: readonly string[],
    ): Promise<ReadonlyMap<string, readonly Entry[]>>;
    quality(reader: Reader): Promise<AlertQuality | null>;
    corrections(reader: Reader, story: AlertWithStory): Promise<readonly Correction[]>;
    figuresBehind(reader: Reader, story: AlertWithStory): Promise<FiguresBehind | null>;
    inbox(reader: Reader): Promise<readonly InboxMessage[]>;
  };
  /** Whether alerting itself works; null for whoever may not know. */
  abstract readonly alerting: { status(reader: Reader): Promise<AlertingStatus | null> };
  abstract readonly acknowledgeAlert: Runs<
    [{ reader: Reader; alertId: string }],
    Result<AlertRecord, Refusal>
  >;
  abstract readonly followUpAlert: Runs<[FollowUpRequest], Result<AlertRecord, Refusal>>;
  abstract readonly readAlertRules: {
    list(reader: Reader): Promise<readonly RuleStanding[]>;
    one(reader: Reader, code: string): Promise<RuleStory | null>;
  };
  abstract readonly saveAlertRule: Runs<[SaveRuleRequest], Result<SavedRule, NotSaved>>;
  abstract readonly switchAlertRule: Runs<[SwitchRuleRequest], Result<RuleVersion, NotSwitched>>;
  abstract readonly silences: Pick<Silences, 'mayFor' | 'add' | 'end' | 'list' | 'ofAlert'>;
  abstract readonly subscriptions: {
    choices(reader: Reader): Promise<readonly RecipientChoice[]>;
    ofRecipient(reader: Reader, key: string): Promise<readonly Subscription[]>;
    add(request: {
      reader: Reader;
      recipient: string;
      channel: OutsideChannel;
      address: string;
      gets?: Gets;
    }): Promise<Result<MadeSubscription, Refusal>>;
    end(request: { reader: Reader; id: string }): Promise<Result<Subscription, Refusal>>;
    test(request: { reader: Reader; recipient: string }): Promise<Result<string, Refusal>>;
    dead(reader: Reader): Promise<readonly DeadMessage[]>;
    sendAgain(request: { reader: Reader; id: string }): Promise<Result<null, Refusal>>;
  };
}
