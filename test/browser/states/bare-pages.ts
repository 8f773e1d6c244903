import { reconcileYear } from '#domain/intake';
import { qualityOf } from '#domain/quality';
import { openPages } from '#testing/web';
import { createWebApp } from '../../../apps/web/src/web-app.js';

const none = { items: [], cursors: [], next: null };
const nothing = (): Promise<never[]> => Promise.resolve([]);
const noPage = () => Promise.resolve(none);

/** The pages over a service in memory to which nobody has sent anything yet, and where nothing has happened. */
export async function startBare(): Promise<{ web: string; stop: () => Promise<void> }> {
  const pages = await openPages((parts) => {
    const { door } = parts;
    const { readAssessedSeries: assessed } = door;
    return createWebApp({
      ...parts,
      door: {
        ...door,
        readReturns: { run: nothing },
        readReturnForm: {
          run: async (...asked) => {
            const form = await door.readReturnForm.run(...asked);
            const empty = { lastMonth: null, current: null };
            return (
              form && {
                ...form,
                permissions: [],
                themes: form.themes.map((theme) => ({
                  ...theme,
                  boxes: theme.boxes.map((box) => ({ ...box, ...empty })),
                })),
              }
            );
          },
        },
        readCouncilFigures: { run: nothing },
        readAssessedArea: { run: nothing },
        readAssessedSeries: {
          ofCouncil: nothing,
          ofMetric: async (...asked) => {
            const found = await assessed.ofMetric(...asked);
            return found && { ...found, series: [] };
          },
        },
        readAlerts: {
          ...door.readAlerts,
          list: noPage,
          inbox: nothing,
          quality: async (...asked) => {
            const quality = await door.readAlerts.quality(...asked);
            return quality && { ...quality, rules: [] };
          },
        },
        alerting: {
          status: async (...asked) => {
            const status = await door.alerting.status(...asked);
            return status && { ...status, schedules: [], failed: [], putAside: [] };
          },
        },
        readQuality: {
          run: async (...asked) => {
            const quality = await door.readQuality.run(...asked);
            const now = door.clock.now();
            const none = qualityOf({ now, holidays: new Set(), months: [], boxes: [] });
            return quality && { ...quality, ...none };
          },
        },
        readReconciliation: {
          run: async (...asked) => {
            const found = await door.readReconciliation.run(...asked);
            const unsent = Array.from({ length: 12 }, () => null);
            const boxes = found?.boxes.map((one) => ({
              ...one,
              ...reconcileYear(unsent, null, []),
              provisional: false,
            }));
            return found && { ...found, boxes: boxes ?? [] };
          },
        },
        milestones: { ...door.milestones, list: noPage },
        feedback: { ...door.feedback, list: noPage },
        silences: {
          ...door.silences,
          list: () => Promise.resolve({ standing: [], over: [] }),
        },
        permissions: { ...door.permissions, list: nothing },
        publishedImports: { ...door.publishedImports, list: nothing },
        apiKeys: { ...door.apiKeys, ofCouncil: nothing },
      },
    });
  });
  await pages.app.listen(0, '127.0.0.1');
  return { web: await pages.app.getUrl(), stop: pages.close };
}
