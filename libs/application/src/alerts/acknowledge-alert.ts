import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { AlertReadModel, AlertRecord, Clock, UnitOfWork } from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly alerts: AlertReadModel;
  readonly clock: Clock;
};

/** "We have seen this": by the council, or by DfE. The first acknowledgement stands; a second one changes nothing. */
export class AcknowledgeAlert {
  constructor(private readonly ports: Ports) {}

  async run(request: { reader: Reader; alertId: string }): Promise<Result<AlertRecord, Refusal>> {
    const { reader, alertId } = request;
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return err(refusal('NOT_ALLOWED'));
    const found = await this.ports.alerts.byId(scope, alertId);
    if (!found) return err(refusal('NOT_FOUND'));
    if (!covers(scope.acts, found.alert.councilId)) return err(refusal('NOT_ALLOWED'));
    if (found.alert.state === 'resolved') return err(refusal('ALERT_NOT_OPEN'));
    const at = this.ports.clock.now();
    const alert = await this.ports.unitOfWork.run(scope, async (stores) => {
      const acknowledged = await stores.alerts.acknowledge(alertId, reader.actor, at);
      if (acknowledged?.acknowledgedBy === reader.actor) {
        const { programmeId, councilId } = acknowledged;
        await stores.audit.record({
          programmeId,
          at,
          actor: reader.actor,
          deed: 'alert acknowledged',
          councilId,
          subject: alertId,
          detail: {},
        });
      }
      return acknowledged;
    });
    return alert ? ok(alert) : err(refusal('NOT_FOUND'));
  }
}
