import { OutsideMonitor, type Troubles } from '#application/ports';

const MINUTE_MS = 60_000;
/** For how long what was told stands: three sweeps may fail before the alarm is raised. */
const STANDS_MS = 3 * MINUTE_MS;
const TIMEOUT_MS = 5_000;

type Options = {
  /** Where Alertmanager is, as `http://alertmanager:9093`. */
  readonly url: string;
  /** The link that an operator is given. */
  readonly pages: string;
  readonly now: () => Date;
};

/**
 * Posts to an Alertmanager's API, version 2: `AlertingWorks`, which always fires while alerting works, so that whoever
 * watches raises the alarm when it ends; one alert for each evaluation that was given up; and one while figures of a council
 * cannot be judged. No figure and no council is in them.
 */
export class AlertmanagerMonitor extends OutsideMonitor {
  constructor(private readonly options: Options) {
    super();
  }

  async tell({ failed, putAside }: Troubles): Promise<boolean> {
    const { url, pages, now } = this.options;
    const startsAt = now().toISOString();
    const endsAt = new Date(now().getTime() + STANDS_MS).toISOString();
    const common = { startsAt, endsAt, generatorURL: `${pages}/alerting` };
    const alerts = [
      {
        ...common,
        labels: {
          alertname: 'AlertingWorks',
          severity: 'none',
          service: 'change-programme-monitor',
        },
        annotations: { summary: 'Alerting works. When this ends, it has stopped.' },
      },
      ...failed.map(({ ruleCode, dueAt, tries }) => ({
        ...common,
        labels: {
          alertname: 'EvaluationFailed',
          severity: 'warning',
          service: 'change-programme-monitor',
          rule: ruleCode,
          due: dueAt.toISOString(),
        },
        annotations: { summary: `A rule could not be evaluated in ${tries} tries.` },
      })),
      ...(putAside === 0
        ? []
        : [
            {
              ...common,
              labels: {
                alertname: 'FiguresNotJudged',
                severity: 'warning',
                service: 'change-programme-monitor',
              },
              annotations: { summary: `Councils whose figures could not be judged: ${putAside}.` },
            },
          ]),
    ];
    try {
      const answer = await fetch(`${url.replace(/\/+$/, '')}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(alerts),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

/** No monitor is set up: nobody is told. */
export class NoMonitor extends OutsideMonitor {
  tell(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

/** The monitor that the configuration names. */
export const openMonitor = (
  { ALERTMANAGER_URL }: { readonly ALERTMANAGER_URL?: string | undefined },
  pages: string,
): OutsideMonitor =>
  ALERTMANAGER_URL
    ? new AlertmanagerMonitor({ url: ALERTMANAGER_URL, pages, now: () => new Date() })
    : new NoMonitor();
