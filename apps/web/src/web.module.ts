import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './health/health.controller.js';
import { AssetsController } from './http/assets.controller.js';
import { FailureFilter, FailureWatch } from './http/failure.filter.js';
import { FormKeeper } from './http/form-keeper.js';
import { FormGuard } from './http/form.guard.js';
import { PageInterceptor } from './http/page.interceptor.js';
import { PageSender } from './http/page-sender.js';
import { SessionGuard } from './http/session.guard.js';
import { IdentityDoor } from './identity-door.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { AlertFilesController } from './pages/alerts/alert-files.controller.js';
import { AlertQualityController } from './pages/alerts/alert-quality.controller.js';
import { AlertingController } from './pages/alerts/alerting.controller.js';
import { AlertRulesController } from './pages/alert-rules/alert-rules.controller.js';
import { RuleFormController } from './pages/alert-rules/rule-form.controller.js';
import { AlertsController } from './pages/alerts/alerts.controller.js';
import { FollowUpController } from './pages/alerts/follow-up.controller.js';
import { BackTestController } from './pages/back-test/back-test.controller.js';
import { BoardController } from './pages/board/board.controller.js';
import { ConnectionsController } from './pages/connections/connections.controller.js';
import { KeyController } from './pages/connections/key.controller.js';
import { CouncilController } from './pages/council/council.controller.js';
import { CouncilsController } from './pages/councils/councils.controller.js';
import { FeedbackController } from './pages/feedback/feedback.controller.js';
import { ChartSender, PagesOrigin } from './pages/figures/chart-sender.js';
import { FiguresController } from './pages/figures/figures.controller.js';
import { SeriesController } from './pages/figures/series.controller.js';
import { HistoryController } from './pages/history/history.controller.js';
import { HomeController } from './pages/home/home.controller.js';
import {
  CouncilExportsController,
  MetricExportsController,
} from './pages/metrics/exports.controller.js';
import { FunnelController } from './pages/metrics/funnel.controller.js';
import { MetricTableController } from './pages/metrics/metric-table.controller.js';
import { MetricsController } from './pages/metrics/metrics.controller.js';
import { MilestonesController } from './pages/milestones/milestones.controller.js';
import { OverviewController } from './pages/overview/overview.controller.js';
import { DownloadsController } from './pages/receipt/downloads.controller.js';
import { DraftController } from './pages/return/draft.controller.js';
import { SubmissionsController } from './pages/submissions/submissions.controller.js';
import { AskController } from './pages/permissions/ask.controller.js';
import { RequestsController } from './pages/permissions/requests.controller.js';
import { ReturnsController } from './pages/returns/returns.controller.js';
import { CountingController } from './pages/counting/counting.controller.js';
import { PacksController } from './pages/packs/packs.controller.js';
import { PackFilesController } from './pages/packs/pack-files.controller.js';
import { ColumnsController } from './pages/columns/columns.controller.js';
import { PublishedController } from './pages/published/published.controller.js';
import { MessagesController } from './pages/messages/messages.controller.js';
import { QualityController } from './pages/quality/quality.controller.js';
import { ReceiptController } from './pages/receipt/receipt.controller.js';
import { ReconciliationController } from './pages/reconciliation/reconciliation.controller.js';
import { ReturnController } from './pages/return/return.controller.js';
import { SilencesController } from './pages/silences/silences.controller.js';
import { PartnershipsController, RegionsController } from './pages/areas/areas.controller.js';
import { CompareController } from './pages/compare/compare.controller.js';
import { MoreController } from './pages/more/more.controller.js';
import { ReformsController } from './pages/reforms/reforms.controller.js';
import { SignInController } from './pages/sign-in/sign-in.controller.js';
import {
  TextPagesController,
  UnknownAddressController,
} from './pages/static/text-pages.controller.js';
import { PageRenderer } from './render/page-renderer.js';
import { ServiceDoor } from './service-door.js';

/** Everything that the pages are given from outside. */
export type WebParts = {
  readonly door: ServiceDoor;
  readonly identity: IdentityDoor;
  readonly watch: FailureWatch;
  /** Where people find the pages, without a slash at the end. */
  readonly origin: string;
};

@Module({})
export class WebModule {
  static of({ door, identity, watch, origin }: WebParts): DynamicModule {
    return {
      module: WebModule,
      controllers: [
        AlertFilesController,
        AlertQualityController,
        AlertingController,
        // `new` before a rule's code.
        RuleFormController,
        AlertRulesController,
        AlertsController,
        AskController,
        AssetsController,
        BackTestController,
        BoardController,
        ConnectionsController,
        CouncilController,
        CouncilsController,
        CountingController,
        DownloadsController,
        DraftController,
        FeedbackController,
        FiguresController,
        FollowUpController,
        FunnelController,
        HealthController,
        HistoryController,
        HomeController,
        KeyController,
        LiveController,
        MessagesController,
        MetricTableController,
        MetricsController,
        MetricExportsController,
        CouncilExportsController,
        MilestonesController,
        OverviewController,
        PackFilesController,
        PacksController,
        PartnershipsController,
        RegionsController,
        ReformsController,
        MoreController,
        CompareController,
        PublishedController,
        QualityController,
        ReceiptController,
        ReconciliationController,
        ColumnsController,
        RequestsController,
        ReturnController,
        ReturnsController,
        SeriesController,
        SignInController,
        SilencesController,
        SubmissionsController,
        TextPagesController,
        UnknownAddressController,
      ],
      providers: [
        { provide: ServiceDoor, useValue: door },
        { provide: IdentityDoor, useValue: identity },
        { provide: FailureWatch, useValue: watch },
        { provide: PagesOrigin, useValue: { origin } },
        ChartSender,
        PageRenderer,
        PageSender,
        FormKeeper,
        LiveStreams,
        // The order counts: who is asking must be known before a form's token is compared.
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: FormGuard },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_FILTER, useClass: FailureFilter },
      ],
    };
  }
}
