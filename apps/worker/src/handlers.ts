import type { Service } from '#composition';
import type { Handlers } from '#queue';

/** What each look does. Every one drains its rows; running it twice, late or beside itself does no harm. */
export const handlersFor = (service: Service): Handlers => ({
  submissions: async () => {
    await service.checkStoredSubmissions.run();
    await service.workPublishedImports.run();
  },
  assessments: async () => {
    await service.judgeSeries.run();
    await service.evaluateRules.run();
    await service.alerting.beat('judgement');
    await service.sendNotifications.run();
  },
  notifications: async () => {
    await service.sendNotifications.run();
    await service.sendOutside.run();
    await service.alerting.beat('messages');
  },
  'back-tests': async () => {
    await service.workBackTests.run();
  },
  sweep: async () => {
    await service.remindOfReturns.run();
    await service.followOnAlerts.run();
    await service.planDigests.run();
    await service.sweepSchedules.run();
    await service.alerting.beat('calendar');
    await service.alerting.tellMonitor();
  },
});
