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
    await service.sendNotifications.run();
  },
  notifications: async () => {
    await service.sendNotifications.run();
    await service.sendOutside.run();
  },
  sweep: async () => {
    await service.remindOfReturns.run();
    await service.followOnAlerts.run();
    await service.sweepSchedules.run();
  },
});
